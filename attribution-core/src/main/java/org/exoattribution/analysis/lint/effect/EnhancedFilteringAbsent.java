package org.exoattribution.analysis.lint.effect;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.PartnerConnector;

/** Every sender's mail comes through a gateway, and Enhanced Filtering does not look behind it. */
final class EnhancedFilteringAbsent extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (PartnerConnector connector : tenant.partners()) {
      if (RestrictionToOneVendor.isGate(connector)
          && connector.associatedAcceptedDomains().isEmpty()
          && !looksBehind(connector)) {
        report(
            faults,
            connector,
            "All mail comes through the gateway that it names, and neither EFSkipLastIP nor"
                + " EFSkipIPs is set, so SPF and reputation are judged by the gateway's"
                + " address.",
            "Turn Enhanced Filtering on for the connector.");
      }
    }
  }

  private static boolean looksBehind(PartnerConnector connector) {
    return "true".equalsIgnoreCase(connector.otherProperties().get("EFSkipLastIP"))
        || !connector.otherProperties().getOrDefault("EFSkipIPs", "").isEmpty();
  }
}
