package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.InvalidValueException;

/**
 * Finds every way in which mail can be attributed to a tenant that it is not of, or a tenant's own
 * mail be refused, before it happens. The search is exhaustive: where it finds nothing, there is
 * nothing to be found within its bound.
 *
 * <p>Which attributions are misroutes, {@link MisrouteKind} says. Mail from a tenant's own source
 * that is attributed to it is none, whatever its sender and recipient. A source is a tenant's own
 * if it presents a certificate with a name that the tenant's connector matches and the tenant
 * accepts to the letter, or if an {@link ExpectedFlow} says so; an address is nobody's own, however
 * many connectors name it. A source of several tenants must still give each its own mail.
 */
public final class MisrouteSearch {
  private final AttributionEngine engine;
  private final List<ExpectedFlow> flows;
  private final SearchBound bound;
  private final SearchProgress progress;

  private MisrouteSearch(
      AttributionEngine engine,
      List<ExpectedFlow> flows,
      SearchBound bound,
      SearchProgress progress) {
    this.engine = engine;
    this.flows = List.copyOf(flows);
    this.bound = bound;
    this.progress = progress;
  }

  /** A search of everything, under the engine's directory, rules and readings. */
  public static MisrouteSearch in(AttributionEngine engine) {
    return new MisrouteSearch(engine, List.of(), SearchBound.NONE, SearchProgress.NONE);
  }

  /** The same search that takes these flows for meant. */
  public MisrouteSearch withExpectedFlows(List<ExpectedFlow> expected) {
    return new MisrouteSearch(engine, expected, bound, progress);
  }

  /** The same search within a bound. */
  public MisrouteSearch withBound(SearchBound within) {
    return new MisrouteSearch(engine, flows, within, progress);
  }

  /** The same search, watched. */
  public MisrouteSearch withProgress(SearchProgress watcher) {
    return new MisrouteSearch(engine, flows, bound, watcher);
  }

  /**
   * Searches everything, on as many threads as there are processors. It ends early with a
   * CancellationException, and without a result, when the progress says so or the calling thread is
   * interrupted, which it then still is.
   *
   * @throws SearchTooLargeException if it is too much work; nothing is searched then
   * @throws InvalidValueException if bound or flows name a tenant that is not in the directory
   * @throws java.util.concurrent.CancellationException if the progress ends it, or an interrupt
   */
  public MisrouteReport run() {
    Work work = new Work();
    List<Misroute> misroutes = new ArrayList<>();
    work.run.all().forEach((cause, group) -> misroutes.add(work.misroute(cause, group)));
    misroutes.sort(
        Comparator.comparing(Misroute::kind)
            .thenComparing(m -> m.owner().orElse(""))
            .thenComparing(m -> m.outcome().toString()));
    Map<Boolean, List<Misroute>> cautions =
        misroutes.stream()
            .collect(Collectors.partitioningBy(m -> m.kind() == MisrouteKind.COMBINED_CERTIFICATE));
    return new MisrouteReport(
        cautions.getOrDefault(false, List.of()),
        cautions.getOrDefault(true, List.of()),
        work.search.classes(),
        ConnectionBound.of(work.atoms, bound));
  }

  /**
   * The misroutes and cautions as they are found, for one sender after another, the simple ones
   * first. Of each sender they are complete; the same cause comes again, with classes and witness
   * of its own, for every other sender that it strikes, and {@link #run} is what puts these
   * together. So the first is there long before the search is over, but that there are no more, or
   * none, is proved only when the stream has been read to its end.
   *
   * <p>The directory is prepared now, a sender is looked at when the stream reaches it, on the
   * reader's thread: whoever stops reading stops the work.
   *
   * @throws SearchTooLargeException if it is too much work; nothing is searched then
   * @throws InvalidValueException if bound or flows name a tenant that is not in the directory
   * @throws java.util.concurrent.CancellationException while it is read, if the progress ends it,
   *     or an interrupt
   */
  public Stream<Misroute> stream() {
    Work work = new Work();
    return work.run.bySender().map(found -> work.misroute(found.getKey(), found.getValue()));
  }

  /** The search made ready. */
  private final class Work {
    private final ConnectionAtoms atoms =
        new ConnectionAtoms(List.of(new AtomDirectory(engine)), flows, bound);
    private final AtomSide side = new AtomSide(atoms.directories.get(0), atoms);
    private final MisrouteJudge judge = new MisrouteJudge(side, atoms);
    private final ConnectionSearch search = new ConnectionSearch(atoms, List.of(side), judge);
    private final ConnectionSearchRun<MisrouteJudge.Cause> run =
        new ConnectionSearchRun<>(
            search, (first, outcomes) -> judge.judge(first, outcomes.get(0)), progress);

    private Misroute misroute(MisrouteJudge.Cause cause, ConnectionGroup group) {
      return new Misroute(
          cause.kind(),
          cause.owner() < 0 ? Optional.empty() : Optional.of(side.directory.name(cause.owner())),
          cause.outcome(),
          group.classes(),
          atoms.witness(group.first()));
    }
  }
}
