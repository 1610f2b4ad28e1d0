package org.exoattribution.analysis.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.exoattribution.analysis.search.ConnectionWitness;
import org.exoattribution.analysis.search.ConnectionWorlds;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.SimulatedConnection;

/** Observes what the engine itself does with random certificates, which the judge is not told. */
class ObservationBruteForceTest {

  private static Observed observed(Attribution attribution) {
    return new Observed(
        Optional.of(attribution.verdict()),
        attribution.tenantName(),
        attribution.connectorName(),
        attribution.connectorName().isEmpty());
  }

  private static SimulatedConnection withoutCertificate(
      AttributionEngine engine, ConnectionWitness witness) {
    return witness.connection(engine.ruleSet().firstInstant());
  }

  @Property(tries = 150)
  void whatever_some_certificate_leads_to_is_explained(
      @ForAll long seed, @ForAll boolean oldRules) {
    ConnectionWorlds worlds = new ConnectionWorlds(seed);
    AttributionEngine engine = worlds.engine(worlds.directory(), oldRules);
    ObservationJudge judge = ObservationJudge.of(engine);

    for (int i = 0; i < 100; i++) {
      ConnectionWitness witness = worlds.connection();
      if (witness.certificateAccepted()) {
        Observation observation =
            new Observation(withoutCertificate(engine, witness), observed(witness.resolve(engine)));
        Judgement judgement = judge.judge(observation);
        Statistics.label("judgement").collect(judgement.kind());
        assertThat(judgement.kind())
            .as("%s: %s", witness, judgement)
            .isIn(
                witness.certificateNames().isEmpty()
                    ? List.of(Judgement.Kind.AGREES)
                    : List.of(Judgement.Kind.AGREES, Judgement.Kind.AGREES_IF));
      }
    }
  }

  @Property(tries = 100)
  void observations_of_one_kind_are_judged_alike(@ForAll long seed, @ForAll boolean oldRules) {
    ConnectionWorlds worlds = new ConnectionWorlds(seed);
    AttributionEngine engine = worlds.engine(worlds.directory(), oldRules);
    ObservationJudge judge = ObservationJudge.of(engine);
    Map<ObservationKind, List<Object>> judged = new HashMap<>();

    for (int i = 0; i < 200; i++) {
      ConnectionWitness witness = worlds.connection();
      Observation observation =
          new Observation(
              withoutCertificate(engine, witness), observed(worlds.connection().resolve(engine)));
      Judgement judgement = judge.judge(observation);
      List<Object> answer =
          List.of(
              judgement.kind(),
              judgement.predictions().stream()
                  .map(p -> AttributionOutcome.of(p.attribution()))
                  .toList());
      List<Object> earlier = judged.putIfAbsent(judge.kindOf(observation), answer);
      Statistics.label("met before").collect(earlier != null);
      if (earlier != null) {
        assertThat(answer).as("%s", observation).isEqualTo(earlier);
      }
    }
  }
}
