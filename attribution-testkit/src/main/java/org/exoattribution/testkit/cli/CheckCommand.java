package org.exoattribution.testkit.cli;

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
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.source.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code check}: compares every connection's attribution with what the file expects. */
@Command(name = "check")
final class CheckCommand extends AttributionCommand {
  @Mixin private TenantsOption.ScenarioOptions options = new TenantsOption.ScenarioOptions();

  @Parameters(paramLabel = "FILE", descriptionKey = "FILE", arity = "1..*")
  private List<String> files = List.of();

  private long passed;
  private long failed;
  private long unchecked;

  CheckCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    ScenarioOverrides overrides = options.overrides(terminal.in());
    try (ConnectionSources sources = ConnectionSources.open(files, overrides, terminal.in())) {
      for (ConnectionSource source : sources) {
        source.scenario().ifPresent(scenario -> requireExpectation(source, scenario.connections()));
      }
      print(sources.importReports());
      for (ConnectionSource source : sources) {
        check(source, sources.size() > 1 ? " (" + source.name() + ")" : "");
      }
      if (unchecked > 0) {
        String have = Words.counted(unchecked, "connection has", "connections have");
        String were = unchecked == 1 ? " was" : " were";
        line(have + " no expectation and" + were + " not checked");
      }
      line(passed + " passed, " + failed + " failed");
      terminal.out().print(PartialNotice.of(sources.importReports()).text());
      return failed > 0 ? FAILED : DONE;
    }
  }

  /** A file in which nothing is checked must not look like one that passed. */
  private static void requireExpectation(
      ConnectionSource source, List<ScenarioConnection> connections) {
    if (connections.stream().allMatch(c -> c.expectations().isEmpty())) {
      throw nothingExpected(source);
    }
  }

  private static ScenarioException nothingExpected(ConnectionSource source) {
    return InputFiles.unusable(
        source.name(), "no connection has the key \"expect\": expected at least one to check");
  }

  private void check(ConnectionSource source, String suffix) {
    long checkedBefore = passed + failed;
    for (Iterator<ScenarioConnection> rest = source.connections(); rest.hasNext(); ) {
      ScenarioConnection connection = rest.next();
      if (connection.expectations().isEmpty()) {
        unchecked++;
      } else {
        check(source.engine(), connection, Printable.visible(connection.name() + suffix));
      }
    }
    if (passed + failed == checkedBefore) {
      throw nothingExpected(source);
    }
  }

  private void check(AttributionEngine engine, ScenarioConnection connection, String name) {
    List<Attribution> actual = engine.resolve(connection.transaction());
    List<List<Difference>> differences =
        IntStream.range(0, actual.size())
            .mapToObj(i -> connection.expectations().get(i).differences(actual.get(i)))
            .toList();
    if (differences.stream().allMatch(List::isEmpty)) {
      passed++;
      terminal.out().print(terminal.palette().good("PASS") + " " + name + "\n");
    } else {
      failed++;
      terminal.out().print(terminal.palette().bad("FAIL") + " " + name + "\n");
      printFailure(engine, connection, differences);
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
        terminal
            .out()
            .print(
                new AttributionText(terminal.palette())
                    .explained(connection.name(), details.get(i)));
        terminal.out().print('\n');
      }
    }
  }

  private void line(String text) {
    terminal.out().print(Printable.visible(text) + "\n");
  }
}
