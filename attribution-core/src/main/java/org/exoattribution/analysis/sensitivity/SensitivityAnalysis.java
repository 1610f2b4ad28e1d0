package org.exoattribution.analysis.sensitivity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
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
 * Finds out what attributions rest on, with one engine for each combination of readings that comes
 * up; they share the indexes. Thread-safe.
 *
 * <p>Only the readings that a result calls contested are tried: a resolution that asked nothing of
 * a reading runs in the same way under its other values. Those of the alternatives are tried in
 * turn, since one reading may matter only under another value of a second.
 */
public final class SensitivityAnalysis {
  /** Rules whose evidence depends on the case, by which parts of them came into play. */
  private static final Set<RuleId> DEPENDING_ON_THE_CASE =
      EnumSet.of(RuleId.PKI_8, RuleId.CERT_4, RuleId.IN_5);

  private final AttributionEngine engine;
  private final Map<Readings, AttributionEngine> engines = new ConcurrentHashMap<>();

  private SensitivityAnalysis(AttributionEngine engine) {
    this.engine = engine;
    engines.put(engine.readings(), engine);
  }

  /** An analysis of results of this engine. */
  public static SensitivityAnalysis of(AttributionEngine engine) {
    return new SensitivityAnalysis(engine);
  }

  /** What the attribution of the connection rests on. */
  public Sensitivity analyze(SimulatedConnection connection) {
    return analyze(under -> List.of(under.resolve(connection))).get(0);
  }

  /** What the attribution of each recipient rests on, in their order. */
  public List<Sensitivity> analyze(SimulatedTransaction transaction) {
    return analyze(under -> under.resolve(transaction));
  }

  private List<Sensitivity> analyze(Function<AttributionEngine, List<Attribution>> question) {
    List<Attribution> results = question.apply(engine);
    List<List<Sensitivity.Alternative>> alternatives = new ArrayList<>();
    results.forEach(result -> alternatives.add(new ArrayList<>()));
    if (results.stream().anyMatch(result -> !result.grounds().contestedReadings().isEmpty())) {
      explore(question, results, alternatives);
    }
    return IntStream.range(0, results.size())
        .mapToObj(
            i -> new Sensitivity(results.get(i), assumed(results.get(i)), alternatives.get(i)))
        .toList();
  }

  /** Breadth first, so that the fewest readings that make a difference are found first. */
  private void explore(
      Function<AttributionEngine, List<Attribution>> question,
      List<Attribution> results,
      List<List<Sensitivity.Alternative>> alternatives) {
    Deque<Readings> open = new ArrayDeque<>(List.of(engine.readings()));
    Set<Readings> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      Readings readings = open.remove();
      List<Attribution> now = question.apply(engineUnder(readings));
      for (int i = 0; i < now.size(); i++) {
        addIfNew(readings, results.get(i), now.get(i), alternatives.get(i));
      }
      for (Reading contested : contested(now)) {
        for (Readings other : readings.alternatives(contested)) {
          if (seen.add(other)) {
            open.add(other);
          }
        }
      }
    }
  }

  private AttributionEngine engineUnder(Readings readings) {
    return engines.computeIfAbsent(readings, engine::withReadings);
  }

  private static Set<Reading> contested(List<Attribution> attributions) {
    Set<Reading> contested = EnumSet.noneOf(Reading.class);
    attributions.forEach(a -> contested.addAll(a.grounds().contestedReadings()));
    return contested;
  }

  private void addIfNew(
      Readings readings,
      Attribution result,
      Attribution now,
      List<Sensitivity.Alternative> alternatives) {
    AttributionOutcome outcome = AttributionOutcome.of(now);
    if (outcome.equals(AttributionOutcome.of(result))) {
      return;
    }
    Map<Reading, Enum<?>> changed = new EnumMap<>(Reading.class);
    for (Reading reading : Reading.values()) {
      if (readings.get(reading) != engine.readings().get(reading)) {
        changed.put(reading, readings.get(reading));
      }
    }
    // Each reading that makes a difference for itself is told; a combination only for its own sake.
    boolean known =
        alternatives.stream()
            .anyMatch(
                a ->
                    a.outcome().equals(outcome)
                        && changed.entrySet().containsAll(a.readings().entrySet()));
    if (!known) {
      alternatives.add(new Sensitivity.Alternative(changed, now));
    }
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
