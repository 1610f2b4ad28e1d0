package org.exoattribution.analysis.lint.world;

import java.util.Optional;

/**
 * A place in a tenant at which a rule fires, as the rule itself reports it.
 *
 * @param rule the rule's id
 * @param connector the connector's name; empty if it is about the tenant as a whole
 * @param subject what of the place it is about; empty if the rule can fire only once at a place
 * @param message what is wrong, in one sentence
 * @param action what to do about it, in one sentence
 */
public record Fault(
    String rule,
    Optional<String> connector,
    Optional<String> subject,
    String message,
    String action) {

  /** The same fault, told from others of its rule at its place. */
  public Fault about(String what) {
    return new Fault(rule, connector, Optional.of(what), message, action);
  }
}
