package org.exoattribution.benchmark;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one benchmark at a time, each in a virtual machine of its own, and says so as it goes. */
final class Measuring {
  /**
   * What a directory of a million tenants has to do with; the young part is small, so that it is
   * touched in the time to warm up.
   */
  static final String[] HEAP = {"-Xmx6g", "-Xmn256m"};

  private final Scale scale;

  Measuring(Scale scale) {
    this.scale = scale;
  }

  /**
   * The figure of one benchmark.
   *
   * @param parameters the values of its {@code @Param}s
   */
  Figure figure(Class<?> benchmarks, String name, int threads, Map<String, ?> parameters)
      throws RunnerException {
    TimeValue time = TimeValue.milliseconds(scale.iteration().toMillis());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(benchmarks.getName() + "." + name) + "$")
            .threads(threads)
            .forks(1)
            .jvmArgsAppend(HEAP)
            .warmupIterations(scale.warmups())
            .warmupTime(time)
            .measurementIterations(scale.iterations())
            .measurementTime(time)
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    parameters.forEach((parameter, value) -> options.param(parameter, value.toString()));
    Collection<RunResult> results = new Runner(options.build()).run();
    Figure figure = Figure.of(results.iterator().next());
    System.err.printf(
        "%s.%s %s, threads %d: %s%n",
        benchmarks.getSimpleName(), name, parameters, threads, figure);
    return figure;
  }
}
