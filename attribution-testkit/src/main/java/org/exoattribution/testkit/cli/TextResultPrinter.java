package org.exoattribution.testkit.cli;

import java.io.PrintWriter;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Explanation;
import org.exoattribution.testkit.render.ActionLines;
import org.exoattribution.testkit.render.AttributionText;
import org.exoattribution.testkit.render.ExplanationText;
import org.exoattribution.testkit.scenario.ScenarioConnection;

/** Prints blocks for people, with a blank line after each. */
final class TextResultPrinter implements ResultPrinter {
  private final PrintWriter out;
  private final boolean explain;
  private final AttributionText blocks;
  private final ExplanationText trees;

  TextResultPrinter(Terminal terminal, boolean explain) {
    this.out = terminal.out();
    this.explain = explain;
    this.blocks = new AttributionText(terminal.palette(), ActionLines.plain());
    this.trees = new ExplanationText(terminal.palette());
  }

  @Override
  public void print(AttributionEngine engine, ScenarioConnection connection) {
    for (Explanation explanation : engine.explain(connection.transaction())) {
      out.print(blocks.block(connection.name(), explanation));
      if (explain) {
        out.print(trees.tree(explanation));
      }
      out.print('\n');
    }
  }
}
