package org.exoattribution.testkit.cli;

import java.io.PrintWriter;
import org.exoattribution.model.Attribution;
import org.exoattribution.testkit.render.AttributionJsonLines;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.ResultDetails;
import org.exoattribution.testkit.render.ResultStudy;
import org.exoattribution.testkit.scenario.ScenarioConnection;

/** Prints JSON Lines. Nothing is explained unless it is asked for, because streams are long. */
final class JsonResultPrinter implements ResultPrinter {
  private final AttributionJsonLines lines;
  private final boolean explain;

  JsonResultPrinter(PrintWriter out, PartialNotice partial, boolean explain) {
    this.lines = new AttributionJsonLines(out, partial);
    this.explain = explain;
  }

  @Override
  public void print(ResultStudy study, ScenarioConnection connection) {
    if (explain) {
      for (ResultDetails details : study.of(connection.transaction())) {
        lines.write(connection.name(), details);
      }
    } else {
      for (Attribution attribution : study.engine().resolve(connection.transaction())) {
        lines.write(connection.name(), attribution);
      }
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
