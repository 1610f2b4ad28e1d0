package org.exoattribution.testkit.render.finding;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.analysis.search.Misroute;
import org.exoattribution.analysis.search.MisrouteKind;
import org.exoattribution.analysis.search.MisrouteReport;
import org.exoattribution.testkit.export.TenantLocations;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.SarifLog;
import org.exoattribution.testkit.render.SarifLog.Level;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * Misroutes as a SARIF log. A result stands at the connector that the mail is attributed through,
 * or else at the tenant that it is attributed to, or whose mail is refused.
 */
public final class MisrouteSarif {
  private MisrouteSarif() {}

  /**
   * The log.
   *
   * @param listed those of the report that are to be in it
   * @param locations where the tenants were read
   * @param tenants the file or folder that stands for what has no place of its own
   * @param partial what the tenants lack
   */
  public static String log(
      MisrouteReport report,
      List<Misroute> listed,
      TenantLocations locations,
      Path tenants,
      PartialNotice partial) {
    return partial
        .in(
            new SarifLog(
                "attribution misroutes",
                Arrays.stream(MisrouteKind.values())
                    .map(
                        kind -> new SarifLog.Rule(kind.name(), kind.words(), help(), Level.WARNING))
                    .toList(),
                listed.stream().map(misroute -> result(misroute, locations, tenants)).toList(),
                Map.of(
                    "bound",
                    report.classes()
                        + " classes of connections; "
                        + partial.sentenceOr(report.bound()))))
        .text();
  }

  private static String help() {
    return "Whose mail a connection brings is judged by its source: one that several tenants name"
        + " misroutes as things stand, one that a single tenant names only if others use it.";
  }

  private static SarifLog.Result result(
      Misroute misroute, TenantLocations locations, Path tenants) {
    String owner = misroute.owner().orElse("nobody in the directory");
    return new SarifLog.Result(
        misroute.kind().name(),
        level(misroute.severity()),
        (misroute.kind().isOfSender() ? "Mail from " : "Mail to ")
            + owner
            + (misroute.owners() > 1 ? " and " + (misroute.owners() - 1) + " more" : "")
            + " by "
            + misroute.source().name()
            + ": "
            + misroute.outcome()
            + ", such as "
            + misroute.witness()
            + ".",
        misroute
            .outcome()
            .tenant()
            .or(misroute::owner)
            .flatMap(tenant -> locations.of(tenant, misroute.outcome().connector()))
            .or(() -> Optional.of(new SourceLocation(tenants.toString(), 0))),
        misroute.source().name() + " of " + owner + ": " + misroute.outcome(),
        Optional.empty());
  }

  private static Level level(Misroute.Severity severity) {
    return switch (severity) {
      case ERROR -> Level.ERROR;
      case WARNING -> Level.WARNING;
      case INFO -> Level.NOTE;
    };
  }
}
