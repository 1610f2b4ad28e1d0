package org.exoattribution.testkit.laws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.SimulatedConnection;

/** Tries every other value of every reading, one at a time. */
final class ReadingLaw implements Law.Check {

  @Override
  public List<LawViolation> violations(
      Subject engine, Collection<SimulatedConnection> connections) {
    List<Attribution> attributions = connections.stream().map(engine::resolve).toList();
    List<LawViolation> violations = new ArrayList<>();
    for (Reading reading : Reading.values()) {
      for (Readings alternative : engine.readings().alternatives(reading)) {
        Subject other = engine.withReadings(alternative);
        for (Attribution before : attributions) {
          if (!before.grounds().contestedReadings().contains(reading)) {
            Attribution after = other.resolve(before.connection());
            if (!Result.same(before, after)) {
              violations.add(violation(before, after, reading, alternative));
            }
          }
        }
      }
    }
    return violations;
  }

  private static LawViolation violation(
      Attribution before, Attribution after, Reading reading, Readings alternative) {
    return new LawViolation(
        Law.UNCONTESTED_READINGS_DO_NOT_MATTER,
        "it is "
            + Result.words(before)
            + ", contested "
            + before.grounds().contestedReadings()
            + "; under "
            + reading
            + " = "
            + alternative.get(reading)
            + " it is "
            + Result.words(after),
        before.connection());
  }
}
