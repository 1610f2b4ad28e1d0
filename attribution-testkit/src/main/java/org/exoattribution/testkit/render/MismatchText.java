package org.exoattribution.testkit.render;

import java.util.List;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.StageExplanation;
import org.exoattribution.testkit.render.layout.Paragraph;
import org.exoattribution.testkit.render.layout.Printable;

/**
 * What a failed test says about an attribution: the connection in one line, what was expected, what
 * came and why, and the connectors that came nearest to deciding otherwise.
 */
public final class MismatchText {
  private static final int MISSES_SHOWN = 3;
  private static final ExplanationText TREE = ExplanationText.plain();

  private MismatchText() {}

  /**
   * The text for an attribution with its reasons.
   *
   * @param expected what was expected: a line for each thing
   */
  public static String of(Explanation explanation, List<String> expected) {
    StringBuilder out = opening(explanation, expected);
    out.append("decided by: ").append(ExplanationText.MARKS).append('\n');
    for (StageExplanation stage : explanation.stages()) {
      if (stage.outcome() == Outcome.MATCHED) {
        TREE.append(out, NearestMisses.unmet(stage, deciding(stage)), 2);
      }
    }
    appendMisses(out, NearestMisses.of(explanation).connectors());
    out.append("other stages:\n");
    for (StageExplanation stage : explanation.stages()) {
      if (stage.outcome() != Outcome.MATCHED) {
        TREE.append(out, NearestMisses.unmet(stage, List.of()), 2);
      }
    }
    return out.toString();
  }

  /**
   * The text for an attribution without its reasons.
   *
   * @param expected what was expected: a line for each thing
   * @param whyNoMisses stands where the nearest misses would
   */
  public static String of(Attribution actual, List<String> expected, String whyNoMisses) {
    StringBuilder out = opening(new Explanation(actual, List.of()), expected);
    out.append("nearest misses:\n  ");
    Paragraph.append(out, 2, 2, whyNoMisses);
    return out.toString();
  }

  private static StringBuilder opening(Explanation explanation, List<String> expected) {
    StringBuilder out = new StringBuilder(2048);
    out.append("connection ")
        .append(Printable.visible(explanation.attribution().connection().toString()))
        .append("\nexpected:\n");
    for (String line : expected) {
      out.append("  ");
      Paragraph.append(out, 2, 4, line);
    }
    out.append("but was:\n");
    AttributionText.plain().appendBody(out, explanation.attribution());
    return out;
  }

  private static void appendMisses(StringBuilder out, List<ConnectorExplanation> misses) {
    out.append("nearest misses:\n");
    if (misses.isEmpty()) {
      out.append("  none: the explanation looks at no other connector\n");
    }
    misses.stream()
        .limit(MISSES_SHOWN)
        .forEach(miss -> TREE.append(out, NearestMisses.unmet(miss), 2));
    if (misses.size() > MISSES_SHOWN) {
      out.append("  and ").append(misses.size() - MISSES_SHOWN).append(" more\n");
    }
  }

  /** The connectors that decided, without the conditions that say nothing about the case. */
  private static List<ConnectorExplanation> deciding(StageExplanation stage) {
    return stage.connectors().stream()
        .filter(c -> c.outcome() == Outcome.MATCHED)
        .map(c -> NearestMisses.keeping(c, Outcome.MATCHED, Outcome.NOT_MATCHED))
        .toList();
  }
}
