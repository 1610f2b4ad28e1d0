package org.exoattribution.testkit.cli;

import java.io.PrintWriter;
import org.exoattribution.model.Explanation;
import org.exoattribution.testkit.render.ExplanationMermaid;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.Printable;
import org.exoattribution.testkit.render.ResultStudy;
import org.exoattribution.testkit.scenario.ScenarioConnection;

/** Prints a flowchart a recipient, below a comment that names it, with a blank line after each. */
final class MermaidResultPrinter implements ResultPrinter {
  private final PrintWriter out;
  private final PartialNotice partial;

  MermaidResultPrinter(PrintWriter out, PartialNotice partial) {
    this.out = out;
    this.partial = partial;
  }

  @Override
  public void print(ResultStudy study, ScenarioConnection connection) {
    for (Explanation explanation : study.engine().explain(connection.transaction())) {
      String recipient = explanation.attribution().connection().rcptTo().toString();
      out.print("%% " + Printable.visible(connection.name() + ", to " + recipient) + "\n");
      if (partial.isPartial()) {
        out.print("%% " + partial.sentenceOr("") + "\n");
      }
      out.print(ExplanationMermaid.flowchart(explanation));
      out.print('\n');
    }
  }
}
