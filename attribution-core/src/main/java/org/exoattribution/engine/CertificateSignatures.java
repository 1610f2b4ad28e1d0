package org.exoattribution.engine;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Verifies signatures with the faster implementation: RSA with the JDK's, elliptic curves with
 * Bouncy Castle's, which takes a quarter of the time. Bouncy Castle is not installed as a provider
 * of the platform; that is the application's business.
 */
final class CertificateSignatures {
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private CertificateSignatures() {}

  /**
   * Returns if the key signed the certificate.
   *
   * @throws GeneralSecurityException if it did not, or if that cannot be told
   */
  static void verify(X509Certificate certificate, PublicKey key) throws GeneralSecurityException {
    if (key instanceof RSAPublicKey) {
      certificate.verify(key);
    } else {
      certificate.verify(key, BOUNCY_CASTLE);
    }
  }

  /** Whether the key signed the list. */
  static boolean isSignedBy(X509CRL crl, PublicKey key) {
    try {
      if (key instanceof RSAPublicKey) {
        crl.verify(key);
      } else {
        crl.verify(key, BOUNCY_CASTLE);
      }
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  /** Whether the key signed the response. */
  static boolean isSignedBy(BasicOCSPResp response, PublicKey key) {
    try {
      ContentVerifierProvider verifier =
          new JcaContentVerifierProviderBuilder().setProvider(BOUNCY_CASTLE).build(key);
      return response.isSignatureValid(verifier);
    } catch (OCSPException | OperatorCreationException | RuntimeException e) {
      return false;
    }
  }
}
