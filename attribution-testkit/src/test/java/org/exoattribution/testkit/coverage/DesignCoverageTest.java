package org.exoattribution.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.cases.CertificateMoveCase;
import org.exoattribution.testkit.cases.SharedGatewayCase;
import org.exoattribution.testkit.cases.VarunaCase;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.design.Design;
import org.exoattribution.testkit.design.Designs;
import org.junit.jupiter.api.Test;

class DesignCoverageTest {
  private final AttributionEngine shared = SharedGatewayCase.byAddress().engine();
  private final DesignCoverage coverage = DesignCoverage.of(shared);

  @Test
  void at_first_nothing_is_touched() {
    CoverageReport report = coverage.report();

    assertThat(report.results()).isZero();
    assertThat(report.untouchedConnectors())
        .containsExactly("alpha / Alpha from shared gateway", "beta / Beta from shared gateway");
    assertThat(report.untouchedRules()).contains(RuleId.IP_2, RuleId.IN_1, RuleId.MULTI_2);
    assertThat(report.untouchedReadings())
        .containsExactly(Reading.RECIPIENT_ONLY_IP_MATCH, Reading.RELAY_REFUSAL);
  }

  @Test
  void a_connector_is_touched_by_the_mail_that_came_through_it() {
    coverage.resolve(SharedGatewayCase.betaMail());
    coverage.explain(SharedGatewayCase.betaMail());

    assertThat(coverage.report().connectors())
        .containsEntry("beta / Beta from shared gateway", 2)
        .containsEntry("alpha / Alpha from shared gateway", 0);
  }

  @Test
  void a_partner_connector_is_touched_by_the_mail_that_it_refused() {
    DesignCoverage gateway =
        DesignCoverage.of(
            Designs.inlineGateway("tailspintoys", "tailspintoys.com", "mail.gateway.example"));

    gateway.resolve(
        Connections.from("192.0.2.1").mailFrom("contoso.com").rcptTo("tailspintoys.com").build());

    assertThat(gateway.report().untouchedConnectors()).isEmpty();
    assertThat(gateway.report().rules()).containsEntry(RuleId.IN_4, 1);
  }

  @Test
  void a_disabled_connector_can_decide_nothing_and_is_not_counted() {
    assertThat(DesignCoverage.of(CertificateMoveCase.done()).report().connectors())
        .containsOnlyKeys("contoso / Inbound from on-premises (certificate)");
  }

  @Test
  void a_rule_is_touched_by_the_results_that_rest_on_it() {
    coverage.resolve(SharedGatewayCase.newsletterToAlpha());

    assertThat(coverage.report().rules())
        .containsEntry(RuleId.IP_3, 1)
        .containsEntry(RuleId.IP_2, 0);
  }

  @Test
  void a_certificate_that_fails_touches_the_rule_that_it_fails() {
    DesignCoverage certificates = DesignCoverage.of(SharedGatewayCase.byCertificate());

    certificates.resolve(SharedGatewayCase.betaMail(SharedGatewayCase.revoked()));

    assertThat(certificates.report().rules())
        .containsEntry(RuleId.PKI_5, 1)
        .containsEntry(RuleId.PKI_2, 0);
  }

  @Test
  void a_reading_is_touched_by_the_results_that_it_matters_to() {
    coverage.resolve(SharedGatewayCase.newsletterToAlpha());

    assertThat(coverage.report().untouchedReadings()).containsExactly(Reading.RELAY_REFUSAL);
  }

  @Test
  void every_recipient_of_a_transaction_counts() {
    SimulatedTransaction two =
        SimulatedTransaction.of(
            SharedGatewayCase.newsletterToAlpha(), List.of(ForwardPath.parse("beta.example")));

    coverage.resolve(two);
    coverage.explain(two);

    assertThat(coverage.report().results()).isEqualTo(4);
    assertThat(coverage.report().rules()).containsEntry(RuleId.MULTI_2, 2);
  }

