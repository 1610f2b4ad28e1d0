package org.exoattribution.testkit.render.finding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.exoattribution.testkit.render.layout.Words.counted;
import static org.exoattribution.testkit.render.layout.Words.number;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffHarm;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.testkit.export.TenantLocations;
import org.exoattribution.testkit.render.ExplanationText;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.json.Json;
import org.exoattribution.testkit.render.json.Reasons;
import org.exoattribution.testkit.render.json.SarifLog.Found;
import org.exoattribution.testkit.render.json.SarifLog.Kind;
import org.exoattribution.testkit.render.json.SarifLog.Level;
import org.exoattribution.testkit.render.layout.Paragraph;
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
  private static final int LABEL = 12;

  /** The most ways of one harm that are listed. */
  private static final int MOST_LISTED = 5;

  /** The most harmful first. */
  @Override
  public String text(Palette palette) {
    StringBuilder out = new StringBuilder(4096);
    report.changes().stream()
        .collect(groupingBy(DiffChange::harm, LinkedHashMap::new, toList()))
        .forEach((harm, all) -> append(out, harm, all, palette));
    return Paragraph.append(out, 0, 0, summary()).toString();
  }

  private void append(StringBuilder out, DiffHarm harm, List<DiffChange> all, Palette palette) {
    List<DiffChange> listed = detail.listed(all, MOST_LISTED);
    listed.forEach(change -> block(out, change, palette));
    if (listed.size() < all.size()) {
      String more = "and " + counted(all.size() - listed.size(), "way") + " more of " + harm;
      String how = "; --full lists them, and so do --format json and sarif";
      Paragraph.append(out, 0, 0, more + how).append('\n');
    }
  }

  private void block(StringBuilder out, DiffChange change, Palette palette) {
    boolean error = change.harm().isError();
    String severity = error ? "ERROR" : "NOTE";
    String what = change.harm() + ": " + change.harm().words();
    Paragraph.marked(
        out, severity, error ? palette.bad(severity) : severity, severity.length() + 1, what);
    int more = change.tenants().size() - 1;
    String others = more > 0 ? ", and so to " + counted(more, "tenant") + " more" : "";
    Paragraph.labelled(out, LABEL, "Before", change.before().toString());
    Paragraph.labelled(out, LABEL, "After", change.after() + others);
    Paragraph.labelled(out, LABEL, "Classes", number(change.classes()));
    Paragraph.labelled(out, LABEL, "Such as", change.witness().toString());
    if (detail.explained()) {
      ExplanationText trees = new ExplanationText(palette);
      out.append("  Before:\n").append(trees.tree(change.witness().explain(before)));
      out.append("  After:\n").append(trees.tree(change.witness().explain(after)));
    }
    out.append('\n');
  }

  /** How many, out of what, and what that holds for, or why it does not. */
  private String summary() {
    String classes = number(report.classes()) + " classes of connections";
    int ways = report.changes().size();
    String found;
    if (ways > 0) {
      String changed = number(report.changedClasses()) + " of " + classes;
      found = changed + " change their attribution, in " + counted(ways, "way");
    } else if (partial.isPartial()) {
      found = "No change in " + classes;
    } else {
      found = "No change: every one of " + classes + " keeps its attribution";
    }
    return found + ". " + partial.sentenceOr("This " + report.bound() + ".");
  }

  @Override
  public Stream<Map<String, Object>> objects() {
    return Stream.concat(
        report.changes().stream().map(this::object),
        Stream.of(
            Json.object(
                "type", "summary",
                "changes", report.changes().size(),
                "changedClasses", report.changedClasses(),
                "classes", report.classes(),
                "bound", partial.sentenceOr(report.bound()))));
  }

  private Map<String, Object> object(DiffChange change) {
    return detail.explained()
        ? Reasons.change(change, change.witness().explain(before), change.witness().explain(after))
        : Reasons.change(change, null, null);
  }

  @Override
  public String sarif() {
    return log(
        "attribution diff",
        Arrays.stream(DiffHarm.values()).map(DiffFindings::kind).toList(),
        report.changes().stream().map(this::found),
        bound(report.classes(), report.bound()));
  }

  private static Kind kind(DiffHarm harm) {
    String help =
        "The change of the tenants alters the attribution of some connections in this way: ";
    return new Kind(harm.name(), harm.words(), help + harm.words() + ".", level(harm));
  }

  private Found found(DiffChange change) {
    String what = change.before() + " becomes " + change.after();
    String classes = counted(change.classes(), "class", "classes") + " of connections";
    return new Found(
        change.harm().name(),
        level(change.harm()),
        what + "; " + classes + ", such as " + change.witness() + ".",
        place(change.after())
            .or(() -> place(change.before()))
            .or(() -> Optional.of(SourceLocation.ofWhole(tenants.toString()))),
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
