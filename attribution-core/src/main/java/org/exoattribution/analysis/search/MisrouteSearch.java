package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.analysis.search.Misroute.MailSource;
import org.exoattribution.analysis.search.Misroute.Severity;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.InvalidValueException;

/**
 * Finds every way in which mail can be attributed to a tenant that it is not of, or a tenant's own
 * mail be refused, before it happens. The search is exhaustive: where it finds nothing, there is
 * nothing to be found within its bound.
 *
 * <p>Which attributions are misroutes, {@link MisrouteKind} says, and {@link Misroute.Severity}
 * which of them happen as things stand. It goes source by source: a certificate's name or an
 * address, and both where one tenant names both. Tenants that a source does not name behave alike
 * towards it, so that one of each class of receivers stands for all; the work grows with the
 * tenants that share a source, not with those of the directory.
 */
public final class MisrouteSearch {
  private final AttributionEngine engine;
  private final List<ExpectedFlow> flows;
  private final List<SourceName> shared;
  private final SearchBound bound;
  private final SearchProgress progress;

  private MisrouteSearch(
      AttributionEngine engine,
      List<ExpectedFlow> flows,
      List<SourceName> shared,
      SearchBound bound,
      SearchProgress progress) {
    this.engine = Objects.requireNonNull(engine, "engine");
    this.flows = List.copyOf(flows);
    this.shared = List.copyOf(shared);
    this.bound = Objects.requireNonNull(bound, "bound");
    this.progress = Objects.requireNonNull(progress, "progress");
  }

  /** A search of everything, under the engine's directory, rules and readings. */
  public static MisrouteSearch in(AttributionEngine engine) {
    return new MisrouteSearch(engine, List.of(), List.of(), SearchBound.NONE, SearchProgress.NONE);
  }

  /** The same search that takes these flows for meant. */
  public MisrouteSearch withExpectedFlows(List<ExpectedFlow> expected) {
    return new MisrouteSearch(engine, expected, shared, bound, progress);
  }

  /** The same search that takes it for given that mail of others comes from these sources too. */
  public MisrouteSearch withSharedSources(List<SourceName> sources) {
    return new MisrouteSearch(engine, flows, sources, bound, progress);
  }

  /** The same search within a bound. */
  public MisrouteSearch withBound(SearchBound within) {
    return new MisrouteSearch(engine, flows, shared, within, progress);
  }

  /** The same search, watched. */
  public MisrouteSearch withProgress(SearchProgress watcher) {
    return new MisrouteSearch(engine, flows, shared, bound, watcher);
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
    List<Misroute> found = new ArrayList<>();
    work.run.all().forEach((cause, tally) -> found.add(work.misroute(cause, tally)));
    found.sort(
        Comparator.comparing(Misroute::kind)
            .thenComparing(Misroute::severity)
            .thenComparing(m -> m.source().name())
            .thenComparing(m -> m.owner().orElse(""))
            .thenComparing(m -> m.outcome().toString()));
    Map<Object, Misroute> openings = new LinkedHashMap<>();
    found.stream()
        .filter(m -> isOpening(m.kind()))
        .forEach(
            m -> openings.putIfAbsent(List.of(m.outcome().tenant(), m.outcome().connector()), m));
    List<Misroute> warnings =
        new ArrayList<>(
            found.stream()
                .filter(
                    m ->
                        m.severity() == Severity.WARNING && m.kind() == MisrouteKind.FOREIGN_SENDER)
                .toList());
    warnings.addAll(openings.values());
    return new MisrouteReport(
        found.stream().filter(m -> m.severity() == Severity.ERROR).toList(),
        warnings,
        found.stream().filter(m -> m.kind() == MisrouteKind.COMBINED_CERTIFICATE).toList(),
        work.plainSources(),
        work.sharedSources(),
        work.run.tried(),
        bound.words(engine.ruleSet()));
  }

  private static boolean isOpening(MisrouteKind kind) {
    return kind == MisrouteKind.ANY_SENDER || kind == MisrouteKind.ANY_SENDER_TO_TENANT;
  }

  /**
   * The misroutes, openings and cautions as they are found, for one source after another. The same
   * cause comes again, with classes and witness of its own, for every other source or part of one
   * that it strikes, and {@link #run} is what puts these together. So the first is there long
   * before the search is over, but that there are no more, or none, is proved only when the stream
   * has been read to its end.
   *
   * <p>The directory is prepared now, a source is looked at when the stream reaches it, on the
   * reader's thread: whoever stops reading stops the work.
   *
   * @throws SearchTooLargeException if it is too much work; nothing is searched then
   * @throws InvalidValueException if bound or flows name a tenant that is not in the directory
   * @throws java.util.concurrent.CancellationException while it is read, if the progress ends it,
   *     or an interrupt
   */
  public Stream<Misroute> stream() {
    Work work = new Work();
    return work.run.inParts().map(found -> work.misroute(found.getKey(), found.getValue()));
  }

  /** The search made ready. */
  private final class Work {
    private final SearchSpace space = new SearchSpace(List.of(engine), flows, shared, bound);
    private final List<Source> sources = Sources.ofSenders(space);
    private final MisrouteJudge judge = new MisrouteJudge(space, Sources.isSureOfGuess(sources));
    private final SourceRun<MisrouteJudge.Cause> run =
        new SourceRun<>(space, sources, judge, progress);

    private long plainSources() {
      return sources.stream().filter(Source::isPlain).count();
    }

    private long sharedSources() {
      long plain = sources.stream().filter(Source::isPlain).filter(judge::isShared).count();
      return plain + (Sources.isSureOfGuess(sources) ? 1 : 0);
    }

    private Misroute misroute(MisrouteJudge.Cause cause, SourceRun.Tally tally) {
      int others = space.tenants.size() - judge.tenantsOf(tally.first().source()).cardinality();
      return new Misroute(
          cause.kind(),
          cause.severity(),
          source(cause, tally.first().source()),
          tally.firstTenant() == SearchSide.NOBODY
              ? Optional.empty()
              : Optional.of(space.tenants.get(tally.firstTenant())),
          cause.stranger() ? others : tally.tenants().cardinality(),
          cause.outcome(),
          tally.cells(),
          tally.first().witness());
    }

    private MailSource source(MisrouteJudge.Cause cause, Source first) {
      String name = cause.source().toString();
      if (isOpening(cause.kind())) {
        name = cause.source().matchOf(cause.outcome()).orElse(name);
      } else if (first.link() != Source.Link.NONE && cause.source().claimants().cardinality() < 2) {
        name = first.address() + " with " + first.certificate().orElseThrow();
        if (cause.severity() == Severity.ERROR && first.link() == Source.Link.GUESSED) {
          name += " (guessed to be one host)";
        }
      }
      return new MailSource(
          name, judge.tenantsOf(first).stream().mapToObj(space.tenants::get).toList());
    }
  }
}
