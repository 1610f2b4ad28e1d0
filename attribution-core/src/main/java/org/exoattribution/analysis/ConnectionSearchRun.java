package org.exoattribution.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One run of a search over all senders: on as many threads as there are processors, whose findings
 * are put together at the end, or on the reader's thread, as far as it reads.
 *
 * @param <K> what may be found about a class
 */
final class ConnectionSearchRun<K> {
  private final ConnectionSearch search;
  private final ConnectionSearch.Question<K> question;
  private final SearchProgress progress;
  private final AtomicLong done = new AtomicLong();

  ConnectionSearchRun(
      ConnectionSearch search, ConnectionSearch.Question<K> question, SearchProgress progress) {
    this.search = search;
    this.question = question;
    this.progress = progress;
  }

  /** What is found for one sender after another; a sender is looked at when it is read. */
  Stream<Map.Entry<K, ConnectionGroup>> bySender() {
    return IntStream.range(0, search.senders())
        .boxed()
        .flatMap(sender -> ofSender(sender).entrySet().stream());
  }

  /**
   * What is found for all senders.
   *
   * @throws CancellationException if the progress says so, or if the calling thread is interrupted,
   *     which it then still is; the threads end soon after
   */
  Map<K, ConnectionGroup> all() {
    int threads = Math.min(Runtime.getRuntime().availableProcessors(), search.senders());
    ExecutorService pool = Executors.newFixedThreadPool(threads, ConnectionSearchRun::thread);
    AtomicInteger next = new AtomicInteger();
    Callable<Map<K, ConnectionGroup>> work = () -> untilNoneIsLeft(next);
    try {
      Map<K, ConnectionGroup> all = new LinkedHashMap<>();
      for (Future<Map<K, ConnectionGroup>> part :
          pool.invokeAll(Collections.nCopies(threads, work))) {
        merge(all, part.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the search was interrupted");
    } catch (ExecutionException e) {
      throw unchecked(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private Map<K, ConnectionGroup> untilNoneIsLeft(AtomicInteger next) {
    Map<K, ConnectionGroup> found = new LinkedHashMap<>();
    boolean complete = false;
    try {
      for (int sender = next.getAndIncrement();
          sender < search.senders();
          sender = next.getAndIncrement()) {
        merge(found, ofSender(sender));
      }
      complete = true;
      return found;
    } finally {
      if (!complete) {
        next.set(search.senders()); // the others need not go on
      }
    }
  }

  private Map<K, ConnectionGroup> ofSender(int sender) {
    Map<K, ConnectionGroup> found = search.ofSender(sender, question);
    if (!progress.goOn(done.incrementAndGet(), search.senders())) {
      throw new CancellationException("the search was cancelled");
    }
    return found;
  }

  private void merge(Map<K, ConnectionGroup> into, Map<K, ConnectionGroup> from) {
    from.forEach((key, group) -> into.merge(key, group, ConnectionGroup::and));
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
