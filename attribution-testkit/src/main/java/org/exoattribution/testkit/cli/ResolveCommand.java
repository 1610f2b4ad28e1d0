package org.exoattribution.testkit.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.exoattribution.testkit.render.ResultStudy;
import org.exoattribution.testkit.scenario.ScenarioConnection;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code resolve}: prints the attribution of every connection. */
@Command(
    name = "resolve",
    description = "Prints the attribution of every connection.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Options override the file. A .jsonl file has one connection a line, needs --tenants, and"
          + " is read as a stream. Standard input is taken for JSON Lines if --tenants is given and"
          + " its first line is one whole JSON object without the key connections."
    })
final class ResolveCommand implements Callable<Integer> {
  private static final int LOOK_AT_OUTPUT_EVERY = 1024;

  private final Terminal terminal;
  private final Verbosity verbosity;

  @Mixin private ScenarioOptions options = new ScenarioOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Prints text for people (the default); json, which is one object a line and recipient;"
              + " or mermaid, a flowchart of each decision for a design document.")
  private Format format = Format.TEXT;

  @Option(names = "--explain", description = "Adds the explanation of each result.")
  private boolean explain;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Scenario files (.yaml, .yml, .json), .jsonl files, or - for standard input.")
  private List<String> files = List.of();

  ResolveCommand(Terminal terminal, Verbosity verbosity) {
    this.terminal = terminal;
    this.verbosity = verbosity;
  }

  @Override
  public Integer call() {
    ScenarioOverrides overrides = options.overrides();
    try (ConnectionSources sources = ConnectionSources.open(files, overrides, terminal.in());
        ResultPrinter printer = printer()) {
      verbosity.print(sources.importReports(), terminal.err());
      for (ConnectionSource source : sources) {
        resolve(source, printer);
      }
    }
    return ExitCodes.DONE;
  }

  private ResultPrinter printer() {
    return switch (format) {
      case TEXT -> new TextResultPrinter(terminal, explain);
      case JSON -> new JsonResultPrinter(terminal.out(), explain);
      case MERMAID -> new MermaidResultPrinter(terminal.out());
    };
  }

  private void resolve(ConnectionSource source, ResultPrinter printer) {
    int done = 0;
    ResultStudy study = ResultStudy.of(source.engine());
    try (Progress progress =
        new Progress(
            terminal.err(), terminal.showsProgress() && source.isStream(), System::nanoTime)) {
      while (source.connections().hasNext()) {
        ScenarioConnection connection = source.connections().next();
        printer.print(study, connection);
        progress.step();
        if (++done % LOOK_AT_OUTPUT_EVERY == 0 && terminal.out().checkError()) {
          return;
        }
      }
    }
  }
}
