package org.exoattribution.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AttributionOutcome;

/** The laws that an exhaustive search rests on. */
class ConnectionClassesTest {
  private static final int CONNECTIONS = 100;

  @Property(tries = 150)
  void connections_of_one_class_get_the_same_attribution(
      @ForAll long seed, @ForAll boolean oldRules) {
    ConnectionWorlds worlds = new ConnectionWorlds(seed);
    AttributionEngine engine = worlds.engine(worlds.directory(), oldRules);
    ConnectionAtoms atoms = atoms(List.of(engine));

    for (int i = 0; i < CONNECTIONS; i++) {
      ConnectionWitness connection = worlds.connection();
      Optional<ConnectionClass> of = atoms.classOf(connection);
      if (connection.certificateNames().size() <= 2) {
        assertThat(of).describedAs("class of %s", connection).isPresent();
      }
      Statistics.label("connection with a class").collect(of.isPresent());
      of.ifPresent(
          c ->
              assertThat(outcome(engine, connection))
                  .describedAs("%s like %s", connection, atoms.witness(c))
                  .isEqualTo(outcome(engine, atoms.witness(c))));
    }
  }

  @Property(tries = 150)
  void the_search_visits_every_class_once_with_its_outcome(
      @ForAll long seed, @ForAll boolean oldRules) {
    ConnectionWorlds worlds = new ConnectionWorlds(seed);
    AttributionEngine engine = worlds.engine(worlds.directory(), oldRules);
    ConnectionAtoms atoms = atoms(List.of(engine));
    AtomSide side = new AtomSide(atoms.directories.get(0), atoms);
    ConnectionSearch search =
        new ConnectionSearch(atoms, List.of(side), ConnectionSearch.NO_TRAITS);

    Map<AttributionOutcome, ConnectionGroup> found =
        new ConnectionSearchRun<AttributionOutcome>(
                search, (first, outcomes) -> Optional.of(outcomes.get(0)), SearchProgress.NONE)
            .all();

    assertThat(counts(found).values().stream().mapToLong(count -> count).sum())
        .isEqualTo(search.classes());
    Map<AttributionOutcome, Long> ofSome = new HashMap<>();
    for (int s = 0; s < Math.min(atoms.senders.size(), 40); s++) {
      counts(search.ofSender(s, (first, outcomes) -> Optional.of(outcomes.get(0))))
          .forEach((outcome, count) -> ofSome.merge(outcome, count, Long::sum));
    }
    assertThat(ofSome).isEqualTo(oneByOne(engine, atoms));
  }

  private static Map<AttributionOutcome, Long> counts(
      Map<AttributionOutcome, ConnectionGroup> groups) {
    Map<AttributionOutcome, Long> counts = new HashMap<>();
    groups.forEach((outcome, group) -> counts.put(outcome, group.classes()));
    return counts;
  }

  private static Map<AttributionOutcome, Long> oneByOne(
      AttributionEngine engine, ConnectionAtoms atoms) {
    Map<AttributionOutcome, Long> outcomes = new HashMap<>();
    for (int c = 0; c < atoms.certificates.size(); c++) {
      for (int a = 0; a < atoms.addresses.size(); a++) {
        for (int s = 0; s < Math.min(atoms.senders.size(), 40); s++) {
          for (int r = 0; r < atoms.recipients.size(); r++) {
            outcomes.merge(outcome(engine, atoms.witness(c, a, s, r)), 1L, Long::sum);
          }
        }
      }
    }
    return outcomes;
  }

  static ConnectionAtoms atoms(List<AttributionEngine> engines) {
    return new ConnectionAtoms(
        engines.stream().map(AtomDirectory::new).toList(), List.of(), SearchBound.NONE);
  }

  static AttributionOutcome outcome(AttributionEngine engine, ConnectionWitness connection) {
    return AttributionOutcome.of(connection.resolve(engine));
  }
}
