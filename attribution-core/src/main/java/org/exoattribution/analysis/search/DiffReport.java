package org.exoattribution.analysis.search;

import java.util.List;

/**
 * The answer of a {@link DiffSearch}: every change, or the proof that there is none.
 *
 * @param changes most harmful first
 * @param classes how many classes of connections were looked at
 * @param bound what the answer holds for, in one sentence
 */
public record DiffReport(List<DiffChange> changes, long classes, String bound) {

  /** Copies the list. */
  public DiffReport {
    changes = List.copyOf(changes);
  }

  /** Whether mail is newly refused or newly captured by another tenant. */
  public boolean hasErrors() {
    return changes.stream().anyMatch(change -> change.harm().isError());
  }

  /** How many classes change their attribution. */
  public long changedClasses() {
    return changes.stream().mapToLong(DiffChange::classes).sum();
  }
}
