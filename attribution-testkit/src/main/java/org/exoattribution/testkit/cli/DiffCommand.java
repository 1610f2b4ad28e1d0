package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.analysis.search.DiffSearch;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.render.ExplanationText;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.WitnessJson;
import org.exoattribution.testkit.render.finding.DiffJson;
import org.exoattribution.testkit.render.finding.DiffSarif;
import org.exoattribution.testkit.render.finding.DiffText;
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
final class DiffCommand extends SearchCommand {
  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "The tenants before the change: a file, or a folder of cmdlet exports.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "The tenants after the change.")
  private Path after = Path.of("");

  @Mixin private PartialOption goesOn = new PartialOption();

  DiffCommand(Terminal terminal, Verbosity verbosity) {
    super(terminal, verbosity);
  }

  @Override
  Search search() {
    TenantsImport replaced = TenantsOption.read(before, goesOn, terminal, verbosity);
    TenantsImport imported = TenantsOption.read(after, goesOn, terminal, verbosity);
    AttributionEngine was = options.engine(replaced.partialDirectory());
    AttributionEngine is = options.engine(imported.partialDirectory());
    DiffSearch search = DiffSearch.between(was, is).withBound(options.bound());
    PartialNotice partial = PartialNotice.of(List.of(replaced.report(), imported.report()));
    return progress -> {
      DiffReport report = search.withProgress(progress).run();
      return new Answer(
          () ->
              new DiffText(terminal.palette())
                  .report(report, options.isFull(), change -> explained(change, was, is), partial),
          () -> objects(report, was, is, partial),
          () -> DiffSarif.log(report, imported.locations(), after, partial),
          witnesses(report),
          after,
          is,
          PartialNotice.of(List.of(imported.report())),
          report.hasErrors());
    };
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

  private Stream<String> objects(
      DiffReport report, AttributionEngine was, AttributionEngine is, PartialNotice partial) {
    Stream<String> changes =
        report.changes().stream()
            .map(
                change ->
                    options.isExplained()
                        ? DiffJson.of(
                            change, change.witness().explain(was), change.witness().explain(is))
                        : DiffJson.of(change, null, null));
    return Stream.concat(changes.map(partial::json), Stream.of(DiffJson.summary(report, partial)));
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
