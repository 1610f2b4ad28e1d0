package org.exoattribution.testkit.mutation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.testkit.jqwik.EngineAgainstReference;
import org.exoattribution.testkit.jqwik.World;

/**
 * Finds the first world about which the engine and the reference differ, both of the class loader
 * that loaded this class. Public, because it is made from another loader.
 */
public final class Comparison implements Function<List<PlainWorld>, Optional<String>> {

  @Override
  public Optional<String> apply(List<PlainWorld> worlds) {
    for (int i = 0; i < worlds.size(); i++) {
      int number = i + 1;
      Optional<String> difference = EngineAgainstReference.difference(world(worlds.get(i)));
      if (difference.isPresent()) {
        return difference.map(words -> "world " + number + ", " + words);
      }
    }
    return Optional.empty();
  }

  private static World world(PlainWorld plain) {
    Readings readings = Readings.defaults();
    for (Map.Entry<Reading, String> reading : plain.readings().entrySet()) {
      readings = readings.with(reading.getKey().key(), reading.getValue());
    }
    return new World(
        plain.directory(), RuleSet.parse(plain.ruleSet()), readings, plain.transactions());
  }
}
