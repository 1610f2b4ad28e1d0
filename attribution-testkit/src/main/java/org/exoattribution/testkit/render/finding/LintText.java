package org.exoattribution.testkit.render.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.finding.LintReport.Entry;
import org.exoattribution.testkit.render.layout.Paragraph;
import org.exoattribution.testkit.render.layout.Words;

/** Findings of the linter as a person reads them, in 80 columns. */
final class LintText {
  private static final int LABEL = 10;

  private LintText() {}

  static String report(LintReport report, Palette palette) {
    StringBuilder out = new StringBuilder();
    report.entries().stream()
        .filter(entry -> entry.accepted().isEmpty())
        .forEach(entry -> block(out, entry, palette));
    return out.append(summary(report)).append('\n').append(report.partial().text()).toString();
  }

  private static void block(StringBuilder out, Entry entry, Palette palette) {
    LintFinding finding = entry.finding();
    String severity = finding.severity().name();
    Paragraph.marked(
        out,
        severity,
        finding.severity() == Severity.ERROR ? palette.bad(severity) : severity,
        2,
        finding.id() + " at " + finding.place());
    Paragraph.append(out.append("  "), 2, 2, finding.message());
    Paragraph.labelled(out, LABEL, "Action", finding.action());
    Paragraph.labelled(out, LABEL, "Source", finding.source());
    entry.location().ifPresent(at -> Paragraph.labelled(out, LABEL, "File", at.toString()));
    out.append('\n');
  }

  private static String summary(LintReport report) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = report.count(severity);
      if (count > 0) {
        String word = severity.name().toLowerCase(Locale.ROOT);
        parts.add(Words.counted(count, word, severity == Severity.INFO ? word : word + "s"));
      }
    }
    String nothing = report.partial().isPartial() ? "no findings in what was read" : "no findings";
    String found = parts.isEmpty() ? nothing : String.join(", ", parts);
    return report.suppressed() == 0 ? found : found + "; " + report.suppressed() + " suppressed";
  }
}
