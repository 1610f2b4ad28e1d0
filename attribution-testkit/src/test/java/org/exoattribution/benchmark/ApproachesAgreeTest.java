package org.exoattribution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is compared in time gives the same answers. */
class ApproachesAgreeTest {
  private static final Population POPULATION = new Population(300);
  private static final SimulatedConnection[] QUERIES = Queries.of(POPULATION, 4_000);
  private static final AttributionEngine ENGINE = POPULATION.engine();

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENGINE")
  void every_approach_attributes_the_queries_as_the_engine_does(Approach approach) {
    Resolver resolver = approach.over(POPULATION);
    for (SimulatedConnection query : QUERIES) {
      assertThat(resolver.resolve(query))
          .as("%s", query)
          .isEqualTo(Answer.of(ENGINE.resolve(query)));
    }
  }

  @Test
  void the_queries_reach_every_stage_and_every_verdict() {
    Set<Stage> stages = new HashSet<>();
    Set<Attribution.Verdict> verdicts = new HashSet<>();
    for (SimulatedConnection query : QUERIES) {
      Attribution attribution = ENGINE.resolve(query);
      stages.add(attribution.stage());
      verdicts.add(attribution.verdict());
    }
    assertThat(stages).containsAll(EnumSet.allOf(Stage.class));
    assertThat(verdicts).containsAll(EnumSet.allOf(Attribution.Verdict.class));
  }
}
