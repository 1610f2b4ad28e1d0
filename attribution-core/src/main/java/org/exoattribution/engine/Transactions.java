package org.exoattribution.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Stage;

/** Several recipients in one transaction (section 7 of the rules: MULTI-1 to MULTI-3). */
final class Transactions {
  /** MULTI-2: between these, one foreign domain refused the whole transaction. */
  private static final Instant REFUSED_FROM = RuleSet.V2017.firstInstant();

  private static final Instant REFUSED_UNTIL = Instant.parse("2018-01-01T00:00:00Z");

  private Transactions() {}

  /**
   * Resolves every recipient, in order.
   *
   * @param resolveAlone the stages, for one recipient
   */
  static List<Resolved> resolve(
      SimulatedTransaction transaction, Function<SimulatedConnection, Resolved> resolveAlone) {
    List<SimulatedConnection> connections = transaction.connections();
    Resolved first = resolveAlone.apply(connections.get(0));
    List<Resolved> resolved = new ArrayList<>();
    if (holdsForAll(first)) { // MULTI-1
      resolved.add(first);
      for (SimulatedConnection connection : connections.subList(1, connections.size())) {
        resolved.add(first.holdingFor(resolveAlone.apply(connection)));
      }
      return resolved;
    }
    DomainName domain = connections.get(0).rcptTo().domain();
    boolean matched = first.notes().matchedByCertificate || first.notes().matchedByAddress;
    boolean mixed = connections.stream().anyMatch(c -> !c.rcptTo().domain().equals(domain));
    boolean refused = matched && mixed && wholeTransactionIsRefused(first.resolution());
    for (SimulatedConnection connection : connections) {
      Resolved alone = resolved.isEmpty() ? first : resolveAlone.apply(connection);
      if (refused) { // MULTI-2, as it was at first
        resolved.add(first.refusing(alone, refusal(first)));
      } else if (matched && !connection.rcptTo().domain().equals(domain)) { // MULTI-2
        resolved.add(first.refusing(alone, deferral(first)));
      } else { // the first one, another of its domain, or MULTI-3
        resolved.add(alone);
      }
    }
    return resolved;
  }

  private static boolean holdsForAll(Resolved first) {
    Decision.Sender sender = first.decision().originating();
    return sender != null && sender.basis() != AttributionBasis.RCPT_TO;
  }

  private static boolean wholeTransactionIsRefused(Resolution r) {
    Instant at = r.connection.at();
    return r.rules == RuleSet.V2017 && !at.isBefore(REFUSED_FROM) && at.isBefore(REFUSED_UNTIL);
  }

  private static Decision refusal(Resolved first) {
    first.notes().contest(Reading.RELAY_REFUSAL);
    return rejected(first, RejectionReason.DOMAIN_NOT_ACCEPTED, Evidence.DOCUMENTED);
  }

  private static Decision deferral(Resolved first) {
    return rejected(first, RejectionReason.RECIPIENT_DOMAIN_DIFFERS, RuleId.MULTI_2.evidence());
  }

  private static Decision rejected(Resolved first, RejectionReason reason, Evidence evidence) {
    return Decision.rejected(
        first.notes().matchedByCertificate ? Stage.CERTIFICATE : Stage.IP,
        reason,
        Replies.of(reason, first.resolution().readings),
        null,
        null,
        List.of(RuleId.MULTI_2),
        evidence);
  }
}
