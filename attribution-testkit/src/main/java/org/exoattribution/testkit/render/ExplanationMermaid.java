package org.exoattribution.testkit.render;

import java.util.List;
import java.util.regex.Pattern;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.StageExplanation;
import org.exoattribution.testkit.render.layout.Printable;

/**
 * The decision as a Mermaid flowchart, to paste into a design document: the connection, the stages
 * in their order with the nearest connectors beside each, and the verdict.
 */
public final class ExplanationMermaid {
  /** A diagram of dozens of connectors is not readable; the text has them all. */
  private static final int MOST_CONNECTORS = 5;

  private static final Pattern MARKUP = Pattern.compile("[\"#<>&`\\\\*_;%{}]");

  private ExplanationMermaid() {}

  /** The flowchart, ending in a line end. */
  public static String flowchart(Explanation explanation) {
    Attribution attribution = explanation.attribution();
    StringBuilder out = new StringBuilder("flowchart TD\n");
    node(out, "connection", "[", "]", "", attribution.connection().toString());
    String previous = "connection";
    String passedOn = "";
    for (StageExplanation stage : explanation.stages()) {
      String id = "stage_" + stage.stage().key();
      node(out, id, "{{", "}}", stage.outcome().name(), stage.label(), stage.actual());
      boolean reached = stage.outcome() != Outcome.NOT_REACHED;
      arrow(out, previous, reached ? "-->" : "-.->", passedOn, id);
      connectors(out, id, stage.connectors());
      if (reached) {
        previous = id;
        passedOn = stage.rule().id();
      }
    }
    String style = attribution.verdict().name();
    node(out, "verdict", "([", "])", style, VerdictSentence.of(attribution));
    arrow(out, previous, "==>", passedOn, "verdict");
    out.append("  classDef MATCHED stroke:#2a2,stroke-width:2px\n")
        .append("  classDef NOT_MATCHED stroke:#c22\n")
        .append("  classDef NOT_APPLICABLE stroke-dasharray:4\n")
        .append("  classDef NOT_REACHED stroke-dasharray:4\n")
        .append("  classDef ORIGINATING fill:#dfd\n")
        .append("  classDef INCOMING fill:#dfd\n")
        .append("  classDef REJECTED fill:#fdd\n");
    return out.toString();
  }

  private static void connectors(
      StringBuilder out, String stageId, List<ConnectorExplanation> connectors) {
    int shown = Math.min(connectors.size(), MOST_CONNECTORS);
    for (int i = 0; i < shown; i++) {
      ConnectorExplanation connector = connectors.get(i);
      String id = stageId + "_" + (i + 1);
      node(out, id, "[", "]", connector.outcome().name(), connector.label(), connector.actual());
      arrow(out, stageId, "-.-", connector.rule().id(), id);
    }
    if (shown < connectors.size()) {
      String id = stageId + "_more";
      node(out, id, "[", "]", "", connectors.size() - shown + " further connectors");
      arrow(out, stageId, "-.-", "", id);
    }
  }

  private static void node(
      StringBuilder out, String id, String open, String close, String style, String... lines) {
    out.append("  ").append(id).append(open).append('"');
    String separator = "";
    for (String line : lines) {
      if (!line.isBlank()) {
        out.append(separator).append(escaped(line));
        separator = "<br/>";
      }
    }
    out.append('"').append(close);
    if (!style.isEmpty()) {
      out.append(":::").append(style);
    }
    out.append('\n');
  }

  private static void arrow(StringBuilder out, String from, String arrow, String label, String to) {
    out.append("  ").append(from).append(' ').append(arrow);
    if (!label.isEmpty()) {
      out.append('|').append(label).append('|');
    }
    out.append(' ').append(to).append('\n');
  }

  /** Mermaid's own entity codes, for what would end a quoted label or be read as markup. */
  private static String escaped(String text) {
    return MARKUP
        .matcher(Printable.visible(text))
        .replaceAll(found -> "#" + (int) found.group().charAt(0) + ";");
  }
}
