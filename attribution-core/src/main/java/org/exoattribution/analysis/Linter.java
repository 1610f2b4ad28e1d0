package org.exoattribution.analysis;

import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.LintCheck;
import org.exoattribution.analysis.lint.LintChecks;
import org.exoattribution.analysis.lint.LintWorld;
import org.exoattribution.model.TenantDirectory;

/**
 * Looks for configuration that the service accepts and that does not do what its author expects. It
 * judges by the current rules and default readings, and by the configuration alone: what it finds
 * holds whether or not such a connection ever comes. Nothing found proves nothing; that takes a
 * search over all connections.
 */
public final class Linter {
  private Linter() {}

  /** Every rule, in the order in which findings of one place and severity are listed. */
  public static List<LintRule> rules() {
    return LintChecks.ALL.stream().map(LintCheck::rule).toList();
  }

  /**
   * The findings, tenant by tenant in the directory's order; of a tenant first those about it as a
   * whole, then those about each connector, the most severe first. A tenant is looked at when the
   * stream reaches it, so whoever stops reading stops the work. The time is that of sorting the
   * directory's names and addresses.
   */
  public static Stream<LintFinding> findings(TenantDirectory directory) {
    LintWorld world = LintWorld.of(directory);
    return directory.tenants().stream().flatMap(tenant -> LintChecks.findings(world, tenant));
  }
}
