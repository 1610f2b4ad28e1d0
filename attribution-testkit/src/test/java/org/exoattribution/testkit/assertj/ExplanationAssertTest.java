package org.exoattribution.testkit.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;
import static org.exoattribution.testkit.assertj.Failures.expectedIn;
import static org.exoattribution.testkit.assertj.Failures.messageOf;

import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.testkit.cases.CertificateMoveCase;
import org.exoattribution.testkit.cases.VarunaCase;
import org.exoattribution.testkit.coverage.DesignCoverage;
import org.junit.jupiter.api.Test;

class ExplanationAssertTest {
  private static final String BY_CERTIFICATE = "Inbound from on-premises (certificate)";
  private static final String BY_ADDRESS = "Inbound from on-premises (address)";

  private final AttributionEngine move = CertificateMoveCase.done().engine();

  /** Through the connector by certificate; the one by address is disabled. */
  private final Explanation moved = move.explain(CertificateMoveCase.withCertificate());

  /** Rejected; each of the two connectors lacked one condition. */
  private final Explanation refused = move.explain(CertificateMoveCase.withoutCertificate());

  @Test
  void what_holds_for_attributions_holds_for_explanations() {
    assertThat(moved).isOriginating().from("contoso").via(BY_CERTIFICATE).byCertificate();
    assertThat(refused).isRejectedWith("5.7.64");
  }

  @Test
  void an_engine_and_a_connection_are_resolved_and_explained() {
    assertThat(move, CertificateMoveCase.withCertificate()).from("contoso");
    assertThat(
            messageOf(
                () -> assertThat(move, CertificateMoveCase.withoutCertificate()).isOriginating()))
        .contains("x contoso / " + BY_CERTIFICATE);
  }

  @Test
  void a_coverage_and_a_connection_are_resolved_recorded_and_explained() {
    DesignCoverage coverage = DesignCoverage.of(move);

    assertThat(coverage, CertificateMoveCase.withCertificate()).from("contoso");

    assertThat(coverage.report().untouchedConnectors()).isEmpty();
  }

  @Test
  void has_winner() {
    assertThat(moved).hasWinner("contoso", BY_CERTIFICATE);
    assertThat(expectedIn(() -> assertThat(moved).hasWinner("contoso", BY_ADDRESS)))
        .isEqualTo("winner contoso / " + BY_ADDRESS);
    assertThat(expectedIn(() -> assertThat(refused).hasWinner("contoso", BY_ADDRESS)))
        .isEqualTo("winner contoso / " + BY_ADDRESS);
  }

  @Test
  void has_no_winner() {
    assertThat(refused).hasNoWinner();
    assertThat(messageOf(() -> assertThat(moved).hasNoWinner()))
        .contains("expected:\n  no winner\n", "+ contoso / " + BY_CERTIFICATE);
  }

  @Test
  void has_nearest_miss() {
    assertThat(refused)
        .hasNearestMiss("contoso", BY_CERTIFICATE)
        .hasNearestMiss("contoso", BY_ADDRESS);
    assertThat(messageOf(() -> assertThat(moved).hasNearestMiss("contoso", BY_CERTIFICATE)))
        .contains("expected:\n  nearest miss contoso / " + BY_CERTIFICATE, "nearest misses:\n");
  }

  @Test
  void has_no_misses() {
    Explanation captured = VarunaCase.design().engine().explain(VarunaCase.clientMail());

    assertThat(captured).hasNoMisses();
    assertThat(messageOf(() -> assertThat(refused).hasNoMisses()))
        .contains("expected:\n  no misses\n", "x contoso / " + BY_ADDRESS + ", disabled");
  }

  @Test
  void has_condition_of_a_connector() {
    assertThat(refused)
        .hasCondition("contoso", BY_ADDRESS, RuleId.IP_1, Outcome.MATCHED)
        .hasCondition("contoso", BY_ADDRESS, RuleId.CON_8, Outcome.NOT_MATCHED)
        .hasCondition("CONTOSO", BY_CERTIFICATE, RuleId.CERT_2, Outcome.NOT_MATCHED);
    assertThat(
            messageOf(
                () ->
                    assertThat(refused)
                        .hasCondition("contoso", BY_ADDRESS, RuleId.IP_1, Outcome.NOT_MATCHED)))
        .contains(
            "condition IP-1 NOT_MATCHED at contoso / " + BY_ADDRESS, "but its outcome is MATCHED");
    assertThat(
            messageOf(
                () ->
                    assertThat(refused)
                        .hasCondition("contoso", "Relay", RuleId.IP_1, Outcome.MATCHED)))
        .contains("condition IP-1 MATCHED at contoso / Relay, but there is no such condition");
  }

  @Test
  void has_condition_of_a_stage() {
    assertThat(refused).hasCondition(Stage.CERTIFICATE, RuleId.PKI_1, Outcome.NOT_MATCHED);
    assertThat(
            messageOf(
                () ->
                    assertThat(moved)
                        .hasCondition(Stage.CERTIFICATE, RuleId.PKI_1, Outcome.NOT_MATCHED)))
        .contains("condition PKI-1 NOT_MATCHED at the certificate stage, but its outcome is");
  }

  @Test
  void null_is_no_explanation() {
    Explanation none = null;

    assertThat(messageOf(() -> assertThat(none).hasNoWinner())).contains("not to be null");
  }
}
