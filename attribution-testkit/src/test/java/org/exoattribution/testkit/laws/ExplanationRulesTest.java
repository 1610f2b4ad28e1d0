package org.exoattribution.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.testkit.jqwik.AttributionDomain;
import org.exoattribution.testkit.jqwik.World;
import org.exoattribution.testkit.scenario.Scenario;
import org.exoattribution.testkit.scenario.ScenarioConnection;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Explanations keep to the rules of their results, and one that does not is noticed. */
@Domain(AttributionDomain.class)
@Domain(DomainContext.Global.class)
class ExplanationRulesTest {
  private static final Path SCENARIOS = Path.of("scenarios");

  private static final List<Explanation> SHIPPED = new ArrayList<>();

  private static List<Explanation> shipped() throws IOException {
    if (SHIPPED.isEmpty()) {
      SHIPPED.addAll(explained());
    }
    return SHIPPED;
  }

  private static List<Explanation> explained() throws IOException {
    List<Explanation> explanations = new ArrayList<>();
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      for (Path file : files.sorted().toList()) {
        Scenario scenario = new ScenarioReader(ScenarioOverrides.none()).read(file);
        for (ScenarioConnection connection : scenario.connections()) {
          explanations.addAll(scenario.engine().explain(connection.transaction()));
        }
      }
    }
    return explanations;
  }

  @Test
  void every_shipped_scenario_is_explained_by_the_rules_of_its_result() throws IOException {
    assertThat(shipped())
        .hasSizeGreaterThan(300)
        .allSatisfy(
            explanation ->
                assertThat(ExplanationRules.objection(explanation))
                    .as("%s", explanation.attribution())
                    .isEmpty());
  }

  @Property(tries = 1000)
  void every_recipient_of_a_transaction_is_explained_as_it_is_resolved(@ForAll World world) {
    AttributionEngine engine = world.engine();
    for (SimulatedTransaction transaction : world.transactions()) {
      List<Explanation> explanations = engine.explain(transaction);
      List<Attribution> explained = explanations.stream().map(Explanation::attribution).toList();

      assertThat(explained).isEqualTo(engine.resolve(transaction));
      assertThat(explanations.stream().flatMap(e -> ExplanationRules.objection(e).stream()))
          .isEmpty();
    }
  }

  /** Of whatever node: the results of the scenarios are many enough to have each. */
  @ParameterizedTest
  @EnumSource
  void a_broken_explanation_is_noticed_wherever_it_is_broken(BrokenExplanation broken)
      throws IOException {
    List<Explanation> changed = shipped().stream().flatMap(broken::wherever).toList();

    assertThat(changed).isNotEmpty();
    assertThat(changed.stream().filter(e -> ExplanationRules.objection(e).isEmpty()).limit(1))
        .isEmpty();
  }
}
