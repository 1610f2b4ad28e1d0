package org.exoattribution.benchmark;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.exoattribution.model.SimulatedConnection;

/**
 * Two threads that answer as many queries each, which share nothing but whom they ask: if they do
 * not slow each other, a query on each takes as long as one alone.
 */
final class TwoThreads implements Duel.Contestant, AutoCloseable {
  private final Duel.Contestant alone;
  private final ExecutorService second = Executors.newSingleThreadExecutor();

  TwoThreads(Duel.Contestant alone) {
    this.alone = alone;
  }

  @Override
  public int answer(SimulatedConnection[] queries, int from, int count) {
    int far = from + queries.length / 2;
    Future<Integer> beside = second.submit(() -> alone.answer(queries, far, count));
    int own = alone.answer(queries, from, count);
    try {
      return own + beside.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Many, so that handing them over takes no time to speak of. */
  @Override
  public int chunk() {
    return 1 << 13;
  }

  @Override
  public void close() {
    second.shutdown();
  }
}
