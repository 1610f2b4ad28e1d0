package org.exoattribution.certificate;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.exoattribution.certificate.CertificateWork.Kind;
import org.jspecify.annotations.Nullable;

/** Keeps name constraints and certificate policies from becoming a denial of service. */
final class PathWork {
  /** A step through the tree of policies takes the JDK as long as so many steps of ours. */
  private static final int STEPS_A_NODE = 20;

  private PathWork() {}

  /** Takes note of the most that the JDK may have to do for the path. */
  static void spend(List<X509Certificate> path, CertificateWork work)
      throws CertificateEncodingException {
    spendOnConstraints(path, work);
    spendOnPolicies(path, work);
  }

  /**
   * The JDK compares every name of a path with every constraint above it, and every constraint with
   * those of other CAs, at a cost that grows with their length. Real CAs have some dozens of short
   * ones.
   */
  private static void spendOnConstraints(List<X509Certificate> path, CertificateWork work)
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

  /**
   * The JDK keeps the tree of RFC 5280, section 6.1.2, which grows with the power of the path's
   * length if every CA maps policies to several others, and goes through all of it for each policy
   * and mapping. Real paths have a handful of policies.
   */
  private static void spendOnPolicies(List<X509Certificate> path, CertificateWork work) {
    long level = 1;
    long tree = 1;
    long fan = 1;
    for (int i = path.size() - 1; i >= 0; i--) {
      X509Certificate certificate = path.get(i);
      long policies = entries(certificate, Extension.certificatePolicies).size();
      if (policies > 0) {
        level = Math.min(level * fan, CertificateWork.MOST_STEPS) + policies;
        tree += level;
        ASN1Sequence mappings = entries(certificate, Extension.policyMappings);
        work.spend(Kind.POLICIES, (policies + mappings.size() + 1) * tree * STEPS_A_NODE);
        fan = Math.max(1, mostFor(mappings));
      }
    }
  }

  /** To how many policies one policy is mapped at most. */
  private static int mostFor(ASN1Sequence mappings) {
    Map<String, Integer> counts = new HashMap<>();
    int most = 0;
    for (int i = 0; i < mappings.size(); i++) {
      ASN1Sequence pair = ASN1Sequence.getInstance(mappings.getObjectAt(i));
      String from = ASN1ObjectIdentifier.getInstance(pair.getObjectAt(0)).getId();
      most = Math.max(most, counts.merge(from, 1, Integer::sum));
    }
    return most;
  }

  private static ASN1Sequence entries(X509Certificate certificate, ASN1ObjectIdentifier id) {
    byte[] value = certificate.getExtensionValue(id.getId());
    return ASN1Sequence.getInstance(
        value == null ? new byte[] {0x30, 0} : ASN1OctetString.getInstance(value).getOctets());
  }
}
