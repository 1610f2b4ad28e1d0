package org.exoattribution.analysis.sensitivity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;

/**
 * What an attribution rests on: the rules among those that decided which no source settles, and the
 * contested readings under whose other values it would be another.
 *
 * @param attribution the result
 * @param assumedRules the rules that decided and are ASSUMED, at least in this case
 * @param alternatives the other outcomes and the least that must be read otherwise for each; empty
 *     if there are none
 */
public record Sensitivity(
    Attribution attribution, List<RuleId> assumedRules, List<Alternative> alternatives) {

  /** Copies the lists. */
  public Sensitivity {
    assumedRules = List.copyOf(assumedRules);
    alternatives = List.copyOf(alternatives);
  }

  /**
   * Another outcome.
   *
   * @param readings the readings that are other than the engine's, with their values
   * @param attribution what the connection comes to under them
   */
  public record Alternative(Map<Reading, Readings.Value> readings, Attribution attribution) {
    /** Copies the map. */
    public Alternative {
      readings = Map.copyOf(readings);
    }

    /** What it comes to. */
    public AttributionOutcome outcome() {
      return AttributionOutcome.of(attribution);
    }

    /** The readings as the command line takes them, such as {@code wildcardDepth=SINGLE_LABEL}. */
    public String settings() {
      return readings.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(reading -> reading.getKey().key() + "=" + reading.getValue().name())
          .collect(Collectors.joining(" "));
    }
  }

  /**
   * Whether the outcome is the same whatever the contested readings are, alone and together. The
   * findings may differ.
   */
  public boolean holdsUnderEveryReading() {
    return alternatives.isEmpty();
  }

  /** The sensitivity of one connection; for many, keep a {@link SensitivityAnalysis}. */
  public static Sensitivity of(AttributionEngine engine, SimulatedConnection connection) {
    return SensitivityAnalysis.of(engine).analyze(connection);
  }
}
