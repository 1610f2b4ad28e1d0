package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exoattribution.analysis.search.SourceViews.Receiver;
import org.exoattribution.analysis.search.SourceViews.Sender;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Forest;
import org.exoattribution.model.ForwardPath;

/**
 * Goes through sources, and for each through the senders and recipients that it can tell apart; the
 * engine answers for every combination. The work is the sum over the sources of the tenants that
 * each names, squared, with as many receivers more as there are classes of them.
 *
 * @param <K> what may be found; it decides which cells belong together
 */
final class SourceRun<K> {
  /** Receivers of one source that are gone through by one thread. */
  private static final int RECEIVERS_OF_A_PART = 16;

  /** Senders, or receivers, that a source does not name and that stand for all others. */
  private static final int SOME_OTHERS = 4;

  /**
   * Connections that attribution cannot tell apart, by one that stands for them.
   *
   * @param place where the search comes upon it
   * @param outcomes what becomes of it, in each directory
   */
  record Cell(
      long place,
      Source source,
      Sender sender,
      Mail recipient,
      ConnectionWitness witness,
      List<AttributionOutcome> outcomes) {}

  /** Cells about which the same was found: the simplest, how many, and about which tenants. */
  static final class Tally {
    private final BitSet tenants = new BitSet();
    private Cell first;
    private int firstTenant;
    private long cells;

    private Tally(Cell first, int tenant) {
      this.first = first;
      this.firstTenant = tenant;
    }

    private void add(Cell cell, int tenant) {
      simplest(cell, tenant);
      cells++;
      if (tenant != SearchSide.NOBODY) {
        tenants.set(tenant);
      }
    }

    private Tally and(Tally other) {
      simplest(other.first, other.firstTenant);
      cells += other.cells;
      tenants.or(other.tenants);
      return this;
    }

    private void simplest(Cell cell, int tenant) {
      if (cell.place() < first.place()) {
        first = cell;
        firstTenant = tenant;
      }
    }

    Cell first() {
      return first;
    }

    /** The tenant that the first is about, or {@link SearchSide#NOBODY}. */
    int firstTenant() {
      return firstTenant;
    }

    long cells() {
      return cells;
    }

    BitSet tenants() {
      return tenants;
    }
  }

  /** What is looked for. */
  interface Question<K> {
    /** The tenants that are to be told apart as senders of mail from a source. */
    BitSet senders(Source source);

    /** The tenants that are to be told apart as its receivers. */
    BitSet receivers(Source source);

    /** Looks at a cell, and says what it finds. */
    void about(Cell cell, Findings<K> findings);
  }

  /** Takes what is found about a cell, and about which tenant it is. */
  interface Findings<K> {
    void add(K what, int tenant);
  }

  /** Connections of which nothing is said about the front end come first, being simpler. */
  private static final long AT_A_FOREST = 1L << 60;

  private record Part(int number, Source source, int from, int to, long size) {}

  private final SearchSpace space;
  private final ReceiverClasses classes;
  private final Question<K> question;
  private final SearchProgress progress;
  private final List<Part> parts = new ArrayList<>();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong tried = new AtomicLong();
  private long size;

  /**
   * @throws SearchTooLargeException if it is more work than the bound allows
   */
  SourceRun(
      SearchSpace space, List<Source> sources, Question<K> question, SearchProgress progress) {
    this.space = space;
    this.classes = new ReceiverClasses(space);
    this.question = question;
    this.progress = progress;
    requireWithin(sources);
    for (Source source : sources) {
      SearchThreads.requireUninterrupted();
      SourceViews views = views(source);
      long all = views.size();
      size += all;
      int receivers = views.receivers().size();
      for (int from = 0; from < receivers; from += RECEIVERS_OF_A_PART) {
        int to = Math.min(receivers, from + RECEIVERS_OF_A_PART);
        parts.add(new Part(parts.size(), source, from, to, all * (to - from) / receivers));
      }
    }
  }

  /** Before the work is looked at closely, which would be work. */
  private void requireWithin(List<Source> sources) {
    Source largest = null;
    long most = 0;
    long all = 0;
    for (Source source : sources) {
      int senders =
          space.bound.senders().isEmpty()
              ? question.senders(source).cardinality() + SOME_OTHERS
              : space.bound.senders().size();
      int receivers = question.receivers(source).cardinality() + SOME_OTHERS;
      int frontEnds = space.frontEnds(space.forests(source.matched()), SearchSide.NOBODY).size();
      long least = (long) senders * receivers * frontEnds * space.sides.size();
      all += least;
      if (least > most) {
        most = least;
        largest = source;
      }
    }
    if (largest != null && all > space.bound.limit()) {
      throw new SearchTooLargeException(
          all,
          sources.size(),
          largest.toString(),
          question.senders(largest).cardinality(),
          space.bound.limit());
    }
  }

