package org.exoattribution.engine.stage;

import org.exoattribution.model.Attribution;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.jspecify.annotations.Nullable;

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
  public Attribution attribution() {
    return RecipientResult.attribution(
        given,
        decision,
        reason() == RejectionReason.DOMAIN_NOT_ACCEPTED
            ? first.contested().and(Reading.RELAY_REFUSAL)
            : first.contested(),
        rule == RuleId.MULTI_1
            ? Findings.of(given, first.given(), first.certificate(), decision)
            : Findings.ofDeferred(given, decision));
  }

  private @Nullable RejectionReason reason() {
    return decision instanceof Decision.Refusal refusal ? refusal.reason() : null;
  }
}
