package org.exoattribution.analysis.sensitivity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;

/**
 * Finds out what attributions rest on, by {@link AttributionEngine#outcomes what they come to under
 * other readings}. Thread-safe.
 */
public final class SensitivityAnalysis {
  /** Rules whose evidence depends on the case, by which parts of them came into play. */
  private static final Set<RuleId> DEPENDING_ON_THE_CASE =
      EnumSet.of(RuleId.PKI_8, RuleId.CERT_4, RuleId.IN_5);

  private final AttributionEngine engine;

  private SensitivityAnalysis(AttributionEngine engine) {
    this.engine = Objects.requireNonNull(engine, "engine");
  }

  /** An analysis of results of this engine. */
  public static SensitivityAnalysis of(AttributionEngine engine) {
    return new SensitivityAnalysis(engine);
  }

  /** What the attribution of the connection rests on. */
  public Sensitivity analyze(SimulatedConnection connection) {
    Objects.requireNonNull(connection, "connection");
    return analyze(SimulatedTransaction.of(connection, List.of())).get(0);
  }

  /** What the attribution of each recipient rests on, in their order. */
  public List<Sensitivity> analyze(SimulatedTransaction transaction) {
    List<Attribution> results = engine.resolve(transaction);
    Map<Readings, List<AttributionOutcome>> outcomes = engine.outcomes(transaction);
    List<Sensitivity> sensitivities = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      Attribution result = results.get(i);
      sensitivities.add(
          new Sensitivity(result, assumed(result), alternatives(result, i, transaction, outcomes)));
    }
    return sensitivities;
  }

  /** The fewest readings that make a difference come first. */
  private List<Sensitivity.Alternative> alternatives(
      Attribution result,
      int recipient,
      SimulatedTransaction transaction,
      Map<Readings, List<AttributionOutcome>> outcomes) {
    List<Sensitivity.Alternative> alternatives = new ArrayList<>();
    AttributionOutcome own = AttributionOutcome.of(result);
    outcomes.forEach(
        (readings, under) -> {
          AttributionOutcome outcome = under.get(recipient);
          Map<Reading, Readings.Value> changed = changed(readings);
          if (!outcome.equals(own) && isNew(changed, outcome, alternatives)) {
            Attribution now = engine.withReadings(readings).resolve(transaction).get(recipient);
            alternatives.add(new Sensitivity.Alternative(changed, now));
          }
        });
    return alternatives;
  }

  private Map<Reading, Readings.Value> changed(Readings readings) {
    Map<Reading, Readings.Value> changed = new EnumMap<>(Reading.class);
    readings
        .differingFrom(engine.readings())
        .forEach(reading -> changed.put(reading, readings.get(reading)));
    return changed;
  }

  /** Each reading that makes a difference for itself is told; a combination for its own sake. */
  private static boolean isNew(
      Map<Reading, Readings.Value> changed,
      AttributionOutcome outcome,
      List<Sensitivity.Alternative> alternatives) {
    return alternatives.stream()
        .noneMatch(
            a ->
                a.outcome().equals(outcome)
                    && changed.entrySet().containsAll(a.readings().entrySet()));
  }

  private static List<RuleId> assumed(Attribution attribution) {
    List<RuleId> rules = attribution.grounds().rules();
    if (attribution.grounds().evidence() != Evidence.ASSUMED) {
      return List.of();
    }
    List<RuleId> assumed =
        rules.stream().filter(rule -> rule.evidence() == Evidence.ASSUMED).toList();
    return assumed.isEmpty()
        ? rules.stream().filter(DEPENDING_ON_THE_CASE::contains).toList()
        : assumed;
  }
}
