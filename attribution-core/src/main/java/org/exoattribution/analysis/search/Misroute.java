package org.exoattribution.analysis.search;

import java.util.List;
import java.util.Optional;
import org.exoattribution.model.AttributionOutcome;

/**
 * Connections that are misattributed, or could be, for one cause; one stands for all of them.
 *
 * @param kind what is wrong
 * @param severity how bad that is
 * @param source where the mail comes from
 * @param owner the tenant whose mail it is, see {@link MisrouteKind#isOfSender}; empty if nobody in
 *     the directory owns it
 * @param owners how many tenants it is so with, this one among them
 * @param outcome what happens instead
 * @param classes how many classes of connections there are
 * @param witness the simplest of these connections
 */
public record Misroute(
    MisrouteKind kind,
    Severity severity,
    MailSource source,
    Optional<String> owner,
    int owners,
    AttributionOutcome outcome,
    long classes,
    ConnectionWitness witness) {

  /** How bad a finding is. */
  public enum Severity {
    /**
     * Mail is misattributed or refused as things stand: the source is shared by several tenants, or
     * said to be.
     */
    ERROR,
    /** It would be, if mail of others came from a source that only one tenant names. */
    WARNING,
    /** The same, and only mail to that tenant. */
    INFO
  }

  /** The misroute in one line. */
  @Override
  public String toString() {
    return kind
        + " of "
        + owner.orElse("nobody")
        + (owners > 1 ? " and " + (owners - 1) + " more" : "")
        + ": "
        + outcome
        + ", such as "
        + witness;
  }

  /**
   * A source of mail, as the directory sees it.
   *
   * @param name its address or the names of its certificate
   * @param tenants the tenants that it is of: whose connectors name it, who holds the domain of its
   *     certificate, for whom it is declared
   */
  public record MailSource(String name, List<String> tenants) {
    /** Copies the names. */
    public MailSource {
      tenants = List.copyOf(tenants);
    }

    /** Whether it is of several tenants. */
    public boolean isShared() {
      return tenants.size() > 1;
    }
  }
}
