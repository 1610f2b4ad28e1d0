package org.exoattribution.testkit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.exoattribution.analysis.search.ExpectedFlow;
import org.exoattribution.analysis.search.Misroute;
import org.exoattribution.analysis.search.MisrouteReport;
import org.exoattribution.analysis.search.MisrouteSearch;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Explanation;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.render.ExplanationText;
import org.exoattribution.testkit.render.Fold;
import org.exoattribution.testkit.render.MisrouteJson;
import org.exoattribution.testkit.render.MisrouteSarif;
import org.exoattribution.testkit.render.MisrouteText;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.WitnessJson;
import org.jspecify.annotations.Nullable;
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

  @Mixin private TenantsOption tenants = new TenantsOption();

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
    TenantsImport imported = tenants.read(terminal, verbosity);
    AttributionEngine engine = options.engine(imported.partialDirectory());
    PartialNotice partial = PartialNotice.of(List.of(imported.report()));
    MisrouteReport report;
    try (SearchProgressLine progress = new SearchProgressLine(terminal, System::nanoTime)) {
      report =
          MisrouteSearch.in(engine)
              .withExpectedFlows(flows.stream().map(ExpectedFlow::parse).toList())
              .withBound(options.bound())
              .withProgress(progress)
              .run();
    }
    switch (options.format()) {
      case TEXT -> printText(report, engine, partial);
      case JSON -> printJson(report, engine, partial);
      case SARIF ->
          terminal
              .out()
              .print(
                  MisrouteSarif.log(
                      report, listed(report), imported.locations(), tenants.path(), partial));
    }
    WitnessFile.write(
        options.witnesses(),
        options.force(),
        tenants.path(),
        partial,
        engine,
        witnesses(report.misroutes()));
    return report.misroutes().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private List<Misroute> listed(MisrouteReport report) {
    List<Misroute> listed = new ArrayList<>(report.misroutes());
    if (cautions) {
      listed.addAll(report.cautions());
    }
    return listed;
  }

  private void printText(MisrouteReport report, AttributionEngine engine, PartialNotice partial) {
    MisrouteText text = new MisrouteText(terminal.palette());
    List<Fold<Misroute>> folded = new ArrayList<>();
    printText(report.misroutes(), engine, folded);
    if (cautions) {
      printText(report.cautions(), engine, folded);
    }
    terminal.out().print(text.summary(report, partial));
    if (!folded.isEmpty()) {
      terminal.out().print(Fold.summary(folded));
    }
    if (!cautions && !report.cautions().isEmpty()) {
      terminal.out().print(MisrouteText.cautions(report));
    }
  }

  private void printText(
      List<Misroute> misroutes, AttributionEngine engine, List<Fold<Misroute>> folded) {
    MisrouteText text = new MisrouteText(terminal.palette());
    for (Fold<Misroute> fold : Fold.ofMisroutes(misroutes)) {
      if (options.folds(fold)) {
        folded.add(fold);
        terminal.out().print(text.folded(fold, misroute -> explained(misroute, engine)));
        terminal.out().print('\n');
      } else {
        for (Misroute misroute : fold.findings()) {
          terminal.out().print(text.block(misroute) + explained(misroute, engine) + '\n');
        }
      }
    }
  }

  private String explained(Misroute misroute, AttributionEngine engine) {
    return options.isExplained()
        ? new ExplanationText(terminal.palette()).tree(misroute.witness().explain(engine))
        : "";
  }

  private void printJson(MisrouteReport report, AttributionEngine engine, PartialNotice partial) {
    for (Misroute misroute : listed(report)) {
      @Nullable Explanation explanation =
          options.isExplained() ? misroute.witness().explain(engine) : null;
      terminal.out().print(partial.json(MisrouteJson.of(misroute, explanation)) + "\n");
    }
    terminal.out().print(MisrouteJson.summary(report, partial) + "\n");
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
