package org.exoattribution.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Building the indexes of an approach over a directory that is there. The linear scan has none. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BuildBenchmark {
  @Param public Approach approach;

  @Param({"100", "1000", "10000", "100000", "1000000"})
  public int tenants;

  private Population population;

  @Setup
  public void populate() {
    population = new Population(tenants);
  }

  @Benchmark
  public Object build() {
    return approach.over(population);
  }
}
