package org.exoattribution.testkit.render.finding;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.analysis.search.Misroute;
import org.exoattribution.analysis.search.MisrouteKind;
import org.exoattribution.analysis.search.MisrouteReport;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.export.TenantLocations;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.json.Json;
import org.exoattribution.testkit.render.json.Reasons;
import org.exoattribution.testkit.render.json.SarifLog.Found;
import org.exoattribution.testkit.render.json.SarifLog.Kind;
import org.exoattribution.testkit.render.json.SarifLog.Level;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * What a search for misroutes found. In a log a result stands at the connector that the mail is
 * attributed through, or else at the tenant that it is attributed to, or whose mail is refused.
 *
 * @param detail how much is told
 * @param cautions whether the cautions are listed too
 * @param engine explains the witnesses
 * @param locations where the tenants were read
 * @param tenants the file or folder that stands for what has no place of its own
 * @param partial what the tenants lack
 */
public record MisrouteFindings(
    MisrouteReport report,
    Detail detail,
    boolean cautions,
    AttributionEngine engine,
    TenantLocations locations,
    Path tenants,
    PartialNotice partial)
    implements Findings {
  private static final String HELP =
      "Whose mail a connection brings is judged by its source: one that several tenants name"
          + " misroutes as things stand, one that a single tenant names only if others use it.";

  @Override
  public String text(Palette palette) {
    return new MisrouteText(this, palette).report();
  }

  @Override
  public Stream<Map<String, Object>> objects() {
    Stream<Map<String, Object>> sources =
        report.misroutes().stream()
            .map(Misroute::source)
            .distinct()
            .map(s -> Json.object("type", "source", "source", s.name(), "tenants", s.tenants()));
    return Stream.of(sources, listed().map(this::object), Stream.of(summary())).flatMap(s -> s);
  }

  private Map<String, Object> object(Misroute misroute) {
    return Json.object(
        "type", "misroute",
        "misroute", misroute.kind(),
        "severity", misroute.severity(),
        "source", misroute.source().name(),
        "mailOf", misroute.kind().isOfSender() ? "sender" : "recipient",
        "owner", misroute.owner(),
        "owners", misroute.owners(),
        "outcome", misroute.outcome(),
        "classes", misroute.classes(),
        "witness", misroute.witness(),
        "explanation", detail.explained() ? Reasons.of(misroute.witness().explain(engine)) : null);
  }

  private Map<String, Object> summary() {
    return Json.object(
        "type", "summary",
        "misroutes", report.misroutes().size(),
        "openings", report.openings().size(),
        "cautions", report.cautions().size(),
        "sources", report.sources(),
        "shared", report.shared(),
        "classes", report.classes(),
        "bound", partial.sentenceOr(report.bound()));
  }

  private Stream<Misroute> listed() {
    return Stream.of(
            report.misroutes().stream(),
            report.openings().stream(),
            cautions ? report.cautions().stream() : Stream.<Misroute>empty())
        .flatMap(s -> s);
  }

  @Override
  public String sarif() {
    return log(
        "attribution misroutes",
        Arrays.stream(MisrouteKind.values())
            .map(kind -> new Kind(kind.name(), kind.words(), HELP, Level.WARNING))
            .toList(),
        listed().map(this::found),
        bound(report.classes(), report.bound()));
  }

  private Found found(Misroute misroute) {
    String owner = misroute.owner().orElse("nobody in the directory");
    String mail = (misroute.kind().isOfSender() ? "Mail from " : "Mail to ") + owner;
    String more = misroute.owners() > 1 ? " and " + (misroute.owners() - 1) + " more" : "";
    String what = misroute.source().name() + ": " + misroute.outcome();
    return new Found(
        misroute.kind().name(),
        Level.of(misroute.severity()),
        mail + more + " by " + what + ", such as " + misroute.witness() + ".",
        misroute
            .outcome()
            .tenant()
            .or(misroute::owner)
            .flatMap(tenant -> locations.of(tenant, misroute.outcome().connector()))
            .or(() -> Optional.of(SourceLocation.ofWhole(tenants.toString()))),
        misroute.source().name() + " of " + owner + ": " + misroute.outcome(),
        Optional.empty());
  }
}
