package org.exoattribution.testkit.jqwik;

import java.util.List;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** The edge cases of directories, smallest first. */
final class DirectoriesByHand {

  static final List<TenantDirectory> ALL =
      List.of(
          tenantWithNothing(),
          aChildOfAnothersDomain(),
          sharedAddress(),
          oneNameNobodyAccepts(),
          oneWildcardTwoSubdomains(),
          oneWildcardTwoOwnersAndAThird(),
          sameNamesButForTheirCase(),
          restrictedPartners(),
          partnersMatchedInEveryWay(),
          partnersWithRestrictions());

  private DirectoriesByHand() {}

  private static TenantDirectory tenantWithNothing() {
    return TenantDirectory.of(Tenant.builder("contoso").build());
  }

  /** DOM-2: the exact accepted domain beats the parent with MatchSubDomains. */
  private static TenantDirectory aChildOfAnothersDomain() {
    return TenantDirectory.of(
        Tenant.builder("contoso")
            .acceptedDomain(AcceptedDomain.parse("contoso.com").withMatchSubDomains(true))
            .inboundConnector(byAddress("relay", "192.0.2.10"))
            .build(),
        Tenant.builder("fabrikam")
            .acceptedDomain(AcceptedDomain.parse("eu.contoso.com").withMatchSubDomains(true))
            .inboundConnector(byAddress("relay", "192.0.2.10"))
            .build());
  }

  /** A gateway for several tenants (MC1226222), with prefixes that SEL-1 tells apart. */
  private static TenantDirectory sharedAddress() {
    return TenantDirectory.of(
        Tenant.builder("contoso")
            .acceptedDomains("contoso.com")
            .inboundConnector(byAddress("gateway A", "192.0.2.0/24"))
            .inboundConnector(byAddress("gateway b", "192.0.2.0/28"))
            .build(),
        Tenant.builder("fabrikam")
            .acceptedDomains("fabrikam.com")
            .inboundConnector(byAddress("gateway A", "192.0.2.8/29"))
            .build());
  }

  /** CERT-5: the name of a gateway that is no tenant's domain. */
  private static TenantDirectory oneNameNobodyAccepts() {
    return TenantDirectory.of(
        Tenant.builder("contoso")
            .acceptedDomains("contoso.com")
            .inboundConnector(byCertificate("relay", "mail.gateway.example"))
            .build(),
        Tenant.builder("fabrikam")
            .acceptedDomains("fabrikam.com")
            .inboundConnector(byCertificate("relay", "mail.gateway.example"))
            .build());
  }

  /** CERT-4: both own the wildcard, and neither accepts a parent of mx.contoso.com. */
  private static TenantDirectory oneWildcardTwoSubdomains() {
    return TenantDirectory.of(
        Tenant.builder("contoso")
            .acceptedDomains("mail.contoso.com")
            .inboundConnector(byCertificate("relay", "*.contoso.com"))
            .build(),
        Tenant.builder("fabrikam")
            .acceptedDomains("eu.contoso.com")
            .inboundConnector(byCertificate("relay", "*.contoso.com"))
            .build());
  }

  /** CERT-5: only those that tied are asked, not the third, whose connector matches too. */
  private static TenantDirectory oneWildcardTwoOwnersAndAThird() {
    return oneWildcardTwoSubdomains()
        .withTenant(
            Tenant.builder("tailspintoys")
                .acceptedDomains("tailspintoys.com")
                .inboundConnector(byCertificate("relay", "*.contoso.com"))
                .build());
  }

  /** SEL-1: by name, ignoring case. */
  private static TenantDirectory sameNamesButForTheirCase() {
    return TenantDirectory.of(
        Tenant.builder("contoso")
            .acceptedDomains("contoso.com")
            .inboundConnector(byAddress("B", "192.0.2.10"))
            .inboundConnector(byAddress("a", "192.0.2.10"))
            .inboundConnector(byAddress("A2", "192.0.2.10").withEnabled(false))
            .build());
  }

  /** IN-4 to IN-7: a restriction beside an open connector, and RejectDirectSend. */
  private static TenantDirectory restrictedPartners() {
    return TenantDirectory.of(
        Tenant.builder("contoso")
            .rejectDirectSend(true)
            .acceptedDomains("contoso.com")
            .inboundConnector(
                PartnerConnector.builder("gateway A")
                    .senderDomains("*")
                    .senderIpAddresses("192.0.2.10")
                    .restrictDomainsToIpAddresses(true)
                    .build())
            .inboundConnector(
                PartnerConnector.builder("gateway b").senderDomains("fabrikam.com").build())
            .build());
  }

  /** IN-5: by certificate, by address, and by entries of SenderDomains of which the best counts. */
  private static TenantDirectory partnersMatchedInEveryWay() {
    return TenantDirectory.of(
        Tenant.builder("contoso")
            .acceptedDomains("contoso.com")
            .inboundConnector(
                PartnerConnector.builder("via address")
                    .senderDomains("*")
                    .senderIpAddresses("192.0.2.10")
                    .build())
            .inboundConnector(
                PartnerConnector.builder("by certificate")
                    .senderDomains("*")
                    .tlsSenderCertificateName("mail.fabrikam.com")
                    .build())
            .inboundConnector(
                PartnerConnector.builder("by domain").senderDomains("*", "fabrikam.com").build())
            .inboundConnector(
                PartnerConnector.builder("by domains").senderDomains("*.fabrikam.com").build())
            .build());
  }

  /** IN-4, IN-5: of restrictions that are both met, the certificate's comes first. */
  private static TenantDirectory partnersWithRestrictions() {
    return TenantDirectory.of(
        Tenant.builder("contoso")
            .acceptedDomains("contoso.com")
            .inboundConnector(
                PartnerConnector.builder("by address")
                    .senderDomains("*")
                    .senderIpAddresses("192.0.2.10")
                    .restrictDomainsToIpAddresses(true)
                    .build())
            .inboundConnector(
                PartnerConnector.builder("by certificate")
                    .senderDomains("*")
                    .tlsSenderCertificateName("mail.fabrikam.com")
                    .restrictDomainsToCertificate(true)
                    .build())
            .build());
  }

  private static OnPremisesConnector byAddress(String name, String range) {
    return OnPremisesConnector.builder(name).senderIpAddresses(range).build();
  }

  private static OnPremisesConnector byCertificate(String name, String certificateName) {
    return OnPremisesConnector.builder(name).tlsSenderCertificateName(certificateName).build();
  }
}
