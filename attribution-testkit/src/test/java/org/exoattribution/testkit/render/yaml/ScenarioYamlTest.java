package org.exoattribution.testkit.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.pki.CertificateAuthority;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.CertificateTemplate;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticCertificate.Issuer;
import org.exoattribution.testkit.pki.SyntheticPki;
import org.junit.jupiter.api.Test;

class ScenarioYamlTest {
  private static final Instant AT = Instant.parse("2026-11-01T12:30:00Z");

  private static final TenantDirectory DIRECTORY =
      TenantDirectory.of(
          Tenant.builder("contoso")
              .rejectDirectSend(true)
              .acceptedDomains("contoso.com")
              .acceptedDomain(AcceptedDomain.parse("contoso.net").withMatchSubDomains(true))
              .inboundConnector(
                  OnPremisesConnector.builder("007")
                      .tlsSenderCertificateName("*.contoso.com")
                      .otherProperty("Comment", "yes: and no")
                      .build())
              .inboundConnector(
                  PartnerConnector.builder("partners")
                      .enabled(false)
                      .senderDomains("*.fabrikam.com")
                      .senderIpAddresses("192.0.2.7/28")
                      .restrictDomainsToIpAddresses(true)
                      .requireTls(false)
                      .build())
              .build());

  private static final SimulatedConnection CONNECTION =
      SimulatedConnection.builder()
          .sourceIp("192.0.2.1")
          .presentedCertificate(
              presented(
                  SyntheticPki.shared()
                      .issue(
                          SyntheticCertificate.named("mail.contoso.com")
                              .withIssuer(Issuer.SELF_SIGNED)
                              .withExtendedKeyUsage(List.of()),
                          Instant.parse("2026-11-01T00:00:00Z"))))
          .mailFrom("<>")
          .rcptTo("kate@fabrikam.com")
          .at(AT)
          .build();

  @Test
  void what_two_connections_share_is_written_twice_since_the_reader_takes_no_alias() {
    assertThat(
            ScenarioYaml.of(DIRECTORY).withConnection(CONNECTION).withConnection(CONNECTION).text())
        .contains("extendedKeyUsage: []")
        .doesNotContain("&id", "*id");
  }

  @Test
  void a_scenario_has_what_is_not_as_by_default() {
    assertThat(
            ScenarioYaml.of(DIRECTORY)
                .withRuleSet(RuleSet.V2017)
                .withReadings(Readings.defaults().with("certificateTrust", "ANY"))
                .withConnection(CONNECTION)
                .withTransaction(
                    SimulatedTransaction.of(
                        CONNECTION.toBuilder().withoutPresentedCertificate().build(),
                        List.of(ForwardPath.parse("contoso.net"))))
                .text())
        .isEqualTo(
            """
            tenants:
            - name: contoso
              rejectDirectSend: true
              acceptedDomains:
              - contoso.com
              - {DomainName: contoso.net, MatchSubDomains: true}
              inboundConnectors:
              - {Name: '007', ConnectorType: OnPremises, TlsSenderCertificateName: '*.contoso.com', Comment: 'yes:
                  and no'}
              - Name: partners
                ConnectorType: Partner
                Enabled: false
                SenderIPAddresses: [192.0.2.0/28]
                SenderDomains: ['*.fabrikam.com']
                RequireTls: false
                RestrictDomainsToIPAddresses: true
            at: 2026-11-01T12:30:00Z
            rules: '2017'
            readings: {certificateTrust: ANY}
            connections:
            - sourceIp: 192.0.2.1
              certificate:
                commonName: mail.contoso.com
                issuer: self-signed
                extendedKeyUsage: []
              mailFrom: <>
              rcptTo: kate@fabrikam.com
            - sourceIp: 192.0.2.1
              tls: true
              mailFrom: <>
              rcptTo: [kate@fabrikam.com, contoso.net]
            """);
  }

  @Test
  void without_connections_it_is_a_file_of_tenants() {
    assertThat(ScenarioYaml.of(TenantDirectory.of(Tenant.builder("contoso").build())).text())
        .isEqualTo(
            """
            tenants:
            - {name: contoso}
            """);
  }

  @Test
  void a_certificate_that_no_scenario_can_describe_is_refused() {
    CertificateBundle foreign =
        CertificateAuthority.create("Some Root CA", AT)
            .issue(CertificateTemplate.forHost("mail.contoso.com"));
    SimulatedConnection connection =
        CONNECTION.toBuilder().presentedCertificate(presented(foreign)).build();

    assertThatThrownBy(() -> ScenarioYaml.of(DIRECTORY).withConnection(connection).text())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"CN=mail.contoso.com (chain of 1)\" cannot be described in a scenario: expected a"
                + " certificate that SyntheticPki issued for the day of its connection,"
                + " 2026-11-01T12:30:00Z");
  }

  private static PresentedCertificate presented(CertificateBundle bundle) {
    return PresentedCertificate.of(bundle.chain())
        .withRevocationStatus(RevocationStatus.ofCrls(bundle.crls()));
  }
}
