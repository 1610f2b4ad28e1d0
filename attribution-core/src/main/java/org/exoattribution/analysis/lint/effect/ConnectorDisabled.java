package org.exoattribution.analysis.lint.effect;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.InboundConnector;

/** A connector is disabled. INFO, because that may be meant. */
final class ConnectorDisabled extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (InboundConnector connector : tenant.tenant().inboundConnectors()) {
      if (!connector.enabled() && !ConnectorNeverEnabled.isNeverEnabled(connector)) {
        report(
            faults,
            connector,
            "It is disabled and takes no part.",
            "Remove it, or enable it if its mail is expected.");
      }
    }
  }
}
