package org.exoattribution.testkit.jqwik;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;

/** Readings of every combination; each shrinks to its default. */
public final class ReadingsArbitrary extends ArbitraryDecorator<Readings> {
  private final Set<Reading> fixed;

  private ReadingsArbitrary(Set<Reading> fixed) {
    this.fixed = Set.copyOf(fixed);
  }

  static ReadingsArbitrary create() {
    return new ReadingsArbitrary(Set.of());
  }

  /** These at their defaults. Default: none. */
  public ReadingsArbitrary withDefault(Reading... readings) {
    Set<Reading> more = new HashSet<>(fixed);
    more.addAll(List.of(readings));
    return new ReadingsArbitrary(more);
  }

  @Override
  protected Arbitrary<Readings> arbitrary() {
    List<Arbitrary<Integer>> alternatives =
        Arrays.stream(Reading.values()).map(this::alternatives).toList();
    return Combinators.combine(alternatives).as(ReadingsArbitrary::readings).withoutEdgeCases();
  }

  /** The index of an alternative, 0 for the default. */
  private Arbitrary<Integer> alternatives(Reading reading) {
    if (fixed.contains(reading)) {
      return Arbitraries.just(0);
    }
    int others = Readings.defaults().alternatives(reading).size();
    return Combinators.combine(
            Chances.rarely(true, 1, 4), Arbitraries.integers().between(1, others))
        .as((other, index) -> other ? index : 0);
  }

  private static Readings readings(List<Integer> alternatives) {
    Readings readings = Readings.defaults();
    Iterator<Integer> next = alternatives.iterator(); // one for each reading, in their order
    for (Reading reading : Reading.values()) {
      int alternative = next.next();
      if (alternative > 0) {
        readings = readings.alternatives(reading).get(alternative - 1);
      }
    }
    return readings;
  }
}
