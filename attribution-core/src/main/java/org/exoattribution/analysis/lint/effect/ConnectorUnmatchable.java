package org.exoattribution.analysis.lint.effect;

import java.util.Optional;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings.AssociatedDomains;
import org.exoattribution.model.ReversePath;

/**
 * An enabled connector whose conditions no connection can meet. WARNING, because what was set on it
 * has no effect.
 */
final class ConnectorUnmatchable extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (InboundConnector connector : tenant.tenant().inboundConnectors()) {
      if (connector.enabled()) {
        reason(tenant, connector)
            .ifPresent(
                reason ->
                    report(
                        faults,
                        connector,
                        "No connection comes through it: " + reason + ".",
                        "Remove it, or correct what it can never meet."));
      }
    }
  }

  private static Optional<String> reason(LintedTenant tenant, InboundConnector connector) {
    if (tenant.tenant().acceptedDomains().isEmpty()) {
      return Optional.of(tenant.name() + " accepts no domain, so no mail is its own");
    }
    if (connector instanceof PartnerConnector && !tenant.tenant().mailEnabled()) {
      return Optional.of(tenant.name() + " has no mail-enabled subscription and receives nothing");
    }
    if (connector instanceof PartnerConnector partner
        && tenant.world().readings().associatedDomains() == AssociatedDomains.SENDER
        && !connector.senderDomains().isEmpty()
        && !connector.associatedAcceptedDomains().isEmpty()
        && connector.associatedAcceptedDomains().stream()
            .noneMatch(domain -> partner.covers(ReversePath.of(domain)))) {
      return Optional.of(
          "SenderDomains cover none of AssociatedAcceptedDomains ("
              + Phrases.some(connector.associatedAcceptedDomains())
              + "), and the sender must be in both");
    }
    return Optional.empty();
  }
}
