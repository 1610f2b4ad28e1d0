package org.exoattribution.benchmark;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the engine alone does: explaining an attribution, and taking a changed tenant in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineBenchmark {
  @Param({"100", "1000", "10000", "100000", "1000000"})
  public int tenants;

  private SimulatedConnection[] queries;
  private Population population;
  private AttributionEngine engine;

  @Setup
  public void build() {
    population = new Population(tenants);
    queries = Queries.of(population);
    engine = population.engine();
    for (SimulatedConnection query : queries) {
      engine.evaluateCertificate(query);
    }
  }

  /** Where a thread is in the queries; each begins somewhere else. */
  @State(Scope.Thread)
  public static class Cursor {
    private int next = ThreadLocalRandom.current().nextInt(1 << 30);

    int nextOf(int count) {
      return Math.floorMod(next++, count);
    }
  }

  /** Random queries over the whole directory. */
  @Benchmark
  public Object explain(Cursor cursor) {
    return engine.explain(queries[cursor.nextOf(queries.length)]);
  }

  /** Each time another tenant, given one more domain; the directory grows no further. */
  @Benchmark
  public Object changeTenant(Cursor cursor) {
    Tenant changed = population.changedTenant(cursor.nextOf(tenants));
    return engine.withTenant(changed);
  }
}
