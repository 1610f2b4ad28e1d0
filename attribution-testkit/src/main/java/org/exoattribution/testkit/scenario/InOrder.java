package org.exoattribution.testkit.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * The results of tasks that several threads work on, in the order of the tasks. The caller's thread
 * takes the tasks from their source, and only a few of them ahead of the result that it asks for:
 * that bounds the memory, however long the source is. Java's parallel streams keep the order too,
 * but not the bound.
 */
final class InOrder<T, R> implements Iterator<R>, AutoCloseable {
  /** One to work on and one waiting, so that no thread waits while the caller reads or prints. */
  private static final int AHEAD_PER_THREAD = 2;

  private final Iterator<T> tasks;
  private final Function<T, R> work;
  private final int mostAhead;
  private final ExecutorService workers;
  private final Deque<Future<R>> ahead = new ArrayDeque<>();

  InOrder(Iterator<T> tasks, Function<T, R> work, int threads) {
    this.tasks = tasks;
    this.work = work;
    this.mostAhead = AHEAD_PER_THREAD * threads;
    this.workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "attribution-replay");
              thread.setDaemon(true); // whoever forgets to close does not keep the process alive
              return thread;
            });
  }

  @Override
  public boolean hasNext() {
    while (ahead.size() < mostAhead && tasks.hasNext()) {
      T task = tasks.next();
      ahead.add(workers.submit(() -> work.apply(task)));
    }
    if (ahead.isEmpty()) {
      close();
    }
    return !ahead.isEmpty();
  }

  /** The next result, waited for. What the work throws is thrown. */
  @Override
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no task is left");
    }
    try {
      return ahead.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a result");
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
