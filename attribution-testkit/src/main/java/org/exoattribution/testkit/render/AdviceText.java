package org.exoattribution.testkit.render;

import java.util.List;
import java.util.stream.Collectors;
import org.exoattribution.analysis.advice.Advice;
import org.exoattribution.analysis.change.ChangeEffects;
import org.exoattribution.model.Finding;

/** What to change, in 80 columns: the action, its command lines, what comes of it. */
final class AdviceText {
  private static final int INDENT = 13;

  /** A change of a busy tenant can move a dozen kinds of mail; the first few show what it does. */
  private static final int MOST_EFFECTS = 2;

  private AdviceText() {}

  /** The changes, of which any one is enough; below a rejection. */
  static void appendForRejection(StringBuilder out, List<Advice> advice) {
    String label = "Action";
    for (Advice each : advice) {
      append(out, label, each);
      label = "  or";
    }
  }

  /** The changes, each for the findings that it resolves. */
  static void appendForFindings(StringBuilder out, List<Advice> advice) {
    for (Advice each : advice) {
      append(out, "Action", each);
    }
  }

  private static void append(StringBuilder out, String label, Advice advice) {
    out.append("  ").append(label).append(" ".repeat(INDENT - 2 - label.length()));
    Paragraph.append(out, INDENT, INDENT, advice.change().action());
    for (String command : advice.commands()) {
      CommandLines.append(out, INDENT, command);
    }
    line(out, "Then: " + advice.outcome() + resolved(advice));
    List<ChangeEffects.Effect> moved = advice.effects().moved();
    for (ChangeEffects.Effect effect : moved.subList(0, Math.min(moved.size(), MOST_EFFECTS))) {
      line(out, "Also moves " + effect.sentence());
    }
    if (moved.size() > MOST_EFFECTS) {
      line(
          out,
          "and in "
              + (moved.size() - MOST_EFFECTS)
              + " more ways, of "
              + advice.effects().probes()
              + " connections tried");
    }
  }

  private static String resolved(Advice advice) {
    return advice.resolves().isEmpty()
        ? ""
        : ", without "
            + advice.resolves().stream()
                .sorted()
                .map(Finding.Id::name)
                .collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder out, String text) {
    out.append(" ".repeat(INDENT));
    Paragraph.append(out, INDENT, INDENT + 2, text);
  }
}
