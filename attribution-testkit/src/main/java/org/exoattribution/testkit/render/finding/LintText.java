package org.exoattribution.testkit.render.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.Paragraph;
import org.exoattribution.testkit.render.finding.LintReport.Entry;

/** Findings of the linter as a person reads them, in 80 columns. */
final class LintText {
  private static final int LABEL = 10;

  private final Palette palette;

  LintText(Palette palette) {
    this.palette = palette;
  }

  String report(LintReport report) {
    StringBuilder out = new StringBuilder();
    for (Entry entry : report.entries()) {
      if (entry.accepted().isEmpty()) {
        block(out, entry);
      }
    }
    return out.append(summary(report)).append('\n').append(report.partial().text()).toString();
  }

  private void block(StringBuilder out, Entry entry) {
    LintFinding finding = entry.finding();
    String severity = finding.severity().name();
    out.append(finding.severity() == Severity.ERROR ? palette.bad(severity) : severity).append(' ');
    Paragraph.append(out, severity.length() + 1, 2, finding.id() + " at " + finding.place());
    out.append("  ");
    Paragraph.append(out, 2, 2, finding.message());
    line(out, "Action", finding.action());
    line(out, "Source", finding.source());
    entry.location().ifPresent(location -> line(out, "File", location.toString()));
    out.append('\n');
  }

  private static void line(StringBuilder out, String label, String text) {
    out.append("  ").append(label).append(" ".repeat(LABEL - 2 - label.length()));
    Paragraph.append(out, LABEL, LABEL, text);
  }

  private static String summary(LintReport report) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = report.count(severity);
      if (count > 0) {
        String word = severity.name().toLowerCase(Locale.ROOT);
        parts.add(count + " " + (count == 1 || severity == Severity.INFO ? word : word + "s"));
      }
    }
    String nothing = report.partial().isPartial() ? "no findings in what was read" : "no findings";
    String found = parts.isEmpty() ? nothing : String.join(", ", parts);
    return report.suppressed() == 0 ? found : found + "; " + report.suppressed() + " suppressed";
  }
}
