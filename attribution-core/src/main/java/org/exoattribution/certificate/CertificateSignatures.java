package org.exoattribution.certificate;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.exoattribution.certificate.CertificateWork.Kind;

/**
 * Verifies signatures with the faster implementation: RSA with the JDK's, elliptic curves with
 * Bouncy Castle's, which takes a quarter of the time. What has been verified is remembered while
 * the object lives, so the intermediate and the CRL of many leaves are verified once; within one
 * evaluation also what has not. Bouncy Castle is not installed as a provider of the platform; that
 * is the application's business.
 */
final class CertificateSignatures {
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
  private static final int MOST_REMEMBERED = 10_000;

  /** The key that signed a certificate, CRL or OCSP response, by the object's identity. */
  private final Cache<Object, PublicKey> verified;

  /** The keys tried in this evaluation, and whether they signed. */
  private final IdentityHashMap<Object, Map<PublicKey, Boolean>> tried = new IdentityHashMap<>();

  private final CertificateWork work;

  /**
   * For one evaluation.
   *
   * @param verified a {@link #memory} that evaluations share
   */
  CertificateSignatures(Cache<Object, PublicKey> verified, CertificateWork work) {
    this.verified = verified;
    this.work = work;
  }

  /** Remembers nothing yet. */
  static Cache<Object, PublicKey> memory() {
    return CacheBuilder.newBuilder().weakKeys().maximumSize(MOST_REMEMBERED).build();
  }

  /**
   * Returns if the key signed the certificate.
   *
   * @throws GeneralSecurityException if it did not, or if that cannot be told
   */
  void verify(X509Certificate certificate, PublicKey key) throws GeneralSecurityException {
    verify(
        certificate,
        key,
        certificate.getEncoded().length,
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
          crl.getEncoded().length,
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
      verify(response, key, response.getTBSResponseData().length, () -> verify(response, key));
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

  /** What is known costs as much of the budget as what is not, so that verdicts repeat. */
  private void verify(Object signed, PublicKey key, int length, Verification verification)
      throws GeneralSecurityException {
    Map<PublicKey, Boolean> keys = tried.computeIfAbsent(signed, none -> new HashMap<>());
    Boolean known = keys.get(key);
    if (known == null) {
      Optional<String> unfitness = CertificateAlgorithms.unfitnessOf(key);
      if (unfitness.isPresent()) {
        throw new InvalidKeyException(unfitness.get());
      }
      work.spend(Kind.SIGNATURES, CertificateAlgorithms.steps(key));
      work.spendOnBytes(Kind.SIGNATURES, length);
      keys.put(key, false);
      if (!key.equals(verified.getIfPresent(signed))) {
        verification.run();
        verified.put(signed, key);
      }
      keys.put(key, true);
    } else if (!known) {
      throw new SignatureException("the signature does not match");
    }
  }

  /** Throws if the signature does not verify. */
  private interface Verification {
    void run() throws GeneralSecurityException;
  }
}
