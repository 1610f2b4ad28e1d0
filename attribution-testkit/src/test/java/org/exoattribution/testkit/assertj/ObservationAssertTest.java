package org.exoattribution.testkit.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;
import static org.exoattribution.testkit.assertj.Failures.messageOf;

import org.exoattribution.analysis.observation.Observation;
import org.exoattribution.analysis.observation.Observed;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

class ObservationAssertTest {
  private static final AttributionEngine ENGINE =
      AttributionEngine.of(
          TenantDirectory.of(
              Tenant.builder("contoso")
                  .acceptedDomains("contoso.com")
                  .inboundConnector(
                      OnPremisesConnector.builder("By address")
                          .senderIpAddresses("198.51.100.7")
                          .build())
                  .inboundConnector(
                      OnPremisesConnector.builder("By certificate")
                          .tlsSenderCertificateName("*.contoso.com")
                          .build())
                  .build()));

  private static Observation seen(String source, String from, Verdict verdict) {
    return new Observation(
        SimulatedConnection.builder()
            .sourceIp(source)
            .tls(true)
            .mailFrom(from)
            .rcptTo("kate@example.net")
            .at("2026-11-01T00:00:00Z")
            .build(),
        Observed.of(verdict, "contoso"));
  }

  private static final Observation AGREEING =
      seen("198.51.100.7", "john@contoso.com", Verdict.ORIGINATING);
  private static final Observation CONDITIONAL =
      seen("203.0.113.1", "john@contoso.com", Verdict.ORIGINATING);
  private static final Observation CONTRADICTING =
      seen("203.0.113.1", "john@contoso.com", Verdict.INCOMING);

  @Test
  void what_the_model_says_too_agrees() {
    assertThat(ENGINE, AGREEING).agrees();

    assertThat(messageOf(() -> assertThat(ENGINE, CONDITIONAL).agrees()))
        .startsWith("\nexpected:\n  AGREES\nbut was:\nAGREES_IF 1 message from 203.0.113.1")
        .contains("only a certificate for *.contoso.com explains it");
  }

  @Test
  void what_a_certificate_would_explain_agrees_if_it_was_presented() {
    assertThat(ENGINE, CONDITIONAL).agreesIfCertificateMatches("*.contoso.com");

    assertThat(
            messageOf(
                () -> assertThat(ENGINE, CONDITIONAL).agreesIfCertificateMatches("contoso.com")))
        .contains("expected:\n  AGREES_IF with a certificate for contoso.com\nbut was:\nAGREES_IF");
    assertThat(
            messageOf(
                () -> assertThat(ENGINE, AGREEING).agreesIfCertificateMatches("*.contoso.com")))
        .contains("but was:\nAGREES 1 message");
  }

  @Test
  void what_nothing_explains_contradicts() {
    assertThat(ENGINE, CONTRADICTING).contradicts();

    assertThat(messageOf(() -> assertThat(ENGINE, AGREEING).contradicts()))
        .contains("expected:\n  CONTRADICTS\nbut was:\nAGREES 1 message from 198.51.100.7");
  }
}
