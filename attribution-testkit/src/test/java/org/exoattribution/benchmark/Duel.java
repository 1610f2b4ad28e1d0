package org.exoattribution.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.exoattribution.model.SimulatedConnection;

/**
 * Two that answer queries, in turn and in slices of milliseconds: on a machine that others use too,
 * the time of either triples from one minute to the next, and the ratio of neighbours hardly moves.
 * Time is that of the processor in the asking thread.
 */
final class Duel {
  private static final Duration SLICE = Duration.ofMillis(5);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final SimulatedConnection[] queries;
  private int next;

  @SuppressWarnings("UnusedVariable") // written, so that no answer is left out
  private volatile int kept;

  /** The queries, whose number is a power of two, are asked in their order again and again. */
  Duel(SimulatedConnection[] queries) {
    this.queries = queries;
  }

  /** Answers queries; what it returns depends on the answers. */
  interface Contestant {
    int answer(SimulatedConnection[] queries, int from, int count);

    /** How many queries it is given at once; a power of two. */
    default int chunk() {
      return 256;
    }

    static Contestant of(Resolver resolver) {
      return (queries, from, count) -> {
        int answers = 0;
        for (int i = from; i < from + count; i++) {
          answers += resolver.resolve(queries[i & (queries.length - 1)]).getClass().hashCode();
        }
        return answers;
      };
    }
  }

  /**
   * What came of it.
   *
   * @param first time and bytes a query of the first, in the median slice
   * @param second the same of the second
   * @param ratios the time of the first by that of the second in each pair of slices, in order
   */
  record Outcome(Figure first, Figure second, List<Double> ratios) {

    /** The median ratio, and the quartiles as its spread, all times the factor. */
    String ratio(double factor) {
      return String.format(
          Locale.ROOT,
          "%.2f (%.2f to %.2f)",
          factor * quartile(2),
          factor * quartile(1),
          factor * quartile(3));
    }

    private double quartile(int number) {
      return ratios.get(number * (ratios.size() - 1) / 4);
    }
  }

  /** Lets them answer in turn; the rounds of the first half are to warm up. */
  Outcome between(Contestant one, Contestant other, int rounds) {
    double[][] ones = new double[2][rounds];
    double[][] others = new double[2][rounds];
    double[] ratios = new double[rounds];
    for (int i = -rounds; i < rounds; i++) {
      int place = Math.max(i, 0);
      boolean turned = i % 2 == 0; // neither is always the first of a pair
      slice(turned ? one : other, turned ? ones : others, place);
      slice(turned ? other : one, turned ? others : ones, place);
      ratios[place] = ones[0][place] / others[0][place];
    }
    List<Double> sorted = Arrays.stream(ratios).sorted().boxed().toList();
    return new Outcome(figure(ones), figure(others), sorted);
  }

  private void slice(Contestant contestant, double[][] figures, int place) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long begun = THREADS.getCurrentThreadCpuTime();
    long now = begun;
    int done = 0;
    while (now - begun < SLICE.toNanos()) {
      kept = contestant.answer(queries, next, contestant.chunk());
      next = (next + contestant.chunk()) & (queries.length - 1);
      done += contestant.chunk();
      now = THREADS.getCurrentThreadCpuTime();
    }
    figures[0][place] = (double) (now - begun) / done;
    figures[1][place] = (double) (THREADS.getCurrentThreadAllocatedBytes() - bytes) / done;
  }

  private static Figure figure(double[][] figures) {
    Arrays.sort(figures[0]);
    Arrays.sort(figures[1]);
    return new Figure(figures[0][figures[0].length / 2], figures[1][figures[1].length / 2]);
  }
}
