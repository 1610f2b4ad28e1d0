package org.exoattribution.testkit.render.finding;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffHarm;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.testkit.export.TenantLocations;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.SarifLog;
import org.exoattribution.testkit.render.SarifLog.Level;
import org.exoattribution.testkit.render.WitnessText;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * Changes of attributions as a SARIF log. A result stands in the tenants after the change: at the
 * connector, or else the tenant, that the mail is attributed to then; if it is refused, at those
 * that it was attributed to before.
 */
public final class DiffSarif {
  private DiffSarif() {}

  /**
   * The log.
   *
   * @param locations where the tenants after the change were read
   * @param after the file or folder that stands for what has no place of its own
   * @param partial what the tenants lack
   */
  public static String log(
      DiffReport report, TenantLocations locations, Path after, PartialNotice partial) {
    return partial
        .in(
            new SarifLog(
                "attribution diff",
                Arrays.stream(DiffHarm.values()).map(DiffSarif::rule).toList(),
                report.changes().stream().map(change -> result(change, locations, after)).toList(),
                Map.of(
                    "bound",
                    report.classes()
                        + " classes of connections; "
                        + partial.sentenceOr(report.bound()))))
        .text();
  }

  private static SarifLog.Rule rule(DiffHarm harm) {
    return new SarifLog.Rule(
        harm.name(),
        harm.words(),
        "The change of the tenants alters the attribution of some connections in this way: "
            + harm.words()
            + ".",
        level(harm));
  }

  private static SarifLog.Result result(DiffChange change, TenantLocations locations, Path after) {
    String what = change.before() + " becomes " + change.after();
    return new SarifLog.Result(
        change.harm().name(),
        level(change.harm()),
        what + "; " + WitnessText.classes(change.classes()) + ", such as " + change.witness() + ".",
        place(change.after(), locations)
            .or(() -> place(change.before(), locations))
            .or(() -> Optional.of(new SourceLocation(after.toString(), 0))),
        what,
        Optional.empty());
  }

  private static Optional<SourceLocation> place(
      AttributionOutcome outcome, TenantLocations locations) {
    return outcome.tenant().flatMap(tenant -> locations.of(tenant, outcome.connector()));
  }

  private static Level level(DiffHarm harm) {
    return harm.isError() ? Level.ERROR : Level.NOTE;
  }
}
