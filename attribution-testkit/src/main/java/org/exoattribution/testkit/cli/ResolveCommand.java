package org.exoattribution.testkit.cli;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.testkit.render.ResultStudy;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resolve}: prints the attribution of every connection. */
@Command(name = "resolve")
final class ResolveCommand extends AttributionCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private TenantsOption.ScenarioOptions options = new TenantsOption.ScenarioOptions();

  @Option(names = "--format", paramLabel = "FORMAT")
  private Formats.Result format = Formats.Result.TEXT;

  @Option(names = "--explain")
  private boolean explain;

  @ArgGroup(exclusive = false)
  private @Nullable ConnectionOptions connection;

  @Parameters(paramLabel = "FILE", descriptionKey = "FILE", arity = "0..*")
  private List<String> files = List.of();

  ResolveCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    ScenarioOverrides overrides = options.overrides(terminal.in());
    try (ConnectionSources sources = sources(overrides)) {
      print(sources.importReports());
      for (ConnectionSource source : sources) {
        resolve(source);
      }
    }
    return DONE;
  }

  private ConnectionSources sources(ScenarioOverrides overrides) {
    if (connection == null) {
      if (files.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "Nothing to resolve: expected FILE, or --ip, --from and --to");
      }
      return ConnectionSources.open(files, overrides, terminal.in());
    }
    if (!files.isEmpty() || overrides.tenants().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--ip: expected --tenants with it, and no FILE");
    }
    return ConnectionSources.of(
        connection.source(overrides, terminal.clock().instant().truncatedTo(SECONDS)));
  }

  private void resolve(ConnectionSource source) {
    ResultPrinter printer =
        new ResultPrinter(
            ResultStudy.of(source.engine()), source.partial(), terminal.palette(), explain);
    boolean shown = terminal.showsProgress() && source.lines().isPresent();
    try (Progress progress =
            new Progress(
                new ProgressLine(terminal.err(), shown, System::nanoTime),
                source.fractionRead(),
                System::nanoTime);
        Stream<Output> outputs =
            source.batches(batch -> new Output(printer.print(format, batch), batch.size()))) {
      for (Iterator<Output> rest = outputs.iterator(); rest.hasNext(); ) {
        Output output = rest.next();
        terminal.out().print(output.text());
        if (terminal.out().checkError()) {
          return; // whoever reads has enough, or Main says what is wrong
        }
        progress.add(output.connections());
      }
    }
  }

  /** What is printed of some connections; made by several threads at once. */
  private record Output(String text, int connections) {}
}