  @Test
  void results_of_elsewhere_can_be_observed() {
    coverage.observe(shared.resolve(SharedGatewayCase.betaMail()));
    coverage.observe(shared.explain(SharedGatewayCase.betaMail()));
    coverage.observe(VarunaCase.design().engine().resolve(VarunaCase.clientMail()));

    assertThat(coverage.report().results()).isEqualTo(3);
    assertThat(coverage.report().connectors())
        .containsEntry("beta / Beta from shared gateway", 2)
        .doesNotContainKey("varunagroup / Inbound from HCW");
    assertThat(coverage.report().rules()).containsEntry(RuleId.CERT_4, 1);
  }

  @Test
  void only_the_rules_that_the_design_makes_possible_are_asked_for() {
    assertThat(rulesOf(Designs.recipient("fabrikam", "fabrikam.com")))
        .containsExactly(RuleId.IN_1, RuleId.IN_5);
    assertThat(rulesOf(Designs.inlineGateway("contoso", "contoso.com", "mail.gateway.example")))
        .contains(RuleId.IN_3, RuleId.IN_4, RuleId.IN_6, RuleId.PKI_3)
        .doesNotContain(RuleId.CERT_2, RuleId.IP_1, RuleId.MULTI_1);
    assertThat(rulesOf(VarunaCase.design()))
        .contains(RuleId.CERT_4)
        .doesNotContain(RuleId.CERT_5, RuleId.SEL_1, RuleId.IN_7, RuleId.IN_2);
    assertThat(rulesOf(VarunaCase.halfCorrected()))
        .contains(RuleId.CERT_5, RuleId.CERT_6)
        .doesNotContain(RuleId.CERT_4);
  }

  @Test
  void what_a_tenant_is_set_to_makes_further_rules_possible() {
    Tenant contoso =
        Tenant.builder("contoso")
            .rejectDirectSend(true)
            .mailEnabled(false)
            .inboundConnector(
                OnPremisesConnector.builder("one")
                    .senderIpAddresses("192.0.2.1")
                    .associatedAcceptedDomains("contoso.com")
                    .build())
            .inboundConnector(
                OnPremisesConnector.builder("two").senderIpAddresses("192.0.2.2").build())
            .build();
    CoverageReport report = DesignCoverage.of(Design.of("made", "up", contoso)).report();

    assertThat(report.rules()).containsKeys(RuleId.IN_7, RuleId.IN_2, RuleId.SEL_1);
    assertThat(report.readings()).containsKey(Reading.ASSOCIATED_DOMAINS);
  }

  @Test
  void the_report_shows_shares_and_what_nothing_touched() {
    coverage.resolve(SharedGatewayCase.newsletterToAlpha());

    assertThat(coverage.report().toString())
        .isEqualTo(
            """
            design coverage, results: 1
              connectors: 1 of 2 (50 %)
                untouched: beta / Beta from shared gateway
              rules: 2 of 9 (22 %)
                untouched: IP-2
                untouched: IP-4
                untouched: NULL-1
                untouched: IN-1
                untouched: IN-5
                untouched: MULTI-1
                untouched: MULTI-2
              readings: 1 of 2 (50 %)
                untouched: relayRefusal
            """);
  }

  @Test
  void a_share_is_reached_exactly_or_not_at_all() {
    coverage.resolve(SharedGatewayCase.newsletterToAlpha());
    CoverageReport report = coverage.report();

    assertThat(report.coversConnectors(50)).isTrue();
    assertThat(report.coversConnectors(51)).isFalse();
    assertThat(report.coversRules(22)).isTrue();
    assertThat(report.coversRules(23)).isFalse();
  }

  @Test
  void a_design_without_connectors_is_covered() {
    CoverageReport report =
        DesignCoverage.of(Designs.recipient("fabrikam", "fabrikam.com")).report();

    assertThat(report.coversConnectors(100)).isTrue();
    assertThat(report.toString()).contains("connectors: none in the design");
  }

  private static Iterable<RuleId> rulesOf(Design design) {
    return DesignCoverage.of(design).report().rules().keySet();
  }
}