  private SourceViews views(Source source) {
    return new SourceViews(
        space, classes, source, question.senders(source), question.receivers(source));
  }

  /** How many connections were tried so far. */
  long tried() {
    return tried.get();
  }

  /**
   * What is found about all sources, in the order in which the search comes upon it, on as many
   * threads as there are processors.
   *
   * @throws CancellationException if the progress says so, or if the calling thread is interrupted,
   *     which it then still is; the threads end soon after
   */
  Map<K, Tally> all() {
    Queue<Map<K, Tally>> ofThreads = new ConcurrentLinkedQueue<>();
    SearchThreads.run(
        parts.size(),
        () -> {
          Map<K, Tally> found = new HashMap<>();
          ofThreads.add(found);
          return part -> go(parts.get(part), found);
        });
    Map<K, Tally> all = new HashMap<>();
    ofThreads.forEach(found -> found.forEach((what, tally) -> all.merge(what, tally, Tally::and)));
    // Keys hold enums, whose hashes differ from run to run; the places of cells do not.
    Map<K, Tally> inOrder = new LinkedHashMap<>();
    all.entrySet().stream()
        .sorted(Comparator.comparingLong(found -> found.getValue().first().place()))
        .forEach(found -> inOrder.put(found.getKey(), found.getValue()));
    return inOrder;
  }

  /** What is found for one part after another, on the reader's thread as far as it reads. */
  Stream<Map.Entry<K, Tally>> inParts() {
    return IntStream.range(0, parts.size())
        .boxed()
        .flatMap(
            part -> {
              Map<K, Tally> found = new LinkedHashMap<>();
              go(parts.get(part), found);
              return found.entrySet().stream();
            });
  }

  private void go(Part part, Map<K, Tally> found) {
    SourceViews views = views(part.source());
    long place = (long) part.number() << 32;
    boolean changed = space.isChanged(part.source());
    for (Receiver receiver : views.receivers().subList(part.from(), part.to())) {
      List<Sender> senders = views.sendersTo(receiver);
      List<Optional<Forest>> frontEnds = views.frontEnds(receiver);
      boolean other = changed || isChanged(receiver);
      for (Mail recipient : receiver.recipients()) {
        SearchThreads.requireUninterrupted();
        for (Sender sender : senders) {
          if (other || isMoved(sender) || isMoved(recipient.owners())) {
            for (Optional<Forest> forest : frontEnds) {
              long at = place++ + (forest.isPresent() ? AT_A_FOREST : 0);
              Cell cell = cell(at, part.source(), sender, recipient, forest);
              question.about(
                  cell,
                  (what, tenant) ->
                      found.computeIfAbsent(what, k -> new Tally(cell, tenant)).add(cell, tenant));
            }
          }
        }
      }
    }
    tried.addAndGet(place - ((long) part.number() << 32));
    if (!progress.goOn(done.addAndGet(part.size()), size)) {
      throw new CancellationException("the search was cancelled");
    }
  }

  private boolean isChanged(Receiver receiver) {
    return receiver.tenant() != SearchSide.NOBODY && space.changed.get(receiver.tenant());
  }

  private boolean isMoved(Sender sender) {
    return isMoved(sender.owners())
        || sender.headerFrom().filter(domain -> isMoved(space.mail(domain).owners())).isPresent();
  }

  private static boolean isMoved(List<Integer> owners) {
    return owners.size() > 1 && !owners.get(0).equals(owners.get(1));
  }

  private Cell cell(
      long place, Source source, Sender sender, Mail recipient, Optional<Forest> forest) {
    ConnectionWitness witness =
        new ConnectionWitness(
            source.address().address().orElseThrow(),
            source.session().tls(),
            source.session().names(),
            source.session().accepted(),
            sender.mailFrom(),
            sender.headerFrom(),
            ForwardPath.of(recipient.domain()),
            forest);
    List<AttributionOutcome> outcomes = new ArrayList<>(space.sides.size());
    for (SearchSide side : space.sides) {
      outcomes.add(AttributionOutcome.of(witness.resolve(side.engine)));
    }
    return new Cell(place, source, sender, recipient, witness, outcomes);
  }
}
