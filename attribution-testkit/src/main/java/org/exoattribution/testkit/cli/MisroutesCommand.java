package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.exoattribution.analysis.ExpectedFlow;
import org.exoattribution.analysis.Misroute;
import org.exoattribution.analysis.MisrouteReport;
import org.exoattribution.analysis.MisrouteSearch;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.render.ExplanationText;
import org.exoattribution.testkit.render.MisrouteJson;
import org.exoattribution.testkit.render.MisrouteText;
import org.exoattribution.testkit.render.WitnessJson;
import org.exoattribution.testkit.scenario.TenantsImport;
import org.exoattribution.testkit.scenario.TenantsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code misroutes}: prints every way in which mail can be misattributed. */
@Command(
    name = "misroutes",
    description = "Prints every way in which mail of one tenant can be attributed to another.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "The search is exhaustive: where it finds nothing, nothing is misrouted. Exit status: 0 no"
          + " misroute; 1 at least one; 2 the input could not be used."
    })
final class MisroutesCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Verbosity verbosity;

  @Option(
      names = "--tenants",
      required = true,
      paramLabel = "PATH",
      description =
          "Takes the tenants from this file, or from this folder of cmdlet exports with one folder"
              + " per tenant.")
  private Path tenants = Path.of("");

  @Option(
      names = "--expect-flow",
      paramLabel = "SOURCE=TENANTS",
      description =
          "Declares that this address, CIDR block or certificate name may send for these tenants,"
              + " such as 203.0.113.10=contoso,fabrikam; may be given several times.")
  private List<String> flows = new ArrayList<>();

  @Option(
      names = "--cautions",
      description =
          "Lists also what a certificate with names of several tenants would cause, if somebody"
              + " issued it.")
  private boolean cautions;

  @Mixin private SearchOptions options = new SearchOptions();

  MisroutesCommand(Terminal terminal, Verbosity verbosity) {
    this.terminal = terminal;
    this.verbosity = verbosity;
  }

  @Override
  public Integer call() {
    TenantsImport imported = TenantsReader.read(tenants);
    verbosity.print(List.of(imported.report()), terminal.err());
    AttributionEngine engine = options.engine(imported.directory());
    MisrouteReport report;
    try (SearchProgressLine progress = new SearchProgressLine(terminal, System::nanoTime)) {
      report =
          MisrouteSearch.in(engine)
              .withExpectedFlows(flows.stream().map(ExpectedFlow::parse).toList())
              .withBound(options.bound())
              .withProgress(progress)
              .run();
    }
    print(report, engine);
    WitnessFile.write(options.witnesses(), tenants, engine, witnesses(report.misroutes()));
    return report.misroutes().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private void print(MisrouteReport report, AttributionEngine engine) {
    report.misroutes().forEach(misroute -> print(misroute, engine));
    if (cautions) {
      report.cautions().forEach(caution -> print(caution, engine));
    }
    if (options.isJson()) {
      terminal.out().print(MisrouteJson.summary(report) + "\n");
      return;
    }
    terminal.out().print(new MisrouteText(terminal.palette()).summary(report));
    if (!cautions && !report.cautions().isEmpty()) {
      terminal.out().print(MisrouteText.cautions(report) + " --cautions lists them.\n");
    }
  }

  private void print(Misroute misroute, AttributionEngine engine) {
    if (options.isJson()) {
      terminal
          .out()
          .print(
              MisrouteJson.of(
                      misroute, options.isExplained() ? misroute.witness().explain(engine) : null)
                  + "\n");
      return;
    }
    terminal.out().print(new MisrouteText(terminal.palette()).block(misroute));
    if (options.isExplained()) {
      terminal
          .out()
          .print(new ExplanationText(terminal.palette()).tree(misroute.witness().explain(engine)));
    }
    terminal.out().print('\n');
  }

  private static List<WitnessJson.Entry> witnesses(List<Misroute> misroutes) {
    List<WitnessJson.Entry> entries = new ArrayList<>();
    for (Misroute misroute : misroutes) {
      entries.add(
          new WitnessJson.Entry(
              (entries.size() + 1)
                  + " "
                  + misroute.kind()
                  + " of "
                  + misroute.owner().orElse("nobody"),
              misroute.witness(),
              misroute.outcome()));
    }
    return entries;
  }
}
