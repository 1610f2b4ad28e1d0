package org.exoattribution.testkit.cli;

import java.io.PrintWriter;
import java.util.List;
import org.exoattribution.testkit.render.AttributionText;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.ResultDetails;
import org.exoattribution.testkit.render.ResultStudy;
import org.exoattribution.testkit.scenario.ScenarioConnection;

/** Prints blocks for people, with a blank line after each. */
final class TextResultPrinter implements ResultPrinter {
  private final PrintWriter out;
  private final PartialNotice partial;
  private final boolean explain;
  private final AttributionText blocks;

  TextResultPrinter(PrintWriter out, Palette palette, PartialNotice partial, boolean explain) {
    this.out = out;
    this.partial = partial;
    this.explain = explain;
    this.blocks = new AttributionText(palette);
  }

  @Override
  public void print(ResultStudy study, ScenarioConnection connection) {
    List<ResultDetails> results =
        explain ? study.of(connection.transaction()) : study.brief(connection.transaction());
    for (ResultDetails details : results) {
      out.print(
          explain
              ? blocks.explained(connection.name(), details)
              : blocks.block(connection.name(), details));
      out.print(partial.text());
      out.print('\n');
    }
  }
}
