package org.exoattribution.analysis.lint;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.model.PartnerConnector;

/**
 * A Partner connector has no SenderDomains and so covers no sender. WARNING, because whatever it
 * was to enforce is not enforced.
 */
final class PartnerWithoutSenderDomains implements LintCheck {
  private static final LintRule RULE =
      new LintRule(
          "PARTNER_WITHOUT_SENDER_DOMAINS",
          Severity.WARNING,
          "a Partner connector has no SenderDomains",
          """
          It covers no sender, so whatever it was to enforce is not enforced.
          """,
          "List the partner's domains in SenderDomains, or * for every sender.",
          "IN-3, New-InboundConnector");

  @Override
  public LintRule rule() {
    return RULE;
  }

  @Override
  public void check(LintedTenant tenant, Consumer<LintFinding> findings) {
    for (PartnerConnector connector : tenant.partners()) {
      if (connector.senderDomains().isEmpty()) {
        findings.accept(
            at(
                tenant,
                connector,
                "It has no SenderDomains, so it covers no sender and enforces nothing.",
                "List the partner's domains in SenderDomains, or * for every sender."));
      }
    }
  }
}
