package org.exoattribution.testkit.laws;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Finding;
import org.exoattribution.model.SimulatedConnection;

/**
 * What a law says against an attribution.
 *
 * @param words what was expected and what came
 * @param witness the connection that shows it
 */
record Objection(String words, SimulatedConnection witness) {

  /** Against an attribution that comes to something else where that should make no difference. */
  static Stream<Objection> unlessSame(Attribution before, String change, Attribution after) {
    return unlessSame(before, change, after, Objection::come);
  }

  /** The same of all that the function gives. */
  static Stream<Objection> unlessSame(
      Attribution before, String change, Attribution after, Function<Attribution, List<?>> seen) {
    List<?> was = seen.apply(before);
    List<?> is = seen.apply(after);
    return was.equals(is)
        ? Stream.empty()
        : Stream.of(
            new Objection("it is " + was + ", and " + change + " " + is, before.connection()));
  }

  /** What an attribution comes to, with the reply, which readings may change alone. */
  static List<?> come(Attribution attribution) {
    Optional<?> reply =
        attribution.fold(o -> Optional.empty(), i -> Optional.empty(), r -> Optional.of(r.reply()));
    return Stream.concat(Stream.of(AttributionOutcome.of(attribution)), reply.stream()).toList();
  }

  static List<Finding.Id> findings(Attribution attribution) {
    return attribution.findings().stream().map(Finding::id).toList();
  }
}
