package org.exoattribution.benchmark;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.exoattribution.model.SimulatedConnection;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One resolution by every approach. All certificates have been judged before. Cold: more queries
 * than caches hold, which touch the whole of the directory at random. Hot: the same few again.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ResolutionBenchmark {
  private static final int HOT = 16;

  @Param public Approach approach;

  @Param({"100", "1000", "10000", "100000", "1000000"})
  public int tenants;

  private SimulatedConnection[] queries;
  private Resolver resolver;

  /** Where a thread is in the queries; each begins somewhere else. */
  @State(Scope.Thread)
  public static class Cursor {
    private int next = ThreadLocalRandom.current().nextInt(1 << 30);

    int nextOf(int count) {
      return Math.floorMod(next++, count);
    }

    SimulatedConnection next(SimulatedConnection[] queries, int count) {
      return queries[next++ & count - 1];
    }
  }

  @Setup
  public void build() {
    Population population = new Population(tenants);
    queries = Queries.of(population);
    resolver = approach.over(population);
    for (SimulatedConnection query : queries) {
      resolver.meet(query);
    }
  }

  @Benchmark
  public Object cold(Cursor cursor) {
    return resolver.resolve(cursor.next(queries, queries.length));
  }

  @Benchmark
  public Object hot(Cursor cursor) {
    return resolver.resolve(cursor.next(queries, HOT));
  }
}
