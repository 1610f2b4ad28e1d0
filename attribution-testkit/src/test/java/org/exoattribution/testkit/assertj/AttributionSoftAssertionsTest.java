package org.exoattribution.testkit.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.cases.VarunaCase;
import org.exoattribution.testkit.coverage.DesignCoverage;
import org.junit.jupiter.api.Test;

class AttributionSoftAssertionsTest {
  private final AttributionEngine engine = VarunaCase.design().engine();
  private final AttributionSoftAssertions softly = new AttributionSoftAssertions();

  @Test
  void nothing_is_reported_if_all_hold() {
    softly.assertThat(engine, VarunaCase.clientMail()).isOriginating().from("varunagroup");
    softly.assertThat(engine.directory()).hasTenant("fabrikam");

    softly.assertAll();

    assertThat(softly.errorsCollected()).isEmpty();
  }

  @Test
  void every_failure_of_a_chain_is_collected() {
    softly.assertThat(engine, VarunaCase.clientMail()).isIncoming().via("Relay").byCertificate();

    assertThat(softly.errorsCollected())
        .hasSize(2)
        .anySatisfy(error -> assertThat(error).hasMessageContaining("  Incoming"))
        .anySatisfy(error -> assertThat(error).hasMessageContaining("the connector \"Relay\""));
  }

  @Test
  void each_kind_of_value_has_its_assertions() {
    softly.assertThat(engine.explain(VarunaCase.clientMail())).hasNoWinner();
    softly
        .assertThat(engine.resolve(VarunaCase.clientMail()))
        .explainedBy(engine)
        .isIncomingTo("fabrikam");
    softly.assertThat(DesignCoverage.of(engine), VarunaCase.clientMail()).isAnonymous();
    softly.assertThat(engine.directory()).hasTenant("contoso");

    assertThat(softly.errorsCollected())
        .extracting(Throwable::getMessage)
        .satisfiesExactly(
            message -> assertThat(message).contains("no winner"),
            message -> assertThat(message).contains("Incoming to fabrikam", "decided by:"),
            message -> assertThat(message).contains("Incoming anonymously"),
            message -> assertThat(message).contains("a tenant contoso"));
  }
}
