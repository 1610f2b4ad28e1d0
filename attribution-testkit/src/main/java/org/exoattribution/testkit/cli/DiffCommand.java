package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.analysis.search.DiffSearch;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.render.DiffJson;
import org.exoattribution.testkit.render.DiffSarif;
import org.exoattribution.testkit.render.DiffText;
import org.exoattribution.testkit.render.ExplanationText;
import org.exoattribution.testkit.render.Fold;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.WitnessJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code diff}: prints every way in which a change of tenants changes attributions. */
@Command(
    name = "diff",
    description = "Prints every class of connections whose attribution a change alters.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "The search is exhaustive. The witnesses are checked against AFTER. Exit status: 0 nothing"
          + " is newly refused or captured; 1 something is; 2 the input could not be used."
    })
final class DiffCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Verbosity verbosity;

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "The tenants before the change: a file, or a folder of cmdlet exports.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "The tenants after the change.")
  private Path after = Path.of("");

  @Mixin private PartialOption goesOn = new PartialOption();

  @Mixin private SearchOptions options = new SearchOptions();

  DiffCommand(Terminal terminal, Verbosity verbosity) {
    this.terminal = terminal;
    this.verbosity = verbosity;
  }

  @Override
  public Integer call() {
    TenantsImport replaced = TenantsOption.read(before, goesOn, terminal, verbosity);
    TenantsImport imported = TenantsOption.read(after, goesOn, terminal, verbosity);
    AttributionEngine was = options.engine(replaced.partialDirectory());
    AttributionEngine is = options.engine(imported.partialDirectory());
    PartialNotice partial = PartialNotice.of(List.of(replaced.report(), imported.report()));
    DiffReport report;
    try (SearchProgressLine progress = new SearchProgressLine(terminal, System::nanoTime)) {
      report = DiffSearch.between(was, is).withBound(options.bound()).withProgress(progress).run();
    }
    switch (options.format()) {
      case TEXT -> printText(report, was, is, partial);
      case JSON -> printJson(report, was, is, partial);
      case SARIF ->
          terminal.out().print(DiffSarif.log(report, imported.locations(), after, partial));
    }
    WitnessFile.write(
        options.witnesses(),
        options.force(),
        after,
        PartialNotice.of(List.of(imported.report())),
        is,
        witnesses(report));
    return report.hasErrors() ? ExitCodes.FAILED : ExitCodes.DONE;
  }

  private void printText(
      DiffReport report, AttributionEngine was, AttributionEngine is, PartialNotice partial) {
    DiffText text = new DiffText(terminal.palette());
    List<Fold<DiffChange>> folded = new ArrayList<>();
    for (Fold<DiffChange> fold : Fold.ofChanges(report.changes())) {
      if (options.folds(fold)) {
        folded.add(fold);
        terminal.out().print(text.folded(fold, change -> explained(change, was, is)));
        terminal.out().print('\n');
      } else {
        for (DiffChange change : fold.findings()) {
          terminal.out().print(text.block(change) + explained(change, was, is) + '\n');
        }
      }
    }
    terminal.out().print(text.summary(report, partial));
    if (!folded.isEmpty()) {
      terminal.out().print(Fold.summary(folded));
    }
  }

  private String explained(DiffChange change, AttributionEngine was, AttributionEngine is) {
    if (!options.isExplained()) {
      return "";
    }
    ExplanationText trees = new ExplanationText(terminal.palette());
    return "  Before:\n"
        + trees.tree(change.witness().explain(was))
        + "  After:\n"
        + trees.tree(change.witness().explain(is));
  }

  private void printJson(
      DiffReport report, AttributionEngine was, AttributionEngine is, PartialNotice partial) {
    for (DiffChange change : report.changes()) {
      String object =
          options.isExplained()
              ? DiffJson.of(change, change.witness().explain(was), change.witness().explain(is))
              : DiffJson.of(change, null, null);
      terminal.out().print(partial.json(object) + "\n");
    }
    terminal.out().print(DiffJson.summary(report, partial) + "\n");
  }

  private static List<WitnessJson.Entry> witnesses(DiffReport report) {
    List<WitnessJson.Entry> entries = new ArrayList<>();
    for (DiffChange change : report.changes()) {
      entries.add(
          new WitnessJson.Entry(
              (entries.size() + 1) + " " + change.harm() + ", before: " + change.before(),
              change.witness(),
              change.after()));
    }
    return entries;
  }
}
