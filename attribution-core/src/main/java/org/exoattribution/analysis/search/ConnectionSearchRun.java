package org.exoattribution.analysis.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
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
    Queue<Map<K, ConnectionGroup>> ofThreads = new ConcurrentLinkedQueue<>();
    SearchThreads.run(
        search.senders(),
        () -> {
          Map<K, ConnectionGroup> found = new HashMap<>();
          ofThreads.add(found);
          return sender -> merge(found, ofSender(sender));
        });
    Map<K, ConnectionGroup> all = new HashMap<>();
    ofThreads.forEach(found -> merge(all, found));
    return all;
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
}
