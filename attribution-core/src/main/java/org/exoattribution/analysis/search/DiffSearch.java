package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AttributionOutcome;
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
  private record Change(DiffHarm harm, AttributionOutcome before, AttributionOutcome after) {}

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
   * Searches everything, on as many threads as there are processors. It ends early with a
   * CancellationException, and without a result, when the progress says so or the calling thread is
   * interrupted, which it then still is.
   *
   * @throws SearchTooLargeException if it is too much work; nothing is searched then
   * @throws InvalidValueException if the bound names a tenant that is in neither directory
   * @throws java.util.concurrent.CancellationException if the progress ends it, or an interrupt
   */
  public DiffReport run() {
    Work work = new Work();
    List<DiffChange> changes = new ArrayList<>();
    work.run.all().forEach((change, group) -> changes.add(work.change(change, group)));
    changes.sort(
        Comparator.comparing(DiffChange::harm)
            .thenComparing(Comparator.comparing(DiffChange::classes).reversed())
            .thenComparing(c -> c.before().toString())
            .thenComparing(c -> c.after().toString()));
    return new DiffReport(changes, work.search.classes(), ConnectionBound.of(work.atoms, bound));
  }

  /**
   * The changes as they are found, for one sender after another, the simple ones first. Of each
   * sender they are complete; the same change comes again, with classes and witness of its own, for
   * every other sender that it strikes, and {@link #run} is what puts these together and in order.
   * That there are no more, or none, is proved only when the stream has been read to its end.
   *
   * <p>The directories are prepared now, a sender is looked at when the stream reaches it, on the
   * reader's thread: whoever stops reading stops the work.
   *
   * @throws SearchTooLargeException if it is too much work; nothing is searched then
   * @throws InvalidValueException if the bound names a tenant that is in neither directory
   * @throws java.util.concurrent.CancellationException while it is read, if the progress ends it,
   *     or an interrupt
   */
  public Stream<DiffChange> stream() {
    Work work = new Work();
    return work.run.bySender().map(found -> work.change(found.getKey(), found.getValue()));
  }

  /** The search made ready. */
  private final class Work {
    private final ConnectionAtoms atoms =
        new ConnectionAtoms(
            List.of(new AtomDirectory(before), new AtomDirectory(after)), List.of(), bound);
    private final List<AtomSide> sides =
        atoms.directories.stream().map(d -> new AtomSide(d, atoms)).toList();
    private final ConnectionSearch search =
        new ConnectionSearch(atoms, sides, ConnectionSearch.NO_TRAITS);
    private final ConnectionSearchRun<Change> run =
        new ConnectionSearchRun<>(
            search,
            (first, outcomes) -> changeOf(first.sender(), outcomes.get(0), outcomes.get(1)),
            progress);

    private Optional<Change> changeOf(int sender, AttributionOutcome was, AttributionOutcome is) {
      if (was.equals(is)) {
        return Optional.empty();
      }
      AtomSide side = sides.get(1);
      int owner = side.senderOwners[sender];
      boolean foreign = owner >= 0 && owner != side.directory.tenant(is.tenant());
      return Optional.of(new Change(DiffHarm.of(was, is, foreign), was, is));
    }

    private DiffChange change(Change change, ConnectionGroup group) {
      return new DiffChange(
          change.harm(),
          change.before(),
          change.after(),
          group.classes(),
          atoms.witness(group.first()));
    }
  }
}
