package org.exoattribution.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.InvalidValueException;

/**
 * Finds every connection that a change of a directory attributes otherwise. The classes of
 * connections are those that either directory, before or after, can tell apart; the search goes
 * through all of them.
 */
public final class DiffSearch {
  /**
   * A change.
   *
   * @param harm what it means
   */
  private record Change(DiffHarm harm, ConnectionOutcome before, ConnectionOutcome after) {}

  private final AttributionEngine before;
  private final AttributionEngine after;
  private final SearchBound bound;
  private final SearchProgress progress;

  private DiffSearch(
      AttributionEngine before,
      AttributionEngine after,
      SearchBound bound,
      SearchProgress progress) {
    this.before = before;
    this.after = after;
    this.bound = bound;
    this.progress = progress;
  }

  /** A search of everything that changes from one engine's directory, rules and readings on. */
  public static DiffSearch between(AttributionEngine before, AttributionEngine after) {
    return new DiffSearch(before, after, SearchBound.NONE, SearchProgress.NONE);
  }

  /** The same search within a bound. */
  public DiffSearch withBound(SearchBound within) {
    return new DiffSearch(before, after, within, progress);
  }

  /** The same search, watched. */
  public DiffSearch withProgress(SearchProgress watcher) {
    return new DiffSearch(before, after, bound, watcher);
  }

  /**
   * Searches.
   *
   * @throws SearchTooLargeException if it is too much work; nothing is searched then
   * @throws InvalidValueException if the bound names a tenant that is in neither directory
   * @throws java.util.concurrent.CancellationException if the progress ends it, or an interrupt
   */
  public DiffReport run() {
    ConnectionAtoms atoms =
        new ConnectionAtoms(
            List.of(new AtomDirectory(before), new AtomDirectory(after)), List.of(), bound);
    List<AtomSide> sides = atoms.directories.stream().map(d -> new AtomSide(d, atoms)).toList();
    ConnectionSearch search = new ConnectionSearch(atoms, sides, ConnectionSearch.NO_TRAITS);
    Collector found = search.run(() -> new Collector(sides.get(1)), Collector::merge, progress);
    List<DiffChange> changes = new ArrayList<>();
    found.groups.forEach(
        (change, group) ->
            changes.add(
                new DiffChange(
                    change.harm(),
                    change.before(),
                    change.after(),
                    group.classes(),
                    atoms.witness(group.first()))));
    changes.sort(
        Comparator.comparing(DiffChange::harm)
            .thenComparing(Comparator.comparing(DiffChange::classes).reversed())
            .thenComparing(c -> c.before().toString())
            .thenComparing(c -> c.after().toString()));
    return new DiffReport(changes, search.classes(), ConnectionBound.of(atoms, bound));
  }

  /** Gathers changes. */
  private static final class Collector implements ConnectionSearch.Visitor {
    private final AtomSide after;
    private final Map<Change, ConnectionGroup> groups = new HashMap<>();

    Collector(AtomSide after) {
      this.after = after;
    }

    @Override
    public void visit(ConnectionClass first, long count, List<ConnectionOutcome> outcomes) {
      ConnectionOutcome was = outcomes.get(0);
      ConnectionOutcome is = outcomes.get(1);
      if (!was.equals(is)) {
        int owner = after.senderOwners[first.sender()];
        boolean foreign = owner >= 0 && owner != after.directory.tenant(is.tenant());
        groups.merge(
            new Change(DiffHarm.of(was, is, foreign), was, is),
            new ConnectionGroup(first, count),
            ConnectionGroup::and);
      }
    }

    Collector merge(Collector other) {
      other.groups.forEach((change, group) -> groups.merge(change, group, ConnectionGroup::and));
      return this;
    }
  }
}
