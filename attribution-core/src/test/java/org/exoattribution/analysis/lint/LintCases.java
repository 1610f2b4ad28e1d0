package org.exoattribution.analysis.lint;

import java.util.List;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Tenant;

/** For each rule of the linter a directory in which it fires, and its mended twin. */
final class LintCases {
  /**
   * A pair.
   *
   * @param rule the rule's id
   * @param place where it fires, and nowhere else
   * @param fires the tenants among which it does
   * @param quiet the tenants among which it does not
   */
  record LintCase(String rule, String place, List<Tenant> fires, List<Tenant> quiet) {
    @Override
    public String toString() {
      return rule;
    }
  }

  private LintCases() {}

  static List<LintCase> all() {
    return List.of(
        new LintCase(
            "CERTIFICATE_DOMAIN_NOT_ACCEPTED",
            "contoso / C",
            List.of(contoso(byCertificate("mail.gateway.example"))),
            List.of(contoso(byCertificate("contoso.com")))),
        new LintCase(
            "CERTIFICATE_DOMAIN_BELOW_ACCEPTED_DOMAIN",
            "contoso / C",
            List.of(
                Tenant.builder("contoso")
                    .acceptedDomain(AcceptedDomain.parse("contoso.com").withMatchSubDomains(true))
                    .inboundConnector(byCertificate("mail.contoso.com"))
                    .build()),
            List.of(
                contoso(byCertificate("mail.contoso.com")).toBuilder()
                    .acceptedDomains("mail.contoso.com")
                    .build())),
        new LintCase(
            "CERTIFICATE_NAME_SHARED",
            "contoso / C",
            List.of(
                contoso(byCertificate("contoso.com")),
                fabrikam(partner().tlsSenderCertificateName("contoso.com").build())),
            List.of(
                contoso(byCertificate("contoso.com")),
                fabrikam(partner().tlsSenderCertificateName("mail.contoso.com").build()))),
        new LintCase(
            "WILDCARD_COVERS_OTHERS",
            "contoso / C",
            List.of(
                contoso(byCertificate("*.contoso.com")),
                tenant("fabrikam", "fabrikam.contoso.com")),
            List.of(contoso(byCertificate("*.contoso.com")), tenant("fabrikam", "xcontoso.com"))),
        new LintCase(
            "WILDCARD_COVERS_GATEWAY",
            "contoso / C",
            List.of(contoso(byCertificate("*.pphosted.com"))),
            List.of(contoso(byCertificate("*.xpphosted.com")))),
        new LintCase(
            "WILDCARD_CAPTURES_EVERY_HOST",
            "contoso / C",
            List.of(contoso(byCertificate("*.contoso.com"))),
            List.of(contoso(byCertificate("*.gateway.example")))),
        new LintCase(
            "ADDRESS_SHARED",
            "contoso / C",
            List.of(
                contoso(byAddress("198.51.100.0/25")),
                fabrikam(partner().senderIpAddresses("198.51.100.7").build()),
                tenant("tailspintoys", "tailspintoys.com", byAddress("198.51.100.130")),
                tenant("adatum", "adatum.example", byAddress("198.51.100.7").withEnabled(false)),
                tenant("alpha", "alpha.example", byAddress("203.0.113.7", "198.51.100.7"))),
            List.of(
                contoso(byAddress("198.51.100.0/25")),
                tenant("alpha", "alpha.example", byAddress("198.51.100.128/25")))),
        new LintCase(
            "ADDRESS_NOT_PUBLIC",
            "contoso / C",
            List.of(contoso(byAddress("81.173.212.44", "100.127.255.255"))),
            List.of(contoso(byAddress("81.173.212.44", "100.128.0.0")))),
        new LintCase(
            "CONNECTOR_SHADOWED",
            "contoso / Z",
            List.of(
                contoso(
                    onPremises("Z").senderIpAddresses("81.173.212.44/31").build(),
                    onPremises("Y").senderIpAddresses("81.173.212.44").build(),
                    onPremises("X").senderIpAddresses("81.173.212.45").build())),
            List.of(
                contoso(
                    onPremises("Z").senderIpAddresses("81.173.212.44/31").build(),
                    onPremises("Y").senderIpAddresses("81.173.212.44").build()))),
        new LintCase(
            "CONNECTOR_UNMATCHABLE",
            "contoso / P",
            List.of(
                contoso(
                    partner()
                        .senderDomains("*.fabrikam.com")
                        .associatedAcceptedDomains("contoso.com")
                        .build())),
            List.of(
                contoso(
                    partner()
                        .senderDomains("*.com")
                        .associatedAcceptedDomains("contoso.com")
                        .build()))),
        new LintCase(
            "CONNECTOR_DISABLED",
            "contoso / C",
            List.of(contoso(byCertificate("contoso.com").withEnabled(false))),
            List.of(contoso(byCertificate("contoso.com")))),
        new LintCase(
            "ASSOCIATED_DOMAIN_NOT_ACCEPTED",
            "contoso / P",
            List.of(
                contoso(partner().associatedAcceptedDomains("contoso.com", "adatum.com").build())),
            List.of(contoso(partner().associatedAcceptedDomains("contoso.com").build()))),
        new LintCase(
            "ASSOCIATED_DOMAINS_OVERLAP",
            "contoso / Q",
            List.of(
                contoso(
                    partner().associatedAcceptedDomains("contoso.com").build(),
                    PartnerConnector.builder("Q")
                        .associatedAcceptedDomains("contoso.com")
                        .build())),
            List.of(
                contoso(
                    partner().associatedAcceptedDomains("contoso.com").build(),
                    onPremises("Q")
                        .tlsSenderCertificateName("contoso.com")
                        .associatedAcceptedDomains("contoso.com")
                        .build()))),
        new LintCase(
            "ON_PREMISES_EXPECTED_TO_REJECT",
            "contoso / C",
            List.of(
                contoso(
                    onPremises("C")
                        .senderIpAddresses("81.173.212.44")
                        .restrictDomainsToIpAddresses(true)
                        .build())),
            List.of(
                contoso(
                    onPremises("C")
                        .senderIpAddresses("81.173.212.44")
                        .senderDomains("smtp:*;1")
                        .build()))),
        new LintCase(
            "RESTRICTION_WITHOUT_VALUES",
            "contoso / C",
            List.of(
                contoso(
                    onPremises("C")
                        .tlsSenderCertificateName("contoso.com")
                        .restrictDomainsToIpAddresses(true)
                        .build())),
            List.of(
                contoso(
                    onPremises("C")
                        .tlsSenderCertificateName("contoso.com")
                        .restrictDomainsToCertificate(true)
                        .build()))),
        new LintCase(
            "PARTNER_INSTEAD_OF_ON_PREMISES",
            "contoso / P",
            List.of(
                contoso(
                    partner()
                        .senderDomains("*")
                        .tlsSenderCertificateName("mail.contoso.com")
                        .build())),
            List.of(
                contoso(
                    partner()
                        .senderDomains("*")
                        .tlsSenderCertificateName("mail.gateway.example")
                        .build()))),
        new LintCase(
            "PARTNER_WITHOUT_SENDER_DOMAINS",
            "contoso / P",
            List.of(contoso(partner().build())),
            List.of(contoso(partner().senderDomains("fabrikam.com").build()))),
        new LintCase(
            "PARTNER_REQUIRES_TLS_OF_ADDRESSES",
            "contoso / P",
            List.of(
                contoso(partner().senderDomains("*").senderIpAddresses("81.173.212.44").build())),
            List.of(
                contoso(
                    partner()
                        .senderDomains("*")
                        .senderIpAddresses("81.173.212.44")
                        .requireTls(false)
                        .build()))),
        new LintCase(
            "PARTNER_REFUSES_HYBRID_MAIL",
            "contoso / P",
            List.of(contoso(byCertificate("contoso.com"), gateway("*"))),
            List.of(contoso(byCertificate("contoso.com"), gateway("fabrikam.com")))),
        new LintCase(
            "DIRECT_SEND_WITHOUT_CONNECTOR",
            "contoso",
            List.of(
                contoso(byCertificate("contoso.com").withEnabled(false)).toBuilder()
                    .rejectDirectSend(true)
                    .build()),
            List.of(
                contoso(byCertificate("contoso.com")).toBuilder().rejectDirectSend(true).build())));
  }

  static Tenant contoso(InboundConnector... connectors) {
    return tenant("contoso", "contoso.com", connectors);
  }

  static Tenant fabrikam(InboundConnector... connectors) {
    return tenant("fabrikam", "fabrikam.com", connectors);
  }

  static Tenant tenant(String name, String domain, InboundConnector... connectors) {
    Tenant.Builder tenant = Tenant.builder(name).acceptedDomains(domain);
    for (InboundConnector connector : connectors) {
      tenant.inboundConnector(connector);
    }
    return tenant.build();
  }

  static OnPremisesConnector.Builder onPremises(String name) {
    return OnPremisesConnector.builder(name);
  }

  static InboundConnector byCertificate(String name) {
    return onPremises("C").tlsSenderCertificateName(name).build();
  }

  static InboundConnector byAddress(String... addresses) {
    return onPremises("C").senderIpAddresses(addresses).build();
  }

  static PartnerConnector.Builder partner() {
    return PartnerConnector.builder("P");
  }

  static PartnerConnector gateway(String senders) {
    return partner()
        .senderDomains(senders)
        .tlsSenderCertificateName("mail.gateway.example")
        .restrictDomainsToCertificate(true)
        .build();
  }
}
