package org.exoattribution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.SimulatedConnection;
import org.junit.jupiter.api.Test;

/** The size of the directory does not show in what a resolution allocates. */
class AllocationGrowthTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int QUERIES = 1 << 14;
  private static final int ROUNDS = 12;

  private final Subject small = new Subject(1_000);
  private final Subject large = new Subject(100_000);

  @Test
  void a_resolution_among_a_hundred_times_as_many_tenants_allocates_as_much() {
    double fewest = Double.MAX_VALUE;
    double fewestInLarge = Double.MAX_VALUE;
    // Compiled code allocates less than interpreted: the first rounds warm up, and the large
    // directory comes second, so that it never has the disadvantage.
    for (int round = 0; round < ROUNDS; round++) {
      fewest = Math.min(fewest, small.bytesPerResolution());
      fewestInLarge = Math.min(fewestInLarge, large.bytesPerResolution());
    }
    assertThat(fewest).isPositive();
    assertThat(fewestInLarge).isLessThan(1.1 * fewest);
  }

  /** A directory with its queries. */
  private static final class Subject {
    private final AttributionEngine engine;
    private final SimulatedConnection[] queries;
    private int tenants;

    Subject(int size) {
      Population population = new Population(size, 100);
      engine = population.engine();
      queries = Queries.of(population, QUERIES);
    }

    double bytesPerResolution() {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (SimulatedConnection query : queries) {
        tenants += engine.resolve(query).tenantName().isPresent() ? 1 : 0;
      }
      long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
      assertThat(tenants).isPositive();
      return (double) allocated / queries.length;
    }
  }
}
