package org.exoattribution.certificate;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.exoattribution.certificate.CertificateWork.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Keeps name constraints from becoming a denial of service: the JDK compares every name of a path
 * with every constraint above it, and every constraint with those of other CAs, at a cost that
 * grows with their length. Real CAs have some dozens of short ones.
 */
final class PathNameConstraints {
  private PathNameConstraints() {}

  /** Takes note of the most that the JDK may have to do for the path. */
  static void spend(List<X509Certificate> path, CertificateWork work)
      throws CertificateEncodingException {
    long constraints = 0;
    long bytes = 0;
    for (X509Certificate certificate : path) {
      byte[] value = certificate.getExtensionValue(Extension.nameConstraints.getId());
      if (value != null) {
        NameConstraints own =
            NameConstraints.getInstance(ASN1OctetString.getInstance(value).getOctets());
        constraints += count(own.getPermittedSubtrees()) + count(own.getExcludedSubtrees());
        bytes += value.length;
      }
    }
    if (constraints == 0) {
      return;
    }
    long names = 0;
    for (X509Certificate certificate : path) {
      names += names(certificate.getExtensionValue(Extension.subjectAlternativeName.getId()));
      byte[] subject = certificate.getSubjectX500Principal().getEncoded();
      names += 1 + ASN1Sequence.getInstance(subject).size(); // e-mail addresses are names too
      bytes += certificate.getEncoded().length;
    }
    work.spend(Kind.NAME_CONSTRAINTS, (constraints + names) * bytes / 2);
  }

  private static int count(GeneralSubtree @Nullable [] subtrees) {
    return subtrees == null ? 0 : subtrees.length;
  }

  private static int names(byte @Nullable [] value) {
    return value == null
        ? 0
        : ASN1Sequence.getInstance(ASN1OctetString.getInstance(value).getOctets()).size();
  }
}
