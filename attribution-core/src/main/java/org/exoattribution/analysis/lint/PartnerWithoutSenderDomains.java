package org.exoattribution.analysis.lint;

import java.util.function.Consumer;
import org.exoattribution.model.PartnerConnector;

/**
 * A Partner connector has no SenderDomains and so covers no sender. WARNING, because whatever it
 * was to enforce is not enforced.
 */
final class PartnerWithoutSenderDomains extends LintCheck {
  PartnerWithoutSenderDomains() {
    super("PARTNER_WITHOUT_SENDER_DOMAINS");
  }

  @Override
  void check(LintedTenant tenant, Consumer<LintFinding> findings) {
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
