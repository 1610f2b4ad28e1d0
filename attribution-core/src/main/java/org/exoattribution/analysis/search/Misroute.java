package org.exoattribution.analysis.search;

import java.util.Optional;
import org.exoattribution.model.AttributionOutcome;

/**
 * Classes of connections that are misattributed for one cause.
 *
 * @param kind what is wrong
 * @param owner the tenant whose mail it is: the owner of the sender's domain, or of the recipient's
 *     if nobody owns the sender's; empty if nobody owns either
 * @param outcome what happens instead
 * @param classes how many classes of connections there are
 * @param witness the simplest of these connections
 */
public record Misroute(
    MisrouteKind kind,
    Optional<String> owner,
    AttributionOutcome outcome,
    long classes,
    ConnectionWitness witness) {

  /** The misroute in one line. */
  @Override
  public String toString() {
    return kind
        + " of "
        + owner.orElse("nobody")
        + ": "
        + outcome
        + "; "
        + classes
        + (classes == 1 ? " class, such as " : " classes, such as ")
        + witness;
  }
}
