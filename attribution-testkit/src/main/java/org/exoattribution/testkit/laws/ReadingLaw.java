package org.exoattribution.testkit.laws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.reference.ContestedReadings;

/**
 * Tries every combination of the readings that can have anything to do with a connection: the
 * contested ones are those of the smallest changes that change the result.
 */
final class ReadingLaw implements Law.Check {

  @Override
  public List<LawViolation> violations(
      Subject engine, Collection<SimulatedConnection> connections) {
    Map<Readings, Subject> engines = new HashMap<>();
    List<LawViolation> violations = new ArrayList<>();
    for (SimulatedConnection connection : connections) {
      Attribution result = engine.resolve(connection);
      Map<Set<Reading>, Readings> changes =
          ContestedReadings.smallestChanges(
              engine.readings(),
              changeable(engine, connection),
              readings ->
                  Result.of(
                      engines.computeIfAbsent(readings, engine::withReadings).resolve(connection)));
      Set<Reading> surplus = EnumSet.noneOf(Reading.class);
      surplus.addAll(result.grounds().contestedReadings());
      surplus.removeAll(ContestedReadings.members(changes));
      if (!surplus.isEmpty()) {
        violations.add(violation(result, "but no smallest change has " + surplus));
      }
      changes.forEach(
          (changed, other) -> {
            if (!result.grounds().contestedReadings().containsAll(changed)) {
              Attribution then = engine.withReadings(other).resolve(connection);
              violations.add(violation(result, changed, other, then));
            }
          });
    }
    return violations;
  }

  private static Set<Reading> changeable(Subject engine, SimulatedConnection connection) {
    return ContestedReadings.changeable(
        engine.directory(),
        engine.readings(),
        connection,
        engine.engine().evaluateCertificate(connection));
  }

  private static LawViolation violation(
      Attribution result, Set<Reading> changed, Readings other, Attribution then) {
    return violation(
        result,
        "under "
            + changed.stream()
                .map(reading -> reading + " = " + other.get(reading))
                .collect(Collectors.joining(", "))
            + " it is "
            + Result.words(then));
  }

  private static LawViolation violation(Attribution result, String but) {
    return new LawViolation(
        Law.CONTESTED_READINGS_MATTER,
        "it is "
            + Result.words(result)
            + ", contested "
            + result.grounds().contestedReadings()
            + "; "
            + but,
        result.connection());
  }
}
