package org.exoattribution.testkit.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;
import static org.exoattribution.testkit.assertj.Failures.messageOf;

import java.util.List;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.testkit.cases.SharedGatewayCase;
import org.junit.jupiter.api.Test;

class AttributionsAssertTest {
  private final AttributionEngine engine = SharedGatewayCase.byAddress().engine();
  private final SimulatedTransaction newsletter =
      SimulatedTransaction.of(
          SharedGatewayCase.newsletterToAlpha(), List.of(ForwardPath.parse("reader@beta.example")));

  @Test
  void has_size() {
    assertThat(engine, newsletter).hasSize(2);
    assertThat(messageOf(() -> assertThat(engine, newsletter).hasSize(3)))
        .isEqualTo(
            "\nexpected:\n  3 attributions\nbut was:\n  2, for reader@alpha.example,"
                + " reader@beta.example");
    assertThat(messageOf(() -> assertThat(List.<Attribution>of()).hasSize(1)))
        .endsWith("0, for nobody");
  }

  @Test
  void for_first_recipient() {
    assertThat(engine, newsletter)
        .forFirstRecipient()
        .from("alpha")
        .onBasisOf(AttributionBasis.RCPT_TO);
    assertThat(messageOf(() -> assertThat(List.<Attribution>of()).forFirstRecipient()))
        .isEqualTo("\nexpected:\n  an attribution for a first recipient\nbut was:\n  none");
  }

  @Test
  void for_recipient() {
    assertThat(engine, newsletter).forRecipient("reader@beta.example").isRejectedWith("4.4.5");
    assertThat(messageOf(() -> assertThat(engine, newsletter).forRecipient("anna@contoso.com")))
        .isEqualTo(
            "\nexpected:\n  an attribution for anna@contoso.com\nbut was:\n  attributions for"
                + " reader@alpha.example, reader@beta.example");
  }

  @Test
  void a_failure_shows_the_nearest_misses_of_the_transaction() {
    assertThat(
            messageOf(
                () ->
                    assertThat(engine, newsletter)
                        .as("newsletter")
                        .forRecipient("reader@beta.example")
                        .from("beta")))
        .startsWith("[newsletter] ")
        .contains("Originating from beta", "RECIPIENT_DOMAIN_DIFFERS", "decided by:");
  }

  @Test
  void a_list_without_an_engine_does_not_know_the_nearest_misses() {
    assertThat(
            messageOf(
                () -> assertThat(engine.resolve(newsletter)).forFirstRecipient().from("beta")))
        .contains("nearest misses:\n  not known:");
  }
}
