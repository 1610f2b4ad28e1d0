package org.exoattribution.certificate;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
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
 * Bouncy Castle's, which takes a quarter of the time. What has been verified is remembered while
 * the object lives, so the intermediate and the CRL of many leaves are verified once. Bouncy Castle
 * is not installed as a provider of the platform; that is the application's business.
 */
final class CertificateSignatures {
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  private static final int MOST_REMEMBERED = 10_000;

  /** The key that signed a certificate, CRL or OCSP response, by the object's identity. */
  private final Cache<Object, PublicKey> verified =
      CacheBuilder.newBuilder().weakKeys().maximumSize(MOST_REMEMBERED).build();

  /**
   * Returns if the key signed the certificate.
   *
   * @throws GeneralSecurityException if it did not, or if that cannot be told
   */
  void verify(X509Certificate certificate, PublicKey key) throws GeneralSecurityException {
    verify(
        certificate,
        key,
        () -> {
          if (key instanceof RSAPublicKey) {
            certificate.verify(key);
          } else {
            certificate.verify(key, BOUNCY_CASTLE);
          }
        });
  }

  /** Whether the key signed the certificate. */
  boolean isSignedBy(X509Certificate certificate, PublicKey key) {
    try {
      verify(certificate, key);
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  /** Whether the key signed the list. */
  boolean isSignedBy(X509CRL crl, PublicKey key) {
    try {
      verify(
          crl,
          key,
          () -> {
            if (key instanceof RSAPublicKey) {
              crl.verify(key);
            } else {
              crl.verify(key, BOUNCY_CASTLE);
            }
          });
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  /** Whether the key signed the response. */
  boolean isSignedBy(BasicOCSPResp response, PublicKey key) {
    try {
      verify(response, key, () -> verify(response, key));
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  private static void verify(BasicOCSPResp response, PublicKey key) throws SignatureException {
    try {
      ContentVerifierProvider verifier =
          new JcaContentVerifierProviderBuilder().setProvider(BOUNCY_CASTLE).build(key);
      if (!response.isSignatureValid(verifier)) {
        throw new SignatureException("the signature does not match");
      }
    } catch (OCSPException | OperatorCreationException e) {
      throw new SignatureException(e);
    }
  }

  private void verify(Object signed, PublicKey key, Verification verification)
      throws GeneralSecurityException {
    if (!key.equals(verified.getIfPresent(signed))) {
      verification.run();
      verified.put(signed, key);
    }
  }

  /** Throws if the signature does not verify. */
  private interface Verification {
    void run() throws GeneralSecurityException;
  }
}
