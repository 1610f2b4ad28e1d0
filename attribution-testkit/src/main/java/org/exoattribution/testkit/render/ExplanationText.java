package org.exoattribution.testkit.render;

import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.ExplanationNode;
import org.exoattribution.model.Outcome;
import org.exoattribution.testkit.render.layout.Paragraph;

/**
 * The explanation as an indented tree in 80 columns: stages, connectors, conditions, each with a
 * mark for its outcome, its rule, and what was expected and found. Conditions that say nothing
 * about a connector are left out; the JSON has them.
 */
public final class ExplanationText {
  /** For trees that have every outcome. */
  public static final String MARKS = "+ matched, x not matched, o not applicable, . not reached";

  private static final int STEP = 4;
  private static final int HANGING = 6;

  private final Palette palette;

  /** Trees in these colours. */
  public ExplanationText(Palette palette) {
    this.palette = palette;
  }

  /** Trees without colour. */
  public static ExplanationText plain() {
    return new ExplanationText(Palette.NONE);
  }

  /** The tree below a line that says what the marks mean, ending in a line end. */
  public String tree(Explanation explanation) {
    StringBuilder out = new StringBuilder(2048);
    out.append("  Explanation: + matched, x not matched, . not reached\n");
    explanation.stages().forEach(stage -> append(out, stage, 2));
    return out.toString();
  }

  public void append(StringBuilder out, ExplanationNode node, int indent) {
    out.append(" ".repeat(indent)).append(mark(node.outcome())).append(' ');
    Paragraph.append(out, indent + 2, indent + HANGING, text(node));
    node.children().stream()
        .filter(child -> child.outcome() != Outcome.NOT_APPLICABLE)
        .forEach(child -> append(out, child, indent + STEP));
  }

  private String mark(Outcome outcome) {
    return switch (outcome) {
      case MATCHED -> palette.good("+");
      case NOT_MATCHED -> palette.bad("x");
      case NOT_APPLICABLE -> "o";
      case NOT_REACHED -> ".";
    };
  }

  private static String text(ExplanationNode node) {
    StringBuilder text = new StringBuilder(node.label());
    if (node instanceof ConnectorExplanation c && !c.connector().enabled()) {
      text.append(", disabled");
    }
    text.append(" (").append(node.rule().id()).append(')');
    String separator = ": ";
    if (node.outcome() == Outcome.NOT_MATCHED && !node.expected().isBlank()) {
      text.append(separator).append("expected ").append(node.expected());
      separator = "; found ";
    }
    return node.actual().isBlank()
        ? text.toString()
        : text.append(separator + node.actual()).toString();
  }
}
