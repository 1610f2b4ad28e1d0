package org.exoattribution.analysis.lint;

import java.util.function.Consumer;
import org.exoattribution.model.InboundConnector;

/** A connector is disabled. INFO, because that may be meant. */
final class ConnectorDisabled extends LintCheck {
  ConnectorDisabled() {
    super("CONNECTOR_DISABLED");
  }

  @Override
  void check(LintedTenant tenant, Consumer<LintFinding> findings) {
    for (InboundConnector connector : tenant.tenant().inboundConnectors()) {
      if (!connector.enabled()) {
        findings.accept(
            at(
                tenant,
                connector,
                "It is disabled and takes no part.",
                "Remove it, or enable it if its mail is expected."));
      }
    }
  }
}
