package org.exoattribution.analysis;

import java.util.Optional;

/**
 * A place in a directory at which a rule of the linter fires.
 *
 * @param rule the rule
 * @param tenant the tenant's name
 * @param connector the connector's name; empty if the finding is about the tenant as a whole
 * @param message what is wrong, in one sentence
 * @param action what to do about it, in one sentence
 */
public record LintFinding(
    LintRule rule, String tenant, Optional<String> connector, String message, String action) {

  /** The rule's id. */
  public String id() {
    return rule.id();
  }

  /** How much it matters. */
  public LintRule.Severity severity() {
    return rule.severity();
  }

  /** What the rule rests on. */
  public String source() {
    return rule.source();
  }

  /** {@code tenant / connector}, or the tenant alone. */
  public String place() {
    return connector.map(name -> tenant + " / " + name).orElse(tenant);
  }

  /** The finding on one line. */
  @Override
  public String toString() {
    return severity() + " " + id() + " " + place() + ": " + message;
  }
}
