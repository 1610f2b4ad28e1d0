package org.exoattribution.testkit.reference;

import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Readings.WildcardCertificate;
import org.exoattribution.model.Readings.WildcardDepth;

/** NAME-1: whether a TlsSenderCertificateName matches a presented name. */
final class CertificateNames {
  private CertificateNames() {}

  /** The table of NAME-1; names are already in lower case (DOM-1), its last row. */
  static boolean match(
      CertificateNamePattern connectorName, PresentedName presentedName, Readings readings) {
    DomainName connector = connectorName.domain();
    DomainName presented = presentedName.domain();

    if (!connectorName.wildcard() && !presentedName.wildcard()) {
      // mail.contoso.com | mail.contoso.com: yes
      // contoso.com      | mail.contoso.com: no
      return connector.equals(presented);
    }
    if (!connectorName.wildcard()) {
      // mail.contoso.com | *.contoso.com: yes (reading wildcardCertificate)
      // a.b.contoso.com  | *.contoso.com: no
      // contoso.com      | *.contoso.com: no
      return readings.wildcardCertificate() == WildcardCertificate.COVERS_HOST
          && isOneLabelBelow(connector, presented);
    }
    if (connector.equals(presented)) {
      // *.contoso.com | *.contoso.com, contoso.com: yes
      return true;
    }
    if (readings.wildcardDepth() == WildcardDepth.ALL_SUBDOMAINS) {
      // *.contoso.com   | mail.contoso.com, a.b.contoso.com, *.b.contoso.com: yes
      // *.b.contoso.com | *.contoso.com: no
      return presented.isBelow(connector);
    }
    // SINGLE_LABEL: contoso.com, *.contoso.com and names one label below, so not *.b.contoso.com
    return !presentedName.wildcard() && isOneLabelBelow(presented, connector);
  }

  private static boolean isOneLabelBelow(DomainName name, DomainName parent) {
    return name.isBelow(parent) && name.labelCount() == parent.labelCount() + 1;
  }
}
