package org.exoattribution.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.exoattribution.model.PresentedName;

/**
 * The names that a certificate presents (PKI-7): the most specific CN of the subject, as RFC 2818
 * calls the last one, and every SAN dNSName. A text that is no domain name is no name, so an
 * embedded NUL, a space or a star anywhere but as the whole first label never match. Bouncy Castle
 * reads the extension, entry by entry: the JDK gives no name at all if a single one is odd.
 */
final class CertificateNames {
  private static final String WILDCARD = "*.";

  private CertificateNames() {}

  /** The names, the CN first, each once; strangers choose them, so no hash tells them apart. */
  static List<PresentedName> of(X509Certificate leaf) {
    List<PresentedName> names = new ArrayList<>();
    commonName(leaf).flatMap(CertificateNames::fromCommonName).ifPresent(names::add);
    for (String dnsName : dnsNames(leaf)) {
      fromDnsName(dnsName).ifPresent(names::add);
    }
    Set<String> seen = new TreeSet<>();
    return names.stream().filter(name -> seen.add(name.toString())).toList();
  }

  private static Optional<String> commonName(X509Certificate leaf) {
    try {
      X500Name subject = X500Name.getInstance(leaf.getSubjectX500Principal().getEncoded());
      String commonName = null;
      for (RDN rdn : subject.getRDNs()) {
        for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
          if (attribute.getType().equals(BCStyle.CN)
              && attribute.getValue().toASN1Primitive() instanceof ASN1String text) {
            commonName = text.getString();
          }
        }
      }
      return Optional.ofNullable(commonName);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static List<String> dnsNames(X509Certificate leaf) {
    List<String> dnsNames = new ArrayList<>();
    try {
      byte[] extension = leaf.getExtensionValue(Extension.subjectAlternativeName.getId());
      if (extension != null) {
        byte[] value = ASN1OctetString.getInstance(extension).getOctets();
        for (ASN1Encodable entry : ASN1Sequence.getInstance(value)) {
          if (entry instanceof ASN1TaggedObject tagged
              && tagged.hasContextTag(GeneralName.dNSName)) {
            dnsNames.add(ASN1IA5String.getInstance(tagged, false).getString());
          }
        }
      }
    } catch (RuntimeException e) {
      // What could be read before the malformed entry still counts.
      return dnsNames;
    }
    return dnsNames;
  }

  /** A dNSName holds A-labels only (RFC 5280, section 7.2). */
  private static Optional<PresentedName> fromDnsName(String text) {
    return isAscii(text) ? PresentedName.tryParse(text) : Optional.empty();
  }

  /** A CN may hold U-labels, but only such as turning them into A-labels and back leaves alone. */
  private static Optional<PresentedName> fromCommonName(String text) {
    String domain = text.startsWith(WILDCARD) ? text.substring(WILDCARD.length()) : text;
    return PresentedName.tryParse(text)
        .filter(name -> isAscii(text) || name.domain().toUnicode().equalsIgnoreCase(domain));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
