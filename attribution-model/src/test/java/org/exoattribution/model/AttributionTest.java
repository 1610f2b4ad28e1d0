package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.SmtpReply.Phase;
import org.junit.jupiter.api.Test;

/** The three outcomes, seen through what they have in common. */
class AttributionTest {
  private static final OnPremisesConnector GATEWAY = Connectors.onPremises();
  private static final PartnerConnector PARTNER =
      PartnerConnector.builder("From fabrikam").senderDomains("fabrikam.com").build();
  private static final Tenant CONTOSO =
      Tenant.builder("contoso")
          .acceptedDomains("contoso.com")
          .inboundConnector(GATEWAY)
          .inboundConnector(PARTNER)
          .build();
  private static final SimulatedConnection CONNECTION =
      SimulatedConnection.builder()
          .sourceIp("192.0.2.1")
          .mailFrom("someone@fabrikam.com")
          .rcptTo("someone@contoso.com")
          .at("2026-11-01T00:00:00Z")
          .build();
  private static final Finding FINDING = Finding.of(Finding.Id.FOREIGN_SENDER, "fabrikam");
  private static final Grounds GROUNDS =
      new Grounds(List.of(RuleId.IP_2), Evidence.DOCUMENTED, Set.of(), List.of(FINDING));

  private static Incoming incoming(Optional<PartnerConnector> connector) {
    return new Incoming(CONNECTION, CONTOSO, connector, GROUNDS);
  }

  private static Rejected rejected(Optional<Tenant> tenant, Optional<PartnerConnector> connector) {
    return new Rejected(
        CONNECTION,
        RejectionReason.PARTNER_RESTRICTION,
        new SmtpReply(550, "5.7.51", "TenantInboundAttribution", Phase.RCPT_TO),
        tenant,
        connector,
        Stage.INCOMING,
        GROUNDS);
  }

  private static String folded(Attribution attribution) {
    return attribution.<String>fold(o -> "originating", i -> "incoming", r -> "rejected");
  }

  @Test
  void originating_names_the_sending_tenant_and_its_connector() {
    Attribution attribution =
        new Originating(
            CONNECTION, CONTOSO, GATEWAY, Stage.IP, AttributionBasis.MAIL_FROM, GROUNDS);

    assertThat(attribution.verdict()).isEqualTo(Verdict.ORIGINATING);
    assertThat(attribution.stage()).isEqualTo(Stage.IP);
    assertThat(attribution.tenantName()).contains("contoso");
    assertThat(attribution.connectorName()).contains("Gateway");
    assertThat(attribution.findings()).containsExactly(FINDING);
    assertThat(folded(attribution)).isEqualTo("originating");
  }

  @Test
  void incoming_through_a_connector_names_it() {
    Incoming attribution = incoming(Optional.of(PARTNER));

    assertThat(attribution.verdict()).isEqualTo(Verdict.INCOMING);
    assertThat(attribution.stage()).isEqualTo(Stage.INCOMING);
    assertThat(attribution.tenantName()).contains("contoso");
    assertThat(attribution.connectorName()).contains("From fabrikam");
    assertThat(attribution.isAnonymous()).isFalse();
    assertThat(folded(attribution)).isEqualTo("incoming");
  }

  @Test
  void incoming_through_no_connector_is_anonymous() {
    assertThat(incoming(Optional.empty()).isAnonymous()).isTrue();
    assertThat(incoming(Optional.empty()).connectorName()).isEmpty();
  }

  @Test
  void rejected_names_who_refuses_if_somebody_does() {
    Attribution refused = rejected(Optional.of(CONTOSO), Optional.of(PARTNER));
    Attribution relay = rejected(Optional.empty(), Optional.empty());

    assertThat(refused.verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(refused.tenantName()).contains("contoso");
    assertThat(refused.connectorName()).contains("From fabrikam");
    assertThat(relay.tenantName()).isEmpty();
    assertThat(relay.connectorName()).isEmpty();
    assertThat(folded(relay)).isEqualTo("rejected");
  }
}
