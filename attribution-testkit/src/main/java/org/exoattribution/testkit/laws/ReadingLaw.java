package org.exoattribution.testkit.laws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.SimulatedConnection;

/**
 * Tries every other value of every reading, one at a time, and together those that decide whether a
 * certificate counts.
 */
final class ReadingLaw implements Law.Check {
  private static final List<Reading> TOGETHER =
      List.of(Reading.REVOCATION, Reading.CERTIFICATE_TRUST, Reading.KEY_USAGE);

  @Override
  public List<LawViolation> violations(
      Subject engine, Collection<SimulatedConnection> connections) {
    List<Attribution> attributions = connections.stream().map(engine::resolve).toList();
    List<LawViolation> violations = new ArrayList<>();
    for (Readings alternative : alternatives(engine.readings())) {
      Set<Reading> changed = changed(engine.readings(), alternative);
      Subject other = engine.withReadings(alternative);
      for (Attribution before : attributions) {
        if (Collections.disjoint(before.grounds().contestedReadings(), changed)) {
          Attribution after = other.resolve(before.connection());
          if (!Result.same(before, after)) {
            violations.add(violation(before, after, changed, alternative));
          }
        }
      }
    }
    return violations;
  }

  private static Set<Readings> alternatives(Readings readings) {
    Set<Readings> together = new LinkedHashSet<>(List.of(readings));
    for (Reading reading : TOGETHER) {
      for (Readings each : List.copyOf(together)) {
        together.addAll(each.alternatives(reading));
      }
    }
    for (Reading reading : Reading.values()) {
      together.addAll(readings.alternatives(reading));
    }
    together.remove(readings);
    return together;
  }

  private static Set<Reading> changed(Readings one, Readings other) {
    Set<Reading> changed = EnumSet.allOf(Reading.class);
    changed.removeIf(reading -> one.get(reading) == other.get(reading));
    return changed;
  }

  private static LawViolation violation(
      Attribution before, Attribution after, Set<Reading> changed, Readings alternative) {
    return new LawViolation(
        Law.UNCONTESTED_READINGS_DO_NOT_MATTER,
        "it is "
            + Result.words(before)
            + ", contested "
            + before.grounds().contestedReadings()
            + "; under "
            + changed.stream()
                .map(reading -> reading + " = " + alternative.get(reading))
                .collect(Collectors.joining(", "))
            + " it is "
            + Result.words(after),
        before.connection());
  }
}
