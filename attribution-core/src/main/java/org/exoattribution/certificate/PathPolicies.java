package org.exoattribution.certificate;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Extension;
import org.exoattribution.certificate.CertificateWork.Kind;

/**
 * Keeps certificate policies from becoming a denial of service: the JDK keeps the tree of RFC 5280,
 * section 6.1.2, which grows with the power of the path's length if every CA maps policies to
 * several others, and goes through all of it for each policy and mapping. Real paths have a handful
 * of policies.
 */
final class PathPolicies {
  /** A step through the tree takes the JDK as long as so many steps of ours. */
  private static final int STEPS_A_NODE = 20;

  private PathPolicies() {}

  /** Takes note of the most that the JDK may have to do for the path. */
  static void spend(List<X509Certificate> path, CertificateWork work) {
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
