package org.exoattribution.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
   * Searches.
   *
   * @throws SearchTooLargeException if it is too much work; nothing is searched then
   * @throws InvalidValueException if bound or flows name a tenant that is not in the directory
   * @throws java.util.concurrent.CancellationException if the progress ends it, or an interrupt
   */
  public MisrouteReport run() {
    ConnectionAtoms atoms = new ConnectionAtoms(List.of(new AtomDirectory(engine)), flows, bound);
    AtomSide side = new AtomSide(atoms.directories.get(0), atoms);
    MisrouteJudge judge = new MisrouteJudge(side, atoms);
    ConnectionSearch search = new ConnectionSearch(atoms, List.of(side), judge);
    Collector found = search.run(() -> new Collector(judge), Collector::merge, progress);
    List<Misroute> misroutes = new ArrayList<>();
    found.groups.forEach((cause, group) -> misroutes.add(misroute(atoms, side, cause, group)));
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
        search.classes(),
        ConnectionBound.of(atoms, bound));
  }

  private Misroute misroute(
      ConnectionAtoms atoms, AtomSide side, MisrouteJudge.Cause cause, ConnectionGroup group) {
    return new Misroute(
        cause.kind(),
        cause.owner() < 0 ? Optional.empty() : Optional.of(side.directory.name(cause.owner())),
        cause.outcome(),
        group.classes(),
        atoms.witness(group.first()));
  }

  /** Gathers misroutes by cause. */
  private static final class Collector implements ConnectionSearch.Visitor {
    private final MisrouteJudge judge;
    private final Map<MisrouteJudge.Cause, ConnectionGroup> groups = new HashMap<>();

    Collector(MisrouteJudge judge) {
      this.judge = judge;
    }

    @Override
    public void visit(ConnectionClass first, long count, List<ConnectionOutcome> outcomes) {
      judge
          .judge(first, outcomes.get(0))
          .ifPresent(
              cause ->
                  groups.merge(cause, new ConnectionGroup(first, count), ConnectionGroup::and));
    }

    Collector merge(Collector other) {
      other.groups.forEach((cause, group) -> groups.merge(cause, group, ConnectionGroup::and));
      return this;
    }
  }
}
