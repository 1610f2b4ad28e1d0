package org.exoattribution.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.scenario.Texts.refusal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.AcceptedDomain.DomainType;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.export.ImportReport.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tenants that somebody wrote down, in a file of their own or in a scenario. */
class TenantsDocumentTest {
  private static TenantsImport read(String yaml) {
    return TenantsReader.readDocument("tenants.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static Tenant tenant(String yaml) {
    return read("tenants:\n" + yaml.indent(2)).directory().tenants().iterator().next();
  }

  private static InboundConnector connector(String properties) {
    return tenant("- { name: contoso, inboundConnectors: [{ " + properties + " }] }")
        .inboundConnectors()
        .get(0);
  }

  @Test
  void every_key_of_a_tenant_is_read() {
    assertThat(
            tenant(
                """
                - name: contoso
                  tenantId: 5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11
                  rejectDirectSend: true
                  mailEnabled: false
                  acceptedDomains:
                    - Contoso.COM.
                    - { domainname: b.example, DOMAINTYPE: internalrelay, MatchSubDomains: "True" }
                    - { Domain: c.example }
                """))
        .isEqualTo(
            Tenant.builder("contoso")
                .tenantId("5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11")
                .rejectDirectSend(true)
                .mailEnabled(false)
                .acceptedDomains("contoso.com")
                .acceptedDomain(
                    new AcceptedDomain(
                        DomainName.parse("b.example"), DomainType.INTERNAL_RELAY, true))
                .acceptedDomains("c.example")
                .build());
  }

  @Test
  void a_tenant_needs_a_name_only() {
    assertThat(tenant("- name: contoso")).isEqualTo(Tenant.builder("contoso").build());
  }

  @Test
  void every_property_of_a_connector_is_read() {
    assertThat(
            connector(
                "Name: Relay, ConnectorType: OnPremises, Enabled: false, TlsSenderCertificateName:"
                    + " '*.contoso.com', SenderIPAddresses: [192.0.2.1/25], SenderDomains:"
                    + " ['smtp:*;1'], RequireTls: false, AssociatedAcceptedDomains: [contoso.com],"
                    + " CloudServicesMailEnabled: true"))
        .isEqualTo(
            OnPremisesConnector.builder("Relay")
                .enabled(false)
                .tlsSenderCertificateName("*.contoso.com")
                .senderIpAddresses("192.0.2.0/25")
                .senderDomains("*")
                .requireTls(false)
                .associatedAcceptedDomains("contoso.com")
                .cloudServicesMailEnabled(true)
                .build());
    assertThat(
            connector(
                "name: P, connectortype: PARTNER, senderipaddresses: [192.0.2.1],"
                    + " restrictdomainstoipaddresses: true, tlssendercertificatename: a.example,"
                    + " restrictdomainstocertificate: 'true'"))
        .isEqualTo(
            PartnerConnector.builder("P")
                .senderIpAddresses("192.0.2.1")
                .restrictDomainsToIpAddresses(true)
                .tlsSenderCertificateName("a.example")
                .restrictDomainsToCertificate(true)
                .build());
  }

  @Test
  void a_connector_is_a_partner_connector_by_default() {
    assertThat(connector("Name: P")).isEqualTo(PartnerConnector.builder("P").build());
  }

  @Test
  void properties_outside_the_model_are_kept_if_they_are_to_be_shown() {
    TenantsImport read =
        read(
            """
            tenants:
              - name: contoso
                inboundConnectors:
                  - { Name: A, EFSkipIPs: [192.0.2.1, 192.0.2.2], EFSkipLastIP: false, Comment: null,
                      clienthostnames: [], TrustedOrganizations: fabrikam.com, WhenChanged: today }
                  - { Name: B, whenChanged: tomorrow, ObjectState: Unchanged }
            """);

    assertThat(
            read.directory()
                .tenant("contoso")
                .orElseThrow()
                .inboundConnectors()
                .get(0)
                .otherProperties())
        .containsOnly(
            Map.entry("EFSkipIPs", "192.0.2.1, 192.0.2.2"),
            Map.entry("EFSkipLastIP", "false"),
            Map.entry("TrustedOrganizations", "fabrikam.com"),
            Map.entry("WhenChanged", "today"));
    assertThat(read.report().entries())
        .extracting(ImportReport.Entry::severity, ImportReport.Entry::toString)
        .containsExactly(
            Tuple.tuple(
                Severity.INFO,
                "tenants.yaml:6: \"ObjectState\" of Get-InboundConnector is ignored: it plays no"
                    + " part here"));
  }

  @Test
  void a_misspelt_property_makes_the_tenants_incomplete_and_names_the_nearest_one() {
    assertThat(
            read("tenants: [{ name: a, inboundConnectors: [{ Name: A, SenderIPAdresses: [] }] }]")
                .report()
                .entries(Severity.INCOMPLETE))
        .singleElement()
        .hasToString(
            "tenants.yaml:1: \"SenderIPAdresses\" of Get-InboundConnector is not known; what it was"
                + " to set is not honoured; did you mean \"SenderIPAddresses\"?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acceptedDomains: [a_b.example] | \"a_b.example\" is not a domain name: expected",
        "acceptedDomains: [true] | an accepted domain is \"true\": expected a domain, or an object",
        "acceptedDomains: [{ DomainType: Authoritative }] | an accepted domain without DomainName",
        "acceptedDomains: [{ DomainName: a.example, DomainType: Foreign }] | \"Foreign\" is not a"
            + " DomainType: expected Authoritative",
        "acceptedDomains: [{ DomainName: a.example, MatchSubDomains: 1 }] | MatchSubDomains is"
            + " \"1\": expected true or false",
        "acceptedDomains: [{ DomainName: a.example, domainname: b.example }] | \"domainname\" is"
            + " given twice in one record: expected it once",
        "acceptedDomains: [a.example, A.example] | \"a.example\" is listed twice among the accepted"
            + " domains of \"contoso\": expected it once (DIR-1)",
        "inboundConnectors: [Relay] | an inbound connector is \"Relay\": expected an object",
        "inboundConnectors: [{ Enabled: true }] | an inbound connector without Name",
        "inboundConnectors: [{ Name: A, ConnectorType: Hybrid }] | ConnectorType of connector \"A\""
            + " is \"Hybrid\": expected OnPremises or Partner",
        "inboundConnectors: [{ Name: A, ConnectorType: OnPremises }] | connector \"A\" of type"
            + " OnPremises could match nothing",
        "inboundConnectors: [{ Name: A, SenderIPAddresses: [192.0.2.0/16] }] | connector \"A\":"
            + " \"192.0.2.0/16\" is not a SenderIPAddresses entry: expected",
        "inboundConnectors: [{ Name: A, TlsSenderCertificateName: '*' }] | connector \"A\": \"*\""
            + " is not a TlsSenderCertificateName: expected",
        "inboundConnectors: [{ Name: A, SenderDomains: ['a*.example'] }] | connector \"A\":"
            + " \"a*.example\" is not a SenderDomains entry: expected",
        "inboundConnectors: [{ Name: A, RequireTls: maybe }] | RequireTls is \"maybe\": expected"
            + " true or false",
        "inboundConnectors: [{ Name: A, RestrictDomainsToCertificate: true }] | connector \"A\" has"
            + " RestrictDomainsToCertificate true but no",
        "inboundConnectors: [{ Name: A }, { Name: a }] | tenant \"contoso\" has two connectors"
            + " named \"a\": expected distinct names",
        "rejectDirectSend: 'True' | rejectDirectSend is \"True\": expected true or false"
      })
  void a_fault_is_an_error_with_its_line(String keys, String problem) {
    assertThat(refusal("tenants:\n  - name: contoso\n    " + keys + "\n"))
        .startsWith("scenario.yaml:3: " + problem);
  }

  @Test
  void a_domain_of_two_tenants_is_refused_naming_both() {
    assertThat(
            refusal(
                """
                tenants:
                  - { name: contoso, acceptedDomains: [contoso.com] }
                  - { name: fabrikam, acceptedDomains: [{ DomainName: CONTOSO.com }] }
                """))
        .isEqualTo(
            "scenario.yaml:3: \"contoso.com\" is an accepted domain of both \"contoso\" and"
                + " \"fabrikam\": expected one tenant for a domain, the other is at scenario.yaml:2"
                + " (DIR-1)");
  }

  @Test
  void two_tenants_of_one_name_are_refused() {
    assertThat(refusal("tenants:\n  - name: contoso\n  - name: Contoso\n"))
        .startsWith("scenario.yaml:3: two tenants are named \"contoso\" and \"Contoso\": expected");
  }

  @Test
  void a_blank_name_is_refused() {
    assertThat(refusal("tenants:\n  - name: ' '\n"))
        .startsWith("scenario.yaml:2: \" \" is not the name of a tenant: expected");
  }

  @Test
  void no_tenant_at_all_is_refused() {
    assertThat(refusal("tenants: []\n"))
        .isEqualTo("scenario.yaml:1: tenants is an empty list: expected at least one tenant");
  }

  @Test
  void the_order_of_domains_and_connectors_is_kept() {
    assertThat(tenant("- { name: a, acceptedDomains: [b.example, a.example] }").acceptedDomains())
        .isEqualTo(List.of(AcceptedDomain.parse("b.example"), AcceptedDomain.parse("a.example")));
  }
}
