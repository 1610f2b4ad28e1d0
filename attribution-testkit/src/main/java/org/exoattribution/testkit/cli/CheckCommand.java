package org.exoattribution.testkit.cli;

import java.util.List;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.scenario.Scenario;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code check}: compares every connection's attribution with what the file expects. */
@Command(name = "check")
final class CheckCommand extends AttributionCommand {
  @Mixin private TenantsOption.ScenarioOptions options = new TenantsOption.ScenarioOptions();

  @Parameters(paramLabel = "FILE", descriptionKey = "FILE", arity = "1..*")
  private List<String> files = List.of();

  CheckCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    ScenarioOverrides overrides = options.overrides(terminal.in());
    try (ConnectionSources sources = ConnectionSources.open(files, overrides, terminal.in())) {
      for (ConnectionSource source : sources) {
        source.scenario().ifPresent(scenario -> requireExpectation(source.name(), scenario));
      }
      print(sources.importReports());
      CheckRun run = new CheckRun(terminal, sources.size() > 1);
      for (ConnectionSource source : sources) {
        run.check(source);
      }
      run.printSummary(PartialNotice.of(sources.importReports()));
      return run.hasFailed() ? FAILED : DONE;
    }
  }

  /** A file in which nothing is checked must not look like one that passed. */
  private static void requireExpectation(String name, Scenario scenario) {
    if (scenario.connections().stream().allMatch(c -> c.expectations().isEmpty())) {
      throw nothingExpected(name);
    }
  }

  static RuntimeException nothingExpected(String name) {
    return InputFiles.unusable(
        name, "no connection has the key \"expect\": expected at least one to check");
  }
}
