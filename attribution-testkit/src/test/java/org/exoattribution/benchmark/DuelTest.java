package org.exoattribution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.exoattribution.model.SimulatedConnection;
import org.junit.jupiter.api.Test;

/** The duels run. What they measure here, beside other tests, means nothing. */
class DuelTest {
  private static final Population POPULATION = new Population(100, 10);
  private static final SimulatedConnection[] QUERIES = Queries.of(POPULATION, 1 << 14);

  @Test
  void each_slice_has_its_pair_and_the_ratio_its_spread() {
    Duel.Contestant engine = Duel.Contestant.of(Approach.ENGINE.over(POPULATION));
    Duel.Contestant peer = Duel.Contestant.of(Approach.HASH_MAPS.over(POPULATION));

    Duel.Outcome outcome = new Duel(QUERIES).between(engine, peer, 3);

    assertThat(outcome.ratios()).hasSize(3).isSorted().doesNotContain(0.0);
    assertThat(outcome.ratio(1)).matches("[0-9.]+ \\([0-9.]+ to [0-9.]+\\)");
    assertThat(outcome.first().bytes()).isPositive();
  }

  @Test
  void two_threads_answer_as_many_queries_each() {
    Resolver engine = Approach.ENGINE.over(POPULATION);
    Duel.Contestant one = Duel.Contestant.of(engine);
    try (TwoThreads two = new TwoThreads(one)) {
      assertThat(two.answer(QUERIES, 0, 8))
          .isEqualTo(one.answer(QUERIES, 0, 8) + one.answer(QUERIES, QUERIES.length / 2, 8));
    }
  }
}
