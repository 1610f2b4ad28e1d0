package org.exoattribution.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.jspecify.annotations.Nullable;

/**
 * Keeps name constraints from becoming a denial of service: the JDK compares every name of a path
 * with every constraint above it, and every constraint with those of other CAs, which takes a
 * second for a hostile certificate of some hundred kilobytes. Real CAs have some dozens.
 */
final class PathNameConstraints {
  /** Comparisons of one path; five hundred names under two hundred constraints are allowed. */
  private static final long MOST_COMPARISONS = 100_000;

  private PathNameConstraints() {}

  /** What there is too much of; empty if the JDK can be asked without fear. */
  static Optional<String> excessOf(List<X509Certificate> path) {
    long constraints = 0;
    for (X509Certificate certificate : path) {
      constraints += constraintsOf(certificate);
    }
    if (constraints == 0) {
      return Optional.empty();
    }
    long names = path.size();
    for (X509Certificate certificate : path) {
      names += subjectAltNamesOf(certificate);
    }
    return constraints * Math.max(names, constraints) <= MOST_COMPARISONS
        ? Optional.empty()
        : Optional.of(
            "gave up: " + constraints + " name constraints on " + names + " names are too many");
  }

  private static int constraintsOf(X509Certificate certificate) {
    byte[] value = certificate.getExtensionValue(Extension.nameConstraints.getId());
    if (value == null) {
      return 0;
    }
    NameConstraints constraints =
        NameConstraints.getInstance(ASN1OctetString.getInstance(value).getOctets());
    return count(constraints.getPermittedSubtrees()) + count(constraints.getExcludedSubtrees());
  }

  private static int count(GeneralSubtree @Nullable [] subtrees) {
    return subtrees == null ? 0 : subtrees.length;
  }

  private static int subjectAltNamesOf(X509Certificate certificate) {
    byte[] value = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
    return value == null
        ? 0
        : ASN1Sequence.getInstance(ASN1OctetString.getInstance(value).getOctets()).size();
  }
}
