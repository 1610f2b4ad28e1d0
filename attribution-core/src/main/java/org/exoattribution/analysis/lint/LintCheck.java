package org.exoattribution.analysis.lint;

import java.util.Optional;
import java.util.function.Consumer;
import org.exoattribution.analysis.LintFinding;
import org.exoattribution.analysis.LintRule;
import org.exoattribution.model.InboundConnector;

/** A rule of the linter and how to find its places in one tenant. */
public interface LintCheck {
  /** The rule, as findings and documentation name it. */
  LintRule rule();

  /** Hands over the findings in this tenant. */
  void check(LintedTenant tenant, Consumer<LintFinding> findings);

  /** A finding about a connector. */
  default LintFinding at(
      LintedTenant tenant, InboundConnector connector, String message, String action) {
    return new LintFinding(rule(), tenant.name(), Optional.of(connector.name()), message, action);
  }
}
