package org.exoattribution.analysis.search;

import java.util.List;
import org.exoattribution.model.AttributionOutcome;

/**
 * Connections whose attribution changes in one way; one stands for all of them.
 *
 * @param harm what the change means
 * @param before the outcome before
 * @param after the outcome after, of the connection that stands for the others
 * @param tenants the tenants that the mail goes to then, or that refuse it, all in the same way
 * @param classes how many classes of connections there are
 * @param witness the simplest of these connections
 */
public record DiffChange(
    DiffHarm harm,
    AttributionOutcome before,
    AttributionOutcome after,
    List<String> tenants,
    long classes,
    ConnectionWitness witness) {

  /** Copies the names. */
  public DiffChange {
    tenants = List.copyOf(tenants);
  }

  /** The change in one line. */
  @Override
  public String toString() {
    return harm
        + ": "
        + before
        + " becomes "
        + after
        + (tenants.size() > 1 ? " or " + (tenants.size() - 1) + " more" : "")
        + ", such as "
        + witness;
  }
}
