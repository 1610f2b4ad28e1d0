package org.exoattribution.engine.stage;

import java.util.List;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Reading;
import org.exoattribution.model.ReadingSet;
import org.exoattribution.model.RuleId;

/**
 * A recipient about which the transaction's first one decides; under the rules of 2017 that may be
 * the first one itself.
 *
 * @param given the recipient
 * @param first what became of the first one alone
 * @param decision what follows from that
 * @param rule by which it follows: MULTI-1 or MULTI-2
 */
public record LaterRecipient(Case given, StageResults first, Decision decision, RuleId rule)
    implements RecipientResult {

  @Override
  public ReadingSet touched() {
    return decision instanceof Decision.Refusal refusal && Replies.isOfRelay(refusal.reason())
        ? first.touched().and(Reading.RELAY_REFUSAL)
        : first.touched();
  }

  @Override
  public List<Finding> findings() {
    return rule == RuleId.MULTI_1
        ? Findings.of(given, first.given(), first.certificate(), decision)
        : Findings.ofDeferred(given, decision);
  }
}
