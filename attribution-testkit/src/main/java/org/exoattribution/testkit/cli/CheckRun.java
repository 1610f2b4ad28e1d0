package org.exoattribution.testkit.cli;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.testkit.render.AttributionText;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.ResultDetails;
import org.exoattribution.testkit.render.ResultStudy;
import org.exoattribution.testkit.render.layout.Printable;
import org.exoattribution.testkit.render.layout.Words;
import org.exoattribution.testkit.scenario.Expectation.Difference;
import org.exoattribution.testkit.scenario.ScenarioConnection;

/** One run of {@code check}: prints as it goes, and counts. */
final class CheckRun {
  private final PrintWriter out;
  private final Terminal terminal;
  private final boolean severalSources;
  private final AttributionText blocks;
  private long passed;
  private long failed;
  private long unchecked;

  CheckRun(Terminal terminal, boolean severalSources) {
    this.terminal = terminal;
    this.out = terminal.out();
    this.severalSources = severalSources;
    this.blocks = new AttributionText(terminal.palette());
  }

  /**
   * @throws org.exoattribution.testkit.source.ScenarioException if the source expects nothing
   */
  void check(ConnectionSource source) {
    long checkedBefore = passed + failed;
    for (Iterator<ScenarioConnection> rest = source.connections(); rest.hasNext(); ) {
      ScenarioConnection connection = rest.next();
      if (connection.expectations().isEmpty()) {
        unchecked++;
      } else {
        check(source, connection);
      }
    }
    if (passed + failed == checkedBefore) {
      throw CheckCommand.nothingExpected(source.name());
    }
  }

  private void check(ConnectionSource source, ScenarioConnection connection) {
    List<Attribution> actual = source.engine().resolve(connection.transaction());
    List<List<Difference>> differences =
        IntStream.range(0, actual.size())
            .mapToObj(i -> connection.expectations().get(i).differences(actual.get(i)))
            .toList();
    String name =
        Printable.visible(connection.name() + (severalSources ? " (" + source.name() + ")" : ""));
    if (differences.stream().allMatch(List::isEmpty)) {
      passed++;
      out.print(terminal.palette().good("PASS") + " " + name + "\n");
    } else {
      failed++;
      out.print(terminal.palette().bad("FAIL") + " " + name + "\n");
      printFailure(source.engine(), connection, differences);
    }
  }

  private void printFailure(
      AttributionEngine engine, ScenarioConnection connection, List<List<Difference>> differences) {
    List<ResultDetails> details = ResultStudy.of(engine).of(connection.transaction());
    for (int i = 0; i < differences.size(); i++) {
      if (!differences.get(i).isEmpty()) {
        line("  " + connection.expectations().get(i).location());
        for (Difference difference : differences.get(i)) {
          String what = difference.expected() + ", actual " + difference.actual();
          line("    " + difference.key() + ": expected " + what);
        }
        out.print(blocks.explained(connection.name(), details.get(i)));
        out.print('\n');
      }
    }
  }

  private void line(String text) {
    out.print(Printable.visible(text) + "\n");
  }

  boolean hasFailed() {
    return failed > 0;
  }

  void printSummary(PartialNotice partial) {
    if (unchecked > 0) {
      line(
          Words.counted(unchecked, "connection has", "connections have")
              + " no expectation and"
              + (unchecked == 1 ? " was" : " were")
              + " not checked");
    }
    line(passed + " passed, " + failed + " failed");
    out.print(partial.text());
  }
}
