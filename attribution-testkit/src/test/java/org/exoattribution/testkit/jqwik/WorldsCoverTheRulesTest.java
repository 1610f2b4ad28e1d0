package org.exoattribution.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Originating;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Stage;

/**
 * What the random worlds reach. A comparison over worlds in which nothing happens would prove
 * nothing, so that this fails when a change to the arbitraries makes a case too rare.
 */
class WorldsCoverTheRulesTest {
  private static final int WORLDS = 2_000;
  private static final int LEAST = 10;

  private final Map<Object, Integer> seen = new HashMap<>();
  private int recipients;

  // The seed is fixed: what is rare is the arbitraries' fault, never chance's.
  @Property(tries = 1, seed = "20260101")
  void every_case_occurs_and_most_connections_touch_the_directory() {
    AttributionArbitraries.worlds().sampleStream().limit(WORLDS).forEach(this::count);

    assertThat(cases())
        .allSatisfy(
            each ->
                assertThat(seen.getOrDefault(each, 0))
                    .as("how often %s occurs in %d worlds", each, WORLDS)
                    .isGreaterThanOrEqualTo(LEAST));
    assertThat(seen.getOrDefault("something matched", 0))
        .as("how many of %d recipients touch the directory", recipients)
        .isGreaterThan(recipients / 2);
  }

  private void count(World world) {
    AttributionEngine engine = world.engine();
    see(world.ruleSet());
    for (SimulatedTransaction transaction : world.transactions()) {
      for (Explanation explanation : engine.explain(transaction)) {
        count(explanation);
      }
    }
  }

  private void count(Explanation explanation) {
    Attribution attribution = explanation.attribution();
    recipients++;
    see(attribution.verdict());
    see(attribution.stage());
    attribution.findings().forEach(finding -> see(finding.id()));
    attribution
        .findings()
        .forEach(finding -> finding.rule().ifPresent(rule -> see("fails " + rule.id())));
    attribution.grounds().contestedReadings().forEach(this::see);
    attribution.grounds().rules().forEach(this::see);
    attribution
        .<Optional<Object>>fold(
            originating -> Optional.of(originating.basis()),
            incoming -> incoming.connector().map(c -> "through a Partner connector"),
            rejected -> Optional.of(rejected.reason()))
        .ifPresent(this::see);
    if (somethingMatched(explanation)) {
      see("something matched");
    }
  }

  private static boolean somethingMatched(Explanation explanation) {
    Attribution attribution = explanation.attribution();
    return attribution instanceof Originating
        || attribution.tenantName().isPresent()
        || explanation.stages().stream()
            .flatMap(stage -> stage.connectors().stream())
            .map(ConnectorExplanation::conditions)
            .flatMap(List::stream)
            .anyMatch(
                condition ->
                    (condition.rule() == RuleId.CERT_2 || condition.rule() == RuleId.IP_1)
                        && condition.outcome() == Outcome.MATCHED);
  }

  private void see(Object what) {
    seen.merge(what, 1, Integer::sum);
  }

  private static List<Object> cases() {
    return Stream.<Object[]>of(
            RuleSet.values(),
            Attribution.Verdict.values(),
            Stage.values(),
            AttributionBasis.values(),
            RejectionReason.values(),
            Finding.Id.values(),
            Reading.values(),
            new Object[] {
              "through a Partner connector",
              "fails PKI-1",
              "fails PKI-2",
              "fails PKI-3",
              "fails PKI-4",
              "fails PKI-5",
              "fails PKI-6",
              RuleId.CERT_4,
              RuleId.CERT_5,
              RuleId.CERT_6,
              RuleId.IP_2,
              RuleId.IP_3,
              RuleId.IP_4,
              RuleId.SEL_1,
              RuleId.NULL_1,
              RuleId.IN_4,
              RuleId.MULTI_1,
              RuleId.MULTI_2
            })
        .flatMap(Stream::of)
        .toList();
  }
}
