package org.exoattribution.testkit.laws;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  public Stream<Objection> objections(Subject engine, Collection<SimulatedConnection> connections) {
    Map<Readings, Subject> engines = new HashMap<>();
    return connections.stream()
        .flatMap(
            connection ->
                objections(
                    engine,
                    engine.resolve(connection),
                    other ->
                        engines.computeIfAbsent(other, engine::withReadings).resolve(connection)));
  }

  private static Stream<Objection> objections(
      Subject engine, Attribution result, Function<Readings, Attribution> under) {
    Set<Reading> contested = result.grounds().contestedReadings();
    Map<Set<Reading>, Readings> changes =
        ContestedReadings.smallestChanges(
            engine.engine().readings(),
            changeable(engine, result.connection()),
            readings -> Objection.come(under.apply(readings)));
    Set<Reading> surplus = EnumSet.noneOf(Reading.class);
    surplus.addAll(contested);
    surplus.removeAll(ContestedReadings.members(changes));
    Stream<String> tooMany =
        Stream.of(surplus)
            .filter(some -> !some.isEmpty())
            .map(some -> "no smallest change has " + some);
    Stream<String> tooFew =
        changes.entrySet().stream()
            .filter(change -> !contested.containsAll(change.getKey()))
            .map(
                change ->
                    "under "
                        + words(change.getKey(), change.getValue())
                        + " it is "
                        + Objection.come(under.apply(change.getValue())));
    return Stream.concat(tooMany, tooFew)
        .map(but -> "it is " + Objection.come(result) + ", contested " + contested + ", but " + but)
        .map(words -> new Objection(words, result.connection()));
  }

  private static String words(Set<Reading> changed, Readings readings) {
    return changed.stream()
        .map(reading -> reading + " = " + readings.get(reading))
        .collect(Collectors.joining(", "));
  }

  private static Set<Reading> changeable(Subject engine, SimulatedConnection connection) {
    return ContestedReadings.changeable(
        engine.engine().directory(),
        engine.engine().readings(),
        connection,
        engine.engine().evaluateCertificate(connection));
  }
}
