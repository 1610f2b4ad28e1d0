package org.exoattribution.analysis.search;

import org.exoattribution.model.AttributionOutcome;

/**
 * Classes of connections whose attribution changes in one way.
 *
 * @param harm what the change means
 * @param before the outcome before
 * @param after the outcome after
 * @param classes how many classes of connections there are
 * @param witness the simplest of these connections
 */
public record DiffChange(
    DiffHarm harm,
    AttributionOutcome before,
    AttributionOutcome after,
    long classes,
    ConnectionWitness witness) {

  /** The change in one line. */
  @Override
  public String toString() {
    return harm
        + ": "
        + before
        + " becomes "
        + after
        + "; "
        + classes
        + (classes == 1 ? " class, such as " : " classes, such as ")
        + witness;
  }
}
