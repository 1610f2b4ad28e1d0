package org.exoattribution.analysis.advice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Finding;

/**
 * A change that was tried out and does what it is proposed for.
 *
 * @param change what to change
 * @param resolves the findings that it is rid of; empty if it is about a rejection
 * @param result what the connection comes to with the change made
 * @param moves what it moves of all mail, this connection's among it, the most harmful first; empty
 *     if that would have been too much to look at, or was not asked
 */
public record Advice(
    Change change, Set<Finding.Id> resolves, Attribution result, Optional<DiffReport> moves) {

  /** The least to do first; of equal ones, what leaves the fewest findings. */
  static final Comparator<Advice> LEAST_FIRST =
      Comparator.comparingInt((Advice advice) -> advice.change().effort())
          .thenComparingInt(advice -> advice.result().findings().size());

  /** Copies the set, which keeps no order. */
  public Advice {
    resolves = Set.copyOf(resolves);
  }

  Advice moving(Optional<DiffReport> report) {
    return new Advice(change, resolves, result, report);
  }

  /** The lines of PowerShell of the change. */
  public List<String> commands() {
    return change.commands();
  }

  /** What comes of it. */
  public AttributionOutcome outcome() {
    return AttributionOutcome.of(result);
  }
}
