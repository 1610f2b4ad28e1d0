package org.exoattribution.testkit.cli;

import java.io.StringWriter;
import java.util.List;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.testkit.render.AttributionText;
import org.exoattribution.testkit.render.ExplanationMermaid;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.ResultDetails;
import org.exoattribution.testkit.render.ResultStudy;
import org.exoattribution.testkit.render.json.AttributionJsonLines;
import org.exoattribution.testkit.render.layout.Printable;
import org.exoattribution.testkit.scenario.ScenarioConnection;

/**
 * Resolves connections and writes down what comes out, one result a recipient.
 *
 * @param partial what the tenants lack
 * @param explain whether each result has its explanation
 */
record ResultPrinter(ResultStudy study, PartialNotice partial, Palette palette, boolean explain) {

  /** The results in this form. */
  String print(Formats.Result format, List<ScenarioConnection> connections) {
    return switch (format) {
      case TEXT -> text(connections);
      case JSON -> json(connections);
      case MERMAID -> mermaid(connections);
    };
  }

  /** Blocks for people, with a blank line after each. */
  private String text(List<ScenarioConnection> connections) {
    StringBuilder out = new StringBuilder();
    AttributionText blocks = new AttributionText(palette);
    for (ScenarioConnection each : connections) {
      for (ResultDetails details :
          explain ? study.of(each.transaction()) : study.brief(each.transaction())) {
        out.append(
                explain
                    ? blocks.explained(each.name(), details)
                    : blocks.block(each.name(), details))
            .append(partial.text())
            .append('\n');
      }
    }
    return out.toString();
  }

  /** JSON Lines. Nothing is explained unless it is asked for, because streams are long. */
  private String json(List<ScenarioConnection> connections) {
    StringWriter out = new StringWriter();
    try (AttributionJsonLines lines = new AttributionJsonLines(out, partial)) {
      for (ScenarioConnection each : connections) {
        if (explain) {
          for (ResultDetails details : study.of(each.transaction())) {
            lines.write(each.name(), details);
          }
        } else {
          for (Attribution attribution : study.engine().resolve(each.transaction())) {
            lines.write(each.name(), attribution);
          }
        }
      }
    }
    return out.toString();
  }

  /** A flowchart a recipient, below a comment that names it, with a blank line after each. */
  private String mermaid(List<ScenarioConnection> connections) {
    StringBuilder out = new StringBuilder();
    for (ScenarioConnection each : connections) {
      for (Explanation explanation : study.engine().explain(each.transaction())) {
        String recipient = explanation.attribution().connection().rcptTo().toString();
        out.append("%% ")
            // A directive counts in a comment, too.
            .append(Printable.visible(each.name() + ", to " + recipient).replace("%{", "% {"))
            .append(partial.isPartial() ? "\n%% " + partial.sentenceOr("") + "\n" : "\n")
            .append(ExplanationMermaid.flowchart(explanation))
            .append('\n');
      }
    }
    return out.toString();
  }
}
