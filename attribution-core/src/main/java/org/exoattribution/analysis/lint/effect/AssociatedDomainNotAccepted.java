package org.exoattribution.analysis.lint.effect;

import java.util.List;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;

/**
 * AssociatedAcceptedDomains of a connector of either type has a domain that its tenant does not
 * accept. WARNING, because mail that was to come through it is ignored.
 */
final class AssociatedDomainNotAccepted extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (InboundConnector connector : tenant.tenant().inboundConnectors()) {
      List<DomainName> strange =
          connector.associatedAcceptedDomains().stream()
              .filter(domain -> !tenant.accepts(domain))
              .toList();
      if (connector.enabled() && !strange.isEmpty()) {
        report(
            faults,
            connector,
            "AssociatedAcceptedDomains limits it to domains that "
                + tenant.name()
                + " does not accept: "
                + Phrases.some(strange)
                + ".",
            "Take them off AssociatedAcceptedDomains, or accept them.");
      }
    }
  }
}
