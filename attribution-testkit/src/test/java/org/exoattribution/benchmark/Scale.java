package org.exoattribution.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** How thorough a run of the benchmarks is. */
enum Scale {
  /** What the README prints: some ten minutes. */
  FULL(1_000_000, 5, 5, Duration.ofMillis(500)),
  /** To see that something has become better or worse: a few minutes. */
  QUICK(10_000, 3, 3, Duration.ofMillis(250));

  private final int largest;
  private final int warmups;
  private final int iterations;
  private final Duration iteration;

  Scale(int largest, int warmups, int iterations, Duration iteration) {
    this.largest = largest;
    this.warmups = warmups;
    this.iterations = iterations;
    this.iteration = iteration;
  }

  /** Tenants in the directory. */
  List<Integer> sizes() {
    return IntStream.iterate(100, size -> size <= largest, size -> 10 * size).boxed().toList();
  }

  /** A thousand tenants and the most, where not every size is of interest. */
  List<Integer> ends() {
    return List.of(1_000, largest);
  }

  /** The smallest ones. */
  List<Integer> few() {
    return List.of(100, 1_000);
  }

  /** How many pairs of slices there are, after as many to warm up. */
  int rounds() {
    return 40 * iterations;
  }

  int warmups() {
    return warmups;
  }

  int iterations() {
    return iterations;
  }

  Duration iteration() {
    return iteration;
  }
}
