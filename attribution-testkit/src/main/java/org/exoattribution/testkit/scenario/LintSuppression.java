package org.exoattribution.testkit.scenario;

import java.util.Optional;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * A decision that a finding of the linter is accepted, with the reason, which is mandatory.
 *
 * @param rule the id of the rule
 * @param tenant the tenant's name; letter case does not count
 * @param connector the connector's name; if empty, all findings of the rule in the tenant are meant
 * @param reason why the finding is accepted
 * @param location where the decision is written down
 */
public record LintSuppression(
    String rule,
    String tenant,
    Optional<String> connector,
    String reason,
    SourceLocation location) {

  /** Whether the finding is meant. */
  public boolean covers(LintFinding finding) {
    return rule.equals(finding.id())
        && tenant.equalsIgnoreCase(finding.tenant())
        && connector
            .map(name -> finding.connector().filter(name::equalsIgnoreCase).isPresent())
            .orElse(true);
  }

  /** {@code rule at tenant / connector}. */
  @Override
  public String toString() {
    return rule + " at " + tenant + connector.map(name -> " / " + name).orElse("");
  }
}
