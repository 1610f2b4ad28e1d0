package org.exoattribution.analysis.lint;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.model.InboundConnector;

/** A connector is disabled. INFO, because that may be meant. */
final class ConnectorDisabled implements LintCheck {
  private static final LintRule RULE =
      new LintRule(
          "CONNECTOR_DISABLED",
          Severity.INFO,
          "a connector is disabled and takes no part",
          """
          It takes no part in attribution. That may be meant; results name it where it would have
          won.
          """,
          "Remove it, or enable it if its mail is expected.",
          "CON-8");

  @Override
  public LintRule rule() {
    return RULE;
  }

  @Override
  public void check(LintedTenant tenant, Consumer<LintFinding> findings) {
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
