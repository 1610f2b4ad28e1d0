package org.exoattribution.engine.stage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Stage;

/** Several recipients in one transaction (section 7 of the rules: MULTI-1, MULTI-2 and MULTI-3). */
public final class Transactions {
  /** MULTI-2: between these, one foreign domain refused the whole transaction. */
  private static final Instant REFUSED_FROM = RuleSet.V2017.firstInstant();

  private static final Instant REFUSED_UNTIL = Instant.parse("2018-01-01T00:00:00Z");

  private Transactions() {}

  /**
   * What became of every recipient, in their order. Later ones go through the stages only where
   * what they find counts.
   *
   * @param first the first recipient
   */
  public static List<RecipientResult> resolve(SimulatedTransaction transaction, Case first) {
    StageResults alone = StageResults.of(first);
    List<RecipientResult> results = new ArrayList<>();
    results.add(refusesAll(transaction, alone) ? refusal(first, alone) : alone);
    for (SimulatedConnection later :
        transaction.connections().subList(1, transaction.connections().size())) {
      results.add(later(first.forRecipient(later), alone, results.get(0)));
    }
    return results;
  }

  private static RecipientResult later(Case later, StageResults first, RecipientResult result) {
    if (holdsForAll(first.decision())) { // MULTI-1
      Decision same = first.decision().withRule(RuleId.MULTI_1);
      return new LaterRecipient(later, first, same, RuleId.MULTI_1);
    }
    if (result instanceof LaterRecipient) { // MULTI-2, as it was at first
      return refusal(later, first);
    }
    if (domain(later).equals(domain(first.given()))) {
      return first.sharedWith(later);
    }
    return first.matched() // else MULTI-3
        ? rejection(
            later, first, RejectionReason.RECIPIENT_DOMAIN_DIFFERS, RuleId.MULTI_2.evidence())
        : StageResults.of(later);
  }

  private static boolean holdsForAll(Decision first) {
    return first instanceof Decision.Origination origination
        && origination.basis() != AttributionBasis.RCPT_TO;
  }

  private static boolean refusesAll(SimulatedTransaction transaction, StageResults first) {
    Instant at = first.given().connection().at();
    return first.given().rules() == RuleSet.V2017
        && !at.isBefore(REFUSED_FROM)
        && at.isBefore(REFUSED_UNTIL)
        && first.matched()
        && !holdsForAll(first.decision())
        && transaction.connections().stream()
            .anyMatch(c -> !c.rcptTo().domain().equals(domain(first.given())));
  }

  private static DomainName domain(Case given) {
    return given.connection().rcptTo().domain();
  }

  private static RecipientResult refusal(Case given, StageResults first) {
    return rejection(given, first, RejectionReason.DOMAIN_NOT_ACCEPTED, Evidence.DOCUMENTED);
  }

  private static RecipientResult rejection(
      Case given, StageResults first, RejectionReason reason, Evidence evidence) {
    Decision refusal =
        new Decision.Refusal(
            first.certificate().candidates().isEmpty() ? Stage.IP : Stage.CERTIFICATE,
            reason,
            Replies.of(reason, given.readings()),
            null,
            null,
            Rules.of(RuleId.MULTI_2).known(evidence));
    return new LaterRecipient(given, first, refusal, RuleId.MULTI_2);
  }
}
