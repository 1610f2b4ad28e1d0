package org.exoattribution.certificate;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcContentVerifierProviderBuilder;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.exoattribution.certificate.CertificateWork.Kind;

/**
 * Verifies signatures with the faster implementation: elliptic curves with Bouncy Castle's, which
 * takes a quarter of the time, all else with the JDK's. What has been verified is remembered while
 * the object lives, so the intermediate and the CRL of many leaves are verified once; within one
 * evaluation also what has not. Bouncy Castle is asked for the algorithm alone: its provider, which
 * nobody else needs here, takes a third of a second to load.
 */
final class CertificateSignatures {
  private static final BcContentVerifierProviderBuilder ECDSA =
      new BcECContentVerifierProviderBuilder(DefaultDigestAlgorithmIdentifierFinder.INSTANCE);
  private static final Set<ASN1ObjectIdentifier> SHA3_ECDSA =
      Set.of(
          NISTObjectIdentifiers.id_ecdsa_with_sha3_224,
          NISTObjectIdentifiers.id_ecdsa_with_sha3_256,
          NISTObjectIdentifiers.id_ecdsa_with_sha3_384,
          NISTObjectIdentifiers.id_ecdsa_with_sha3_512);
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
          if (key instanceof ECPublicKey) {
            verifyEcdsa(
                certificate.getSigAlgOID(),
                certificate.getTBSCertificate(),
                certificate.getSignature(),
                key);
          } else {
            certificate.verify(key);
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
            if (key instanceof ECPublicKey) {
              verifyEcdsa(crl.getSigAlgOID(), crl.getTBSCertList(), crl.getSignature(), key);
            } else {
              crl.verify(key);
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

  private static void verify(BasicOCSPResp response, PublicKey key)
      throws GeneralSecurityException {
    if (key instanceof ECPublicKey) {
      verifyEcdsa(
          response.getSignatureAlgOID().getId(),
          response.getTBSResponseData(),
          response.getSignature(),
          key);
      return;
    }
    try {
      if (!response.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
        throw new SignatureException("the signature does not match");
      }
    } catch (OCSPException | OperatorCreationException e) {
      throw new SignatureException(e);
    }
  }

  private static void verifyEcdsa(String oid, byte[] signed, byte[] signature, PublicKey key)
      throws SignatureException {
    ASN1ObjectIdentifier algorithm = new ASN1ObjectIdentifier(oid);
    if (!algorithm.on(X9ObjectIdentifiers.id_ecSigType) && !SHA3_ECDSA.contains(algorithm)) {
      throw new SignatureException("a signature of " + oid + " is not of a key on a curve");
    }
    try {
      ContentVerifier verifier =
          ECDSA
              .build(PublicKeyFactory.createKey(key.getEncoded()))
              .get(new AlgorithmIdentifier(algorithm));
      try (OutputStream content = verifier.getOutputStream()) {
        content.write(signed);
      }
      if (!verifier.verify(signature)) {
        throw new SignatureException("the signature does not match");
      }
    } catch (IOException | OperatorCreationException e) {
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
