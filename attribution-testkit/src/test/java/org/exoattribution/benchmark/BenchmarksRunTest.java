package org.exoattribution.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark still runs. What it measures here, in this virtual machine, means nothing. */
class BenchmarksRunTest {

  @Test
  void every_benchmark_gives_a_result() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .param("tenants", "100")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(100))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    Set<String> measured = new HashSet<>();
    for (RunResult result : run(options)) {
      assertThat(result.getPrimaryResult().getScore()).isPositive();
      measured.add(result.getParams().getBenchmark());
    }
    assertThat(measured).isNotEmpty().containsExactlyInAnyOrderElementsOf(all());
  }

  /** The lock that keeps benchmarks from disturbing each other matters to those that measure. */
  private static Collection<RunResult> run(Options options) throws RunnerException {
    String property = "jmh.ignoreLock";
    System.setProperty(property, "true");
    try {
      return new Runner(options).run();
    } finally {
      System.clearProperty(property);
    }
  }

  private static Set<String> all() {
    Set<BenchmarkListEntry> entries =
        BenchmarkList.defaultList()
            .getAll(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                List.of());
    Set<String> names = new HashSet<>();
    entries.forEach(entry -> names.add(entry.getUsername()));
    return names;
  }
}
