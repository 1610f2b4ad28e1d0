package org.exoattribution.testkit.render;

import java.util.List;
import org.exoattribution.analysis.rulebook.RulePage;
import org.exoattribution.model.RuleId;
import org.exoattribution.testkit.render.layout.Paragraph;

/** Pages about rules, replies, findings, readings and rules of the linter, in 80 columns. */
public final class RulePageText {
  private static final int INDENT = 12;
  private static final int LIST_INDENT = 42;

  private final Palette palette;

  /** Pages in these colours. */
  public RulePageText(Palette palette) {
    this.palette = palette;
  }

  /** The page, ending in a line end. */
  public String page(RulePage page) {
    StringBuilder out = new StringBuilder(1024);
    out.append(palette.strong(page.id()));
    if (!page.aliases().isEmpty()) {
      out.append(" (").append(String.join(", ", page.aliases())).append(')');
    }
    page.severity().ifPresent(severity -> out.append(" (lint, ").append(severity).append(')'));
    out.append('\n');
    paragraph(out, "", page.title());
    paragraph(out, "Meaning", page.meaning());
    if (!page.causes().isEmpty()) {
      paragraph(out, "Causes", page.causes());
    }
    paragraph(out, "What to do", page.remedy());
    RuleId.of(page.id()).ifPresent(rule -> paragraph(out, "Evidence", rule.evidence().name()));
    for (String source : page.sources()) {
      paragraph(out, "Source", source);
    }
    return out.toString();
  }

  private static void paragraph(StringBuilder out, String label, String text) {
    String margin = "  " + label;
    int column = label.isEmpty() ? margin.length() : INDENT + 1;
    out.append(margin).append(" ".repeat(column - margin.length()));
    Paragraph.append(out, column, column, text);
  }

  /** One line a page: its id and what it is about. */
  public String list(List<RulePage> pages) {
    StringBuilder out = new StringBuilder(8192);
    for (RulePage page : pages) {
      out.append(page.id()).append(" ".repeat(LIST_INDENT - page.id().length()));
      String mark = page.severity().map(severity -> " (lint, " + severity + ")").orElse("");
      Paragraph.append(out, LIST_INDENT, LIST_INDENT, page.title() + mark);
    }
    return out.toString();
  }
}
