package org.exoattribution.testkit.cli;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread on which a server words and prints what its sessions tell, in their order, so that a
 * terminal that is slow, or a reader that has stopped, keeps no client waiting. Only when so much
 * waits to be printed that more would cost memory do the sessions wait too: nothing is left out.
 */
final class LogThread implements AutoCloseable {
  private static final int MOST_WAITING = 500;
  private static final int SECONDS_AT_THE_END = 2;

  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          task -> {
            Thread log = new Thread(task, "smtp-log");
            log.setDaemon(true);
            return log;
          },
          LogThread::await);

  private static void await(Runnable print, ThreadPoolExecutor full) {
    try {
      if (!full.isShutdown()) {
        full.getQueue().put(print);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException(e);
    }
  }

  /** Prints this when what came before is printed. */
  void print(Runnable print) {
    thread.execute(print);
  }

  /** Prints what waits, unless whoever reads it takes more than a moment. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(SECONDS_AT_THE_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
