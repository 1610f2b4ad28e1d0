package org.exoattribution.analysis.lint;

import java.util.Optional;

/**
 * A place in a directory at which a rule of the linter fires. Rule, tenant, connector and subject
 * together are its identity: no other finding has the same, and it keeps them for as long as the
 * fault is there, whatever else changes.
 *
 * @param rule the rule
 * @param tenant the tenant's name
 * @param connector the connector's name; empty if the finding is about the tenant as a whole
 * @param subject what of the place it is about, such as a property; empty if the rule can fire only
 *     once at a place
 * @param message what is wrong, in one sentence
 * @param action what to do about it, in one sentence
 */
public record LintFinding(
    LintRule rule,
    String tenant,
    Optional<String> connector,
    Optional<String> subject,
    String message,
    String action) {

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
