package org.exoattribution.analysis.lint.effect;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.PartnerConnector;

/**
 * A Partner connector has no SenderDomains and so covers no sender. WARNING, because whatever it
 * was to enforce is not enforced.
 */
final class PartnerWithoutSenderDomains extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (PartnerConnector connector : tenant.partners()) {
      if (connector.senderDomains().isEmpty()) {
        report(
            faults,
            connector,
            "It has no SenderDomains, so it covers no sender and enforces nothing.",
            "List the partner's domains in SenderDomains, or * for every sender.");
      }
    }
  }
}
