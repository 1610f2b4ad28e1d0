package org.exoattribution.benchmark;

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

  /** Random queries over the whole directory, as {@link ResolutionBenchmark#cold}. */
  @Benchmark
  public Object explain(ResolutionBenchmark.Cursor cursor) {
    return engine.explain(cursor.next(queries, queries.length));
  }

  /** Each time another tenant, given one more domain; the directory grows no further. */
  @Benchmark
  public Object changeTenant(ResolutionBenchmark.Cursor cursor) {
    Tenant changed = population.changedTenant(cursor.nextOf(tenants));
    return engine.withTenant(changed);
  }
}
