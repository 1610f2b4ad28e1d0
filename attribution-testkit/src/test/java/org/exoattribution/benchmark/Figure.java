package org.exoattribution.benchmark;

import java.util.Locale;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured of one benchmark.
 *
 * @param nanos time per operation and thread: the median of the iterations
 * @param bytes allocated per operation
 */
record Figure(double nanos, double bytes) {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  static Figure of(RunResult run) {
    double[] scores =
        run.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
            .sorted()
            .toArray();
    return new Figure(median(scores), allocated(run));
  }

  private static double allocated(RunResult run) {
    for (String label : run.getSecondaryResults().keySet()) {
      if (label.endsWith(ALLOCATED)) {
        return run.getSecondaryResults().get(label).getScore();
      }
    }
    return Double.NaN;
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** How much longer this takes than the other. */
  String times(Figure other) {
    return String.format(Locale.ROOT, "%.2f", nanos / other.nanos);
  }

  String time() {
    if (nanos < 1e6) {
      return rounded(nanos / 1e3) + " µs";
    }
    return nanos < 1e9 ? rounded(nanos / 1e6) + " ms" : rounded(nanos / 1e9) + " s";
  }

  private static String rounded(double value) {
    int decimals = value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** Time and bytes. */
  @Override
  public String toString() {
    return time() + String.format(Locale.ROOT, ", %,.0f B", bytes);
  }
}
