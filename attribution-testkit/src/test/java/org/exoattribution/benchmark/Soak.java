package org.exoattribution.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.exoattribution.engine.AttributionEngine;

/**
 * Random resolutions for a long time on several threads: none may differ from the reference; after
 * the first round the heap must not grow and nobody may wait for anybody. The reference is slow,
 * hence it decides each n-th only.
 */
final class Soak {
  private static final int ROUNDS = 10;

  private final SoakWorld world;
  private final AttributionEngine engine;
  private final SoakReference reference;
  private final PrintStream out;

  Soak(SoakWorld world, AttributionEngine engine, PrintStream out) {
    this.world = world;
    this.engine = engine;
    this.reference = new SoakReference(world.directory(), world.evaluator());
    this.out = out;
  }

  /** Arguments: resolutions, threads, tenants, and how often the reference decides as well. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    int resolutions = number(arguments, 0, 10_000_000);
    int threads = number(arguments, 1, 2);
    SoakWorld world = new SoakWorld(number(arguments, 2, 100_000));
    int sampleEvery = number(arguments, 3, 1_000);
    List<String> differences =
        new Soak(world, world.engine(), System.out).run(resolutions, threads, sampleEvery);
    System.exit(differences.isEmpty() ? 0 : 1);
  }

  private static int number(String[] arguments, int position, int otherwise) {
    return position < arguments.length ? Integer.parseInt(arguments[position]) : otherwise;
  }

  /** All differences from the reference. */
  List<String> run(int resolutions, int threads, int sampleEvery)
      throws InterruptedException, ExecutionException {
    out.printf("%,d resolutions on %d threads, %s%n%n", resolutions, threads, world.directory());
    out.print(
        new Markdown(
            List.of("resolved", "a second", "as the reference", "heap", "blocked", "waited")));
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      return rounds(pool, resolutions / ROUNDS / threads, threads, sampleEvery);
    } finally {
      pool.shutdownNow();
    }
  }

  private List<String> rounds(ExecutorService pool, int each, int threads, int sampleEvery)
      throws InterruptedException, ExecutionException {
    List<String> differences = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<SoakStint> stints = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        long seed = (long) round * threads + thread;
        stints.add(new SoakStint(world, engine, reference, seed, each, sampleEvery));
      }
      long began = System.nanoTime();
      List<SoakStint.Report> reports = new ArrayList<>();
      for (Future<SoakStint.Report> report : pool.invokeAll(stints)) {
        reports.add(report.get());
      }
      long nanos = System.nanoTime() - began;
      reports.forEach(report -> differences.addAll(report.differences()));
      print(reports, nanos);
    }
    differences.stream().limit(10).forEach(out::println);
    out.printf("%n%d differences from the reference%n", differences.size());
    return differences;
  }

  private void print(List<SoakStint.Report> reports, long nanos) {
    long resolved = 0;
    long sampled = 0;
    long differing = 0;
    long blocked = 0;
    long waited = 0;
    for (SoakStint.Report report : reports) {
      resolved += report.resolved();
      sampled += report.sampled();
      differing += report.differences().size();
      blocked += report.blocked();
      waited += report.waited();
    }
    out.printf(
        "| %,d | %,d | %,d of %,d | %.1f MB | %d | %d |%n",
        resolved,
        resolved * TimeUnit.SECONDS.toNanos(1) / nanos,
        sampled - differing,
        sampled,
        HeapUse.afterCollection() / 1e6,
        blocked,
        waited);
  }
}
