package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.engine.Tenants.engine;

import java.util.List;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Stage;
import org.exoattribution.model.StageExplanation;
import org.exoattribution.model.Tenant;
import org.junit.jupiter.api.Test;

/** What an explanation says of what decided, and of what came after it. */
class ExplanationTest {
  private static final String ADDRESS = "192.0.2.1";

  private static OnPremisesConnector byAddress() {
    return Tenants.byAddress("By address", ADDRESS);
  }

  private static OnPremisesConnector byCertificate(String name) {
    return Tenants.byCertificate("By certificate", name);
  }

  private static Tenant tenant(String name, String domain, InboundConnector... connectors) {
    return Tenants.accepting(name, List.of(domain), connectors);
  }

  private static StageExplanation stage(Explanation explanation, Stage stage) {
    return explanation.stages().stream()
        .filter(each -> each.stage() == stage)
        .findFirst()
        .orElseThrow();
  }

  private static ConnectorExplanation connector(
      Explanation explanation, Stage stage, String tenant) {
    return stage(explanation, stage).connectors().stream()
        .filter(c -> c.tenant().name().equals(tenant))
        .findFirst()
        .orElseThrow();
  }

  private static ConditionExplanation condition(List<ConditionExplanation> among, String label) {
    return among.stream().filter(c -> c.label().equals(label)).findFirst().orElseThrow();
  }

  @Test
  void direct_send_is_not_reached_where_a_restriction_or_a_missing_subscription_decided() {
    Tenant contoso =
        tenant(
                "contoso",
                "contoso.com",
                PartnerConnector.builder("Gateway")
                    .senderDomains("*")
                    .restrictDomainsToIpAddresses(true)
                    .senderIpAddresses("198.51.100.1")
                    .build())
            .toBuilder()
            .rejectDirectSend(true)
            .build();
    SimulatedConnection mail = Mail.mail(ADDRESS, "a@contoso.com", "b@contoso.com");
    Explanation restricted = engine(contoso).explain(mail);
    Explanation without = engine(contoso.toBuilder().mailEnabled(false).build()).explain(mail);

    for (Explanation explanation : List.of(restricted, without)) {
      List<ConditionExplanation> conditions = stage(explanation, Stage.INCOMING).conditions();
      assertThat(condition(conditions, "RejectDirectSend").outcome())
          .isEqualTo(Outcome.NOT_REACHED);
    }
    assertThat(stage(restricted, Stage.INCOMING).rule()).isEqualTo(RuleId.IN_4);
    assertThat(stage(without, Stage.INCOMING).rule()).isEqualTo(RuleId.IN_2);
  }

  @Test
  void
      a_partner_connector_that_does_not_cover_the_sender_is_asked_neither_for_tls_nor_for_a_match() {
    Explanation explanation =
        engine(
                tenant(
                    "contoso",
                    "contoso.com",
                    PartnerConnector.builder("From fabrikam")
                        .senderDomains("fabrikam.com")
                        .build()))
            .explain(Mail.mail(ADDRESS, "a@stranger.example", "b@contoso.com"));
    ConnectorExplanation partner = connector(explanation, Stage.INCOMING, "contoso");

    assertThat(partner.rule()).isEqualTo(RuleId.IN_3);
    assertThat(condition(partner.conditions(), "RequireTls").outcome())
        .isEqualTo(Outcome.NOT_REACHED);
    assertThat(condition(partner.conditions(), "choice").actual())
        .isEqualTo("not among those to choose from");
  }

  @Test
  void a_stage_that_passes_on_by_ip_3_says_so() {
    AttributionEngine engine = engine(tenant("contoso", "contoso.com", byAddress()));
    Explanation explanation =
        engine
            .withReadings(engine.readings().with("recipientOnlyIpMatch", "INCOMING"))
            .explain(Mail.mail(ADDRESS, "a@stranger.example", "b@contoso.com"));

    assertThat(explanation.attribution().grounds().rules()).contains(RuleId.IP_3);
    assertThat(stage(explanation, Stage.IP).rule()).isEqualTo(RuleId.IP_3);
  }

  @Test
  void a_certificate_that_no_connector_matches_is_passed_on_by_cert_2() {
    Explanation explanation =
        engine(tenant("contoso", "contoso.com", byCertificate("mail.contoso.com")))
            .explain(
                Mail.mail(ADDRESS, "a@stranger.example", "b@contoso.com"),
                Mail.certificate("mail.fabrikam.com"));

    assertThat(explanation.attribution().grounds().rules()).doesNotContain(RuleId.CERT_6);
    assertThat(stage(explanation, Stage.CERTIFICATE).rule()).isEqualTo(RuleId.CERT_2);
  }

  @Test
  void who_loses_by_the_envelope_after_a_tie_lost_by_cert_5() {
    Explanation explanation =
        engine(
                tenant("contoso", "a.example.com", byCertificate("*.example.com")),
                tenant("fabrikam", "b.example.com", byCertificate("*.example.com")))
            .explain(
                Mail.mail(ADDRESS, "a@a.example.com", "b@stranger.example"),
                Mail.certificate("mail.example.com"));

    assertThat(explanation.attribution().tenantName()).contains("contoso");
    assertThat(connector(explanation, Stage.CERTIFICATE, "fabrikam").rule())
        .isEqualTo(RuleId.CERT_5);
  }

  @Test
  void who_loses_by_the_envelope_where_nobody_owns_lost_by_cert_5() {
    Explanation explanation =
        engine(
                tenant("contoso", "contoso.com", byCertificate("gw.gateway.example")),
                tenant("fabrikam", "fabrikam.com", byCertificate("gw.gateway.example")))
            .explain(
                Mail.mail(ADDRESS, "a@contoso.com", "b@stranger.example"),
                Mail.certificate("gw.gateway.example"));

    assertThat(explanation.attribution().tenantName()).contains("contoso");
    assertThat(connector(explanation, Stage.CERTIFICATE, "fabrikam").rule())
        .isEqualTo(RuleId.CERT_5);
  }

  @Test
  void a_later_recipient_is_told_of_its_own_connectors_and_of_the_first_recipients_result() {
    AttributionEngine engine =
        engine(
            tenant("contoso", "contoso.com", byAddress()),
            tenant(
                "fabrikam",
                "fabrikam.com",
                PartnerConnector.builder("From contoso").senderDomains("*").build()));
    SimulatedTransaction transaction =
        SimulatedTransaction.of(
            Mail.mail(ADDRESS, "a@contoso.com", "b@stranger.example"),
            List.of(ForwardPath.parse("c@fabrikam.com")));
    Explanation later = engine.explain(transaction).get(1);

    assertThat(later.attribution()).isEqualTo(engine.resolve(transaction).get(1));
    assertThat(stage(later, Stage.IP).rule()).isEqualTo(RuleId.MULTI_1);
    assertThat(stage(later, Stage.IP).actual()).contains("b@stranger.example");
    assertThat(connector(later, Stage.IP, "contoso").outcome()).isEqualTo(Outcome.MATCHED);
    assertThat(connector(later, Stage.INCOMING, "fabrikam").rule()).isEqualTo(RuleId.MULTI_1);
  }
}
