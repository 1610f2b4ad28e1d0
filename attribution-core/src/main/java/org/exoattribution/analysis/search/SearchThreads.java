package org.exoattribution.analysis.search;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Spreads the parts of a search over as many threads as there are processors, which live as long as
 * the work. An interrupt of the caller ends it, as a parallel stream does not let it: there the
 * caller may be waiting, deaf, for a thread of the common pool.
 */
final class SearchThreads {
  private SearchThreads() {}

  /**
   * Does the parts 0, 1, 2 and so on, each once; returns when all are done. The first failure ends
   * the work as soon as the parts under way are done, and is thrown here.
   *
   * @param workers makes, for each thread, what does a part
   * @throws CancellationException if the calling thread is interrupted, which it then still is
   */
  static void run(int parts, Supplier<IntConsumer> workers) {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), parts);
    if (threads == 0) {
      return;
    }
    AtomicInteger next = new AtomicInteger();
    Callable<Boolean> work = () -> untilNoneIsLeft(next, parts, workers.get());
    ExecutorService pool = Executors.newFixedThreadPool(threads, SearchThreads::thread);
    try {
      for (Future<Boolean> each : pool.invokeAll(Collections.nCopies(threads, work))) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (ExecutionException e) {
      throw unchecked(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static boolean untilNoneIsLeft(AtomicInteger next, int parts, IntConsumer worker) {
    boolean complete = false;
    try {
      for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
        requireUninterrupted();
        worker.accept(part);
      }
      complete = true;
      return true;
    } finally {
      if (!complete) {
        next.set(parts); // the other threads need not go on
      }
    }
  }

  /**
   * To be called now and then by whatever takes long.
   *
   * @throws CancellationException if this thread is interrupted
   */
  static void requireUninterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  private static CancellationException interrupted() {
    return new CancellationException("the search was interrupted");
  }

  /** A thread that does not keep a process alive whose caller is gone. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "attribution-search");
    thread.setDaemon(true);
    return thread;
  }

  private static RuntimeException unchecked(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException exception
        ? exception
        : new IllegalStateException("a search throws nothing checked", e);
  }
}
