package org.exoattribution.analysis.lint;

import java.util.Optional;
import java.util.function.Consumer;
import org.exoattribution.model.InboundConnector;

/** A rule of the linter and how to find its places in one tenant. */
abstract class LintCheck {
  private final LintRule rule;

  /**
   * A check of a rule that the rule book has a page about.
   *
   * @param rule its id
   */
  LintCheck(String rule) {
    this.rule = LintRule.of(rule);
  }

  /** The rule, as findings and documentation name it. */
  final LintRule rule() {
    return rule;
  }

  /**
   * Hands over the findings in this tenant: at most one at a place, or else each with a subject
   * that tells it from the others.
   */
  abstract void check(LintedTenant tenant, Consumer<LintFinding> findings);

  /** A finding about a connector. */
  final LintFinding at(
      LintedTenant tenant, InboundConnector connector, String message, String action) {
    return new LintFinding(rule, tenant.name(), Optional.of(connector.name()), message, action);
  }
}
