package org.exoattribution.analysis.lint;

import java.util.List;
import java.util.stream.IntStream;
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
            "CERTIFICATE_NAME_OF_ANOTHER_TENANT",
            "contoso / C",
            List.of(contoso(byCertificate("mail.fabrikam.com")), fabrikam()),
            List.of(contoso(byCertificate("mail.gateway.example")), fabrikam())),
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
            "SHARED_SENDER_NAMED",
            "contoso / C",
            List.of(contoso(byCertificate("*.smtp.sendgrid.net"))),
            List.of(contoso(byCertificate("smtp.contoso.com")))),
        new LintCase(
            "GATEWAY_NAMED",
            "contoso / C",
            List.of(contoso(byAddress("104.47.0.7"))),
            List.of(contoso(byAddress("104.48.0.7")))),
        new LintCase(
            "WILDCARD_OVER_PUBLIC_SUFFIX",
            "contoso / C",
            List.of(contoso(byCertificate("*.co.uk"))),
            List.of(contoso(byCertificate("*.contoso.co.uk")))),
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
            "ADDRESS_OF_ANOTHERS_PARTNER",
            "contoso / C",
            List.of(
                contoso(byAddress("81.173.212.44")),
                fabrikam(
                    partner().senderDomains("*").senderIpAddresses("81.173.212.0/24").build())),
            List.of(
                contoso(byAddress("81.173.213.44")),
                fabrikam(
                    partner().senderDomains("*").senderIpAddresses("81.173.212.0/24").build()))),
        new LintCase(
            "ADDRESS_NOT_PUBLIC",
            "contoso / C",
            List.of(contoso(byAddress("81.173.212.44", "100.127.255.255"))),
            List.of(contoso(byAddress("81.173.212.44", "100.128.0.0")))),
        new LintCase(
            "CONNECTOR_BY_ADDRESS_ALONE",
            "contoso / C",
            List.of(contoso(byAddress("81.173.212.44"))),
            List.of(
                contoso(
                    onPremises("C")
                        .senderIpAddresses("81.173.212.44")
                        .tlsSenderCertificateName("contoso.com")
                        .build()))),
        new LintCase(
            "CERTIFICATE_EXPIRES",
            "contoso / C",
            List.of(contoso(byCertificate("mail.contoso.com"))),
            List.of(contoso(byCertificate("smtp.contoso.com")))),
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
            "CONNECTOR_NEVER_ENABLED",
            "contoso / C",
            List.of(contoso(created("2026-10-01", "2026-10-01"))),
            List.of(contoso(created("2026-10-01", "2026-10-02")))),
        new LintCase(
            "SENDER_DOMAINS_TOO_LONG",
            "contoso / P",
            List.of(contoso(partner().senderDomains(domains(113)).build())),
            List.of(contoso(partner().senderDomains(domains(112)).build()))),
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
            "RESTRICTION_NEVER_MET",
            "contoso / P",
            List.of(contoso(byCertificate("*.contoso.com"), ownGate())),
            List.of(contoso(byCertificate("smtp.contoso.com"), ownGate()))),
        new LintCase(
            "RESTRICTION_TO_ONE_VENDOR",
            "contoso / P",
            List.of(contoso(gateway("*"))),
            List.of(contoso(gateway("fabrikam.com")))),
        new LintCase(
            "ENHANCED_FILTERING_ABSENT",
            "contoso / P",
            List.of(contoso(gateway("*"))),
            List.of(
                contoso(gateway("*").toBuilder().otherProperty("EFSkipLastIP", "True").build()))),
        new LintCase(
            "PARTNER_LOSES_BY_NAME",
            "contoso / P",
            List.of(contoso(gateway("fabrikam.com"), named("A", gateway("*")))),
            List.of(contoso(gateway("*"), named("A", gateway("fabrikam.com"))))),
        new LintCase(
            "PARTNER_ADDRESSES_WITHOUT_EFFECT",
            "contoso / P",
            List.of(
                contoso(partner().senderDomains("*").senderIpAddresses("81.173.212.44").build())),
            List.of(
                contoso(
                    partner()
                        .senderDomains("*")
                        .senderIpAddresses("81.173.212.44")
                        .restrictDomainsToIpAddresses(true)
                        .build()))),
        new LintCase(
            "PARTNER_CERTIFICATE_WITHOUT_TLS",
            "contoso / P",
            List.of(
                contoso(
                    partner()
                        .senderDomains("*")
                        .tlsSenderCertificateName("mail.gateway.example")
                        .requireTls(false)
                        .build())),
            List.of(contoso(gateway("*").toBuilder().requireTls(false).build()))),
        new LintCase(
            "PARTNER_REFUSES_PLAINTEXT",
            "contoso / P",
            List.of(contoso(partner().senderDomains("*").build())),
            List.of(contoso(partner().senderDomains("*").requireTls(false).build()))),
        new LintCase(
            "DIRECT_SEND_NOT_REJECTED",
            "contoso",
            List.of(contoso()),
            List.of(contoso().toBuilder().rejectDirectSend(true).build())),
        new LintCase(
            "DIRECT_SEND_WITHOUT_CONNECTOR",
            "contoso",
            List.of(
                contoso(byCertificate("contoso.com").withEnabled(false)).toBuilder()
                    .rejectDirectSend(true)
                    .build()),
            List.of(
                contoso(byCertificate("contoso.com")).toBuilder().rejectDirectSend(true).build())),
        new LintCase(
            "DIRECT_SEND_CONNECTOR_TIED",
            "contoso / P",
            List.of(tied("fabrikam.example")),
            List.of(tied("contoso.com"))));
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

  static InboundConnector.Builder<OnPremisesConnector> onPremises(String name) {
    return OnPremisesConnector.builder(name);
  }

  static InboundConnector byCertificate(String name) {
    return onPremises("C").tlsSenderCertificateName(name).build();
  }

  static InboundConnector byAddress(String... addresses) {
    return onPremises("C").senderIpAddresses(addresses).build();
  }

  static InboundConnector.Builder<PartnerConnector> partner() {
    return PartnerConnector.builder("P");
  }

  static PartnerConnector gateway(String senders) {
    return partner()
        .senderDomains(senders)
        .tlsSenderCertificateName("mail.gateway.example")
        .restrictDomainsToCertificate(true)
        .build();
  }

  static InboundConnector created(String created, String changed) {
    return onPremises("C")
        .tlsSenderCertificateName("contoso.com")
        .enabled(false)
        .otherProperty("WhenCreated", created)
        .otherProperty("WhenChanged", changed)
        .build();
  }

  /** So many domains, each of which takes 20 characters of the list but for the last one's 19. */
  private static String[] domains(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format("d%03d.example", i))
        .toArray(String[]::new);
  }

  private static PartnerConnector ownGate() {
    return partner()
        .senderDomains("*")
        .tlsSenderCertificateName("mail.contoso.com")
        .restrictDomainsToCertificate(true)
        .build();
  }

  private static PartnerConnector named(String name, PartnerConnector like) {
    return PartnerConnector.builder(name)
        .senderDomains(like.senderDomains())
        .tlsSenderCertificateName(like.tlsSenderCertificateName().orElseThrow())
        .restrictDomainsToCertificate(true)
        .build();
  }

  private static Tenant tied(String domain) {
    return contoso(
            partner()
                .senderDomains("*")
                .senderIpAddresses("81.173.212.44")
                .associatedAcceptedDomains(domain)
                .build())
        .toBuilder()
        .rejectDirectSend(true)
        .build();
  }
}
