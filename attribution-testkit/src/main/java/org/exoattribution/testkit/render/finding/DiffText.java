package org.exoattribution.testkit.render.finding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.exoattribution.testkit.render.layout.Words.counted;
import static org.exoattribution.testkit.render.layout.Words.number;

import java.util.LinkedHashMap;
import java.util.List;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.testkit.render.ExplanationText;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.layout.Paragraph;

/** Changes of attributions as a person reads them, in 80 columns, the most harmful first. */
final class DiffText {
  private static final int LABEL = 12;

  /** The most ways of one harm that are listed. */
  private static final int MOST_LISTED = 5;

  private final DiffFindings findings;
  private final Palette palette;

  DiffText(DiffFindings findings, Palette palette) {
    this.findings = findings;
    this.palette = palette;
  }

  String report() {
    StringBuilder out = new StringBuilder(4096);
    DiffReport report = findings.report();
    report.changes().stream()
        .collect(groupingBy(DiffChange::harm, LinkedHashMap::new, toList()))
        .forEach(
            (harm, all) -> {
              List<DiffChange> listed = findings.detail().listed(all, MOST_LISTED);
              listed.forEach(change -> block(out, change));
              if (listed.size() < all.size()) {
                Paragraph.append(
                        out,
                        0,
                        0,
                        "and "
                            + counted(all.size() - listed.size(), "way")
                            + " more of "
                            + harm
                            + "; --full lists them, and so do --format json and sarif")
                    .append('\n');
              }
            });
    return Paragraph.append(out, 0, 0, summary(report, findings.partial())).toString();
  }

  private void block(StringBuilder out, DiffChange change) {
    boolean error = change.harm().isError();
    String severity = error ? "ERROR" : "NOTE";
    String what = change.harm() + ": " + change.harm().words();
    Paragraph.marked(
        out, severity, error ? palette.bad(severity) : severity, severity.length() + 1, what);
    int more = change.tenants().size() - 1;
    Paragraph.labelled(out, LABEL, "Before", change.before().toString());
    Paragraph.labelled(
        out,
        LABEL,
        "After",
        change.after() + (more > 0 ? ", and so to " + counted(more, "tenant") + " more" : ""));
    Paragraph.labelled(out, LABEL, "Classes", number(change.classes()));
    Paragraph.labelled(out, LABEL, "Such as", change.witness().toString());
    if (findings.detail().explained()) {
      ExplanationText trees = new ExplanationText(palette);
      out.append("  Before:\n")
          .append(trees.tree(change.witness().explain(findings.before())))
          .append("  After:\n")
          .append(trees.tree(change.witness().explain(findings.after())));
    }
    out.append('\n');
  }

  /** How many, out of what, and what that holds for, or why it does not. */
  private static String summary(DiffReport report, PartialNotice partial) {
    String classes = number(report.classes()) + " classes of connections";
    int ways = report.changes().size();
    String found =
        number(report.changedClasses())
            + " of "
            + classes
            + " change their attribution, in "
            + counted(ways, "way");
    String nothing =
        partial.isPartial()
            ? "No change in " + classes
            : "No change: every one of " + classes + " keeps its attribution";
    return (ways == 0 ? nothing : found)
        + ". "
        + partial.sentenceOr("This " + report.bound() + ".");
  }
}
