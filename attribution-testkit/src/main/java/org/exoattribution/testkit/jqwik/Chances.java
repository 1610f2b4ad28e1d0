package org.exoattribution.testkit.jqwik;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Flags that are mostly as they are by default, and shrink to that. */
final class Chances {
  private Chances() {}

  /** The rare value {@code times} out of {@code outOf}. */
  static Arbitrary<Boolean> rarely(boolean rare, int times, int outOf) {
    return Arbitraries.frequency(Tuple.of(outOf - times, !rare), Tuple.of(times, rare));
  }
}
