package org.exoattribution.analysis.search;

import org.exoattribution.model.AttributionOutcome;

/**
 * Connections whose attribution changes in one way; one stands for all of them.
 *
 * @param harm what the change means
 * @param before the outcome before
 * @param after the outcome after, of the connection that stands for the others
 * @param tenants to how many tenants the mail goes then, in the same way
 * @param classes how many classes of connections there are
 * @param witness the simplest of these connections
 */
public record DiffChange(
    DiffHarm harm,
    AttributionOutcome before,
    AttributionOutcome after,
    int tenants,
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
        + (tenants > 1 ? " or " + (tenants - 1) + " more" : "")
        + ", such as "
        + witness;
  }
}
