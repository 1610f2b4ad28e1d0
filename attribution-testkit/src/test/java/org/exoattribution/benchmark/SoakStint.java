package org.exoattribution.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.reference.ReferenceResult;

/**
 * What one thread of the soak does in one round: random resolutions, each n-th of which the
 * reference decides as well.
 */
record SoakStint(
    SoakWorld world,
    AttributionEngine engine,
    SoakReference reference,
    long seed,
    int resolutions,
    int sampleEvery)
    implements Callable<SoakStint.Report> {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * What came of it.
   *
   * @param sampled how many the reference decided as well
   * @param differences where it decided otherwise
   * @param blocked how often the thread waited for a monitor
   * @param waited how often it waited for anything else, such as a lock
   */
  record Report(int resolved, int sampled, List<String> differences, long blocked, long waited) {}

  @Override
  public Report call() {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> differences = new ArrayList<>();
    int sampled = 0;
    ThreadInfo before = THREADS.getThreadInfo(Thread.currentThread().getId());
    for (int i = 1; i <= resolutions; i++) {
      SimulatedConnection connection = world.connection(random);
      ReferenceResult result = ReferenceResult.of(engine.resolve(connection));
      if (i % sampleEvery == 0) {
        sampled++;
        ReferenceResult expected = reference.resolve(connection);
        if (!expected.equals(result)) {
          differences.add(connection + ": " + result + ", but the reference " + expected);
        }
      }
    }
    ThreadInfo after = THREADS.getThreadInfo(Thread.currentThread().getId());
    return new Report(
        resolutions,
        sampled,
        differences,
        after.getBlockedCount() - before.getBlockedCount(),
        after.getWaitedCount() - before.getWaitedCount());
  }
}
