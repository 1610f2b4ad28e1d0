package org.exoattribution.certificate;

import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAParams;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
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
 * on; keys are refused on all of the path unless they are RSA of 2048 to 8192 bits with an exponent
 * of at most 64, DSA of 2048 to 3072 bits, or on a curve over a prime field of 224 to 521 bits: the
 * upper bounds keep one signature from taking seconds, so no signature is tried with a key beyond
 * them, nor with one of another kind but EdDSA. No source says what the service refuses, so this is
 * what public CAs may issue (CA/Browser Forum Baseline Requirements, 6.1.5 and 7.1.3.2). The JDK's
 * own {@code jdk.certpath.disabledAlgorithms}, which asks for less, is in force as well.
 */
final class CertificateAlgorithms {
  private static final int SHORTEST_RSA_OR_DSA = 2048;
  private static final int LONGEST_RSA = 8192;
  private static final int LONGEST_RSA_EXPONENT = 64;
  private static final int LONGEST_DSA = 3072;
  private static final int LONGEST_DSA_ORDER = 256;
  private static final int SHORTEST_CURVE = 224;
  private static final int LONGEST_CURVE = 521;

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

  /** What is wrong with the size of the key; empty if nothing is. */
  static Optional<String> weaknessOf(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      int exponent = rsa.getPublicExponent().bitLength();
      return exponent > LONGEST_RSA_EXPONENT
          ? Optional.of("an oversized key, RSA with an exponent of " + exponent + " bits")
          : size("RSA", rsa.getModulus().bitLength(), SHORTEST_RSA_OR_DSA, LONGEST_RSA);
    }
    if (key instanceof DSAPublicKey dsa) {
      DSAParams params = dsa.getParams();
      if (params == null) {
        return Optional.of("a weak key, DSA without parameters");
      }
      int bits = params.getP().bitLength();
      int longest = Math.max(params.getG().bitLength(), dsa.getY().bitLength());
      return longest > bits || params.getQ().bitLength() > LONGEST_DSA_ORDER
          ? Optional.of("an oversized key, DSA with numbers of " + longest + " bits")
          : size("DSA", bits, SHORTEST_RSA_OR_DSA, LONGEST_DSA);
    }
    if (key instanceof ECPublicKey ec) {
      return ec.getParams().getCurve().getField() instanceof ECFieldFp
          ? size("EC", ec.getParams().getOrder().bitLength(), SHORTEST_CURVE, LONGEST_CURVE)
          : Optional.of("a weak key, EC over a binary field");
    }
    return Optional.empty();
  }

  /** What keeps signatures from being tried with the key; empty if nothing does. */
  static Optional<String> unfitnessOf(PublicKey key) {
    return isKnown(key)
        ? weaknessOf(key)
        : Optional.of("a key of an unknown kind, " + CertificateTexts.oneLine(key.getAlgorithm()));
  }

  private static boolean isKnown(PublicKey key) {
    return key instanceof RSAPublicKey
        || key instanceof DSAPublicKey
        || key instanceof ECPublicKey
        || key instanceof EdECPublicKey;
  }

  /** What a signature check with the key takes, in steps of {@link CertificateWork}. */
  static long steps(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      long words = rsa.getModulus().bitLength() / 64L;
      return 5 * words * words * (1 + rsa.getPublicExponent().bitLength() / 17);
    }
    if (key instanceof ECPublicKey ec) {
      long words = (ec.getParams().getOrder().bitLength() + 31L) / 32;
      return 40 * words * words * words;
    }
    return key instanceof DSAPublicKey ? 300_000 : 400_000;
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

  private static Optional<String> size(String kind, int bits, int shortest, int longest) {
    String key = " key, " + kind + " of " + bits + " bits";
    if (bits < shortest) {
      return Optional.of("a weak" + key);
    }
    return bits > longest ? Optional.of("an oversized" + key) : Optional.empty();
  }
}
