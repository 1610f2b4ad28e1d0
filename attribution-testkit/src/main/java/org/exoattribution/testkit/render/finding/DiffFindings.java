package org.exoattribution.testkit.render.finding;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffHarm;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.testkit.export.TenantLocations;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.json.ChangeLine;
import org.exoattribution.testkit.render.json.SarifLog;
import org.exoattribution.testkit.render.json.SarifLog.Found;
import org.exoattribution.testkit.render.json.SarifLog.Kind;
import org.exoattribution.testkit.render.json.SarifLog.Level;
import org.exoattribution.testkit.render.layout.Words;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * What a change of tenants alters. In a log a result stands in the tenants after the change: at the
 * connector, or else the tenant, that the mail is attributed to then; if it is refused, at those
 * that it was attributed to before.
 *
 * @param detail how much is told
 * @param before explains the witnesses before the change
 * @param after explains them after it
 * @param locations where the tenants after the change were read
 * @param tenants the file or folder that stands for what has no place of its own
 * @param partial what the tenants lack, before or after
 */
public record DiffFindings(
    DiffReport report,
    Detail detail,
    AttributionEngine before,
    AttributionEngine after,
    TenantLocations locations,
    Path tenants,
    PartialNotice partial)
    implements Findings {

  @Override
  public String text(Palette palette) {
    return new DiffText(this, palette).report();
  }

  @Override
  public Stream<Object> objects() {
    Stream<Object> changes =
        report.changes().stream()
            .map(
                change ->
                    detail.explained()
                        ? ChangeLine.of(
                            change,
                            change.witness().explain(before),
                            change.witness().explain(after))
                        : ChangeLine.of(change, null, null));
    return Stream.concat(
        changes, Stream.of(ChangeLine.Summary.of(report, partial.sentenceOr(report.bound()))));
  }

  @Override
  public SarifLog log() {
    return log(
        "attribution diff",
        Arrays.stream(DiffHarm.values()).map(DiffFindings::kind).toList(),
        report.changes().stream().map(this::found),
        bound(report.classes(), report.bound()));
  }

  private static Kind kind(DiffHarm harm) {
    return new Kind(
        harm.name(),
        harm.words(),
        "The change of the tenants alters the attribution of some connections in this way: "
            + harm.words()
            + ".",
        level(harm));
  }

  private Found found(DiffChange change) {
    String what = change.before() + " becomes " + change.after();
    return new Found(
        change.harm().name(),
        level(change.harm()),
        what
            + "; "
            + Words.counted(change.classes(), "class", "classes")
            + " of connections"
            + ", such as "
            + change.witness()
            + ".",
        place(change.after())
            .or(() -> place(change.before()))
            .or(() -> Optional.of(new SourceLocation(tenants.toString(), 0))),
        what,
        Optional.empty());
  }

  private Optional<SourceLocation> place(AttributionOutcome outcome) {
    return outcome.tenant().flatMap(tenant -> locations.of(tenant, outcome.connector()));
  }

  private static Level level(DiffHarm harm) {
    return harm.isError() ? Level.ERROR : Level.NOTE;
  }
}
