package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.Stage;

/**
 * Finds every connection that a change of a directory attributes otherwise. It looks at what the
 * change touches: the sources that changed tenants name, and mail from and to their domains; of
 * what stays as it is, a few of each kind stand for all.
 */
public final class DiffSearch {
  /**
   * A change, as it is counted: where the mail went, and how it goes on, to whichever tenant.
   *
   * @param harm what it means
   */
  private record Way(
      DiffHarm harm,
      AttributionOutcome before,
      Verdict verdict,
      Stage stage,
      Optional<AttributionBasis> basis,
      Optional<RejectionReason> reason,
      boolean sameTenant) {}

  private final AttributionEngine before;
  private final AttributionEngine after;
  private final SearchBound bound;
  private final SearchProgress progress;

  private DiffSearch(
      AttributionEngine before,
      AttributionEngine after,
      SearchBound bound,
      SearchProgress progress) {
    this.before = Objects.requireNonNull(before, "before");
    this.after = Objects.requireNonNull(after, "after");
    this.bound = Objects.requireNonNull(bound, "bound");
    this.progress = Objects.requireNonNull(progress, "progress");
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
    work.run.all().forEach((way, tally) -> changes.add(work.change(way, tally)));
    changes.sort(
        Comparator.comparing(DiffChange::harm)
            .thenComparing(c -> c.witness().certificateNames().size() > 1) // which is rare
            .thenComparing(Comparator.comparing(DiffChange::classes).reversed())
            .thenComparing(c -> c.before().toString())
            .thenComparing(c -> c.after().toString()));
    return new DiffReport(changes, work.run.tried(), bound.words(after.ruleSet()));
  }

  /**
   * The changes as they are found, for one source after another. The same change comes again, with
   * classes and witness of its own, for every other source or part of one that it strikes, and
   * {@link #run} is what puts these together and in order. That there are no more, or none, is
   * proved only when the stream has been read to its end.
   *
   * <p>The directories are prepared now, a source is looked at when the stream reaches it, on the
   * reader's thread: whoever stops reading stops the work.
   *
   * @throws SearchTooLargeException if it is too much work; nothing is searched then
   * @throws InvalidValueException if the bound names a tenant that is in neither directory
   * @throws java.util.concurrent.CancellationException while it is read, if the progress ends it,
   *     or an interrupt
   */
  public Stream<DiffChange> stream() {
    Work work = new Work();
    return work.run.inParts().map(found -> work.change(found.getKey(), found.getValue()));
  }

  /** The search made ready. */
  private final class Work implements SourceRun.Question<Way> {
    private final SearchSpace space =
        new SearchSpace(List.of(before, after), List.of(), List.of(), bound);
    private final SourceRun<Way> run =
        new SourceRun<>(space, Sources.ofChange(space), this, progress);

    @Override
    public BitSet senders(Source source) {
      return told(source, Atom::claimants);
    }

    @Override
    public BitSet receivers(Source source) {
      return told(source, Atom::matched);
    }

    /** Beside two names, a few of those who name the address stand for all who stay as they are. */
    private BitSet told(Source source, Function<Atom, BitSet> by) {
      BitSet ofAddress = (BitSet) by.apply(source.address()).clone();
      if (source.session().names().size() > 1) {
        ofAddress.andNot(space.changed);
        int[] others = ofAddress.stream().skip(ReceiverClasses.REPRESENTATIVES).toArray();
        Arrays.stream(others).forEach(ofAddress::clear);
        BitSet changed = (BitSet) by.apply(source.address()).clone();
        changed.and(space.changed);
        ofAddress.or(changed);
      }
      return source.certificate().map(c -> Atom.union(by.apply(c), ofAddress)).orElse(ofAddress);
    }

    @Override
    public void about(SourceRun.Cell cell, SourceRun.Findings<Way> findings) {
      AttributionOutcome was = cell.outcomes().get(0);
      AttributionOutcome is = cell.outcomes().get(1);
      if (was.equals(is)) {
        return;
      }
      int owner = cell.sender().owners().get(1);
      int tenant = is.tenant().map(space.sides.get(1)::number).orElse(SearchSide.NOBODY);
      boolean foreign = owner >= 0 && owner != tenant;
      findings.add(
          new Way(
              DiffHarm.of(was, is, foreign),
              was,
              is.verdict(),
              is.stage(),
              is.basis(),
              is.reason(),
              was.tenant().equals(is.tenant())),
          tenant);
    }

    private DiffChange change(Way way, SourceRun.Tally tally) {
      return new DiffChange(
          way.harm(),
          way.before(),
          tally.first().outcomes().get(1),
          tally.tenants().stream().mapToObj(space.tenants::get).toList(),
          tally.cells(),
          tally.first().witness());
    }
  }
}
