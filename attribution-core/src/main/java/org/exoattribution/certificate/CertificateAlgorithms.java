package org.exoattribution.certificate;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;

/**
 * The policy on weak algorithms, one for every Java version: signatures over an MD2, MD4, MD5 or
 * SHA-1 digest are refused on everything but the trust anchor itself, whose signature nobody relies
 * on; keys are refused on all of the path if they are RSA or DSA of less than 2048 bits or on a
 * curve of less than 224 bits. No source says what the service refuses, so this is what public CAs
 * may issue (CA/Browser Forum Baseline Requirements, 6.1.5 and 7.1.3.2). The JDK's own {@code
 * jdk.certpath.disabledAlgorithms}, which asks for less, is in force as well.
 */
final class CertificateAlgorithms {
  private static final int SHORTEST_RSA_OR_DSA = 2048;
  private static final int SHORTEST_CURVE = 224;

  private static final Map<ASN1ObjectIdentifier, String> BROKEN_DIGESTS =
      Map.of(
          PKCSObjectIdentifiers.md2, "MD2",
          PKCSObjectIdentifiers.md4, "MD4",
          PKCSObjectIdentifiers.md5, "MD5",
          OIWObjectIdentifiers.idSHA1, "SHA-1");

  private CertificateAlgorithms() {}

  /** What is weak on the path, whose last certificate is the trust anchor; empty if nothing is. */
  static Optional<String> weaknessOf(List<X509Certificate> path) {
    for (int i = 0; i < path.size(); i++) {
      X509Certificate certificate = path.get(i);
      boolean anchor = i == path.size() - 1;
      Optional<String> weakness =
          weaknessOf(certificate.getPublicKey())
              .map(key -> "has " + key)
              .or(() -> anchor ? Optional.empty() : weaknessOfSignature(certificate));
      if (weakness.isPresent()) {
        return weakness.map(text -> CertificateTexts.certificate(certificate) + ", " + text);
      }
    }
    return Optional.empty();
  }

  /** What is weak about the signature on the list; empty if nothing is. */
  static Optional<String> weaknessOf(X509CRL crl) {
    return weaknessOfSignature(crl.getSigAlgOID(), crl.getSigAlgParams());
  }

  /** What is weak about signatures by this algorithm; empty if nothing is. */
  static Optional<String> weaknessOf(AlgorithmIdentifier signature) {
    AlgorithmIdentifier digest = DefaultDigestAlgorithmIdentifierFinder.INSTANCE.find(signature);
    return Optional.ofNullable(digest)
        .map(algorithm -> BROKEN_DIGESTS.get(algorithm.getAlgorithm()))
        .map(name -> "is signed over a weak " + name + " digest");
  }

  /** What is weak about the key; empty if nothing is. */
  static Optional<String> weaknessOf(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return tooShort("RSA", rsa.getModulus().bitLength(), SHORTEST_RSA_OR_DSA);
    }
    if (key instanceof DSAPublicKey dsa) {
      int bits = dsa.getParams() == null ? 0 : dsa.getParams().getP().bitLength();
      return tooShort("DSA", bits, SHORTEST_RSA_OR_DSA);
    }
    if (key instanceof ECPublicKey ec) {
      return tooShort("EC", ec.getParams().getOrder().bitLength(), SHORTEST_CURVE);
    }
    return Optional.empty();
  }

  private static Optional<String> weaknessOfSignature(X509Certificate certificate) {
    return weaknessOfSignature(certificate.getSigAlgOID(), certificate.getSigAlgParams());
  }

  private static Optional<String> weaknessOfSignature(String oid, byte[] parameters) {
    ASN1ObjectIdentifier algorithm = new ASN1ObjectIdentifier(oid);
    try {
      return weaknessOf(
          parameters == null
              ? new AlgorithmIdentifier(algorithm)
              : new AlgorithmIdentifier(algorithm, ASN1Primitive.fromByteArray(parameters)));
    } catch (IOException e) {
      return Optional.of("has a signature algorithm that cannot be read");
    }
  }

  private static Optional<String> tooShort(String kind, int bits, int shortest) {
    return bits >= shortest
        ? Optional.empty()
        : Optional.of("a weak key, " + kind + " of " + bits + " bits");
  }
}
