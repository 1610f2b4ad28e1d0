package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.analysis.search.DiffSearch;
import org.exoattribution.analysis.search.SearchProgress;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.finding.DiffFindings;
import org.exoattribution.testkit.render.json.WitnessScenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code diff}: prints every way in which a change of tenants changes attributions. */
@Command(name = "diff")
final class DiffCommand extends SearchCommand {
  @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "BEFORE")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "AFTER")
  private Path after = Path.of("");

  @Mixin private TenantsOption.PartialOption goesOn = new TenantsOption.PartialOption();

  DiffCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Function<SearchProgress, Answer> search() {
    if (before.equals(after) && before.toString().equals(InputFiles.STANDARD_INPUT)) {
      throw InputFiles.unusable(InputFiles.STANDARD_INPUT, "is named twice: expected - once");
    }
    TenantsImport replaced = goesOn.read(before, this);
    TenantsImport imported = goesOn.read(after, this);
    AttributionEngine was = rules.engine(replaced.partialDirectory()).build();
    AttributionEngine is = rules.engine(imported.partialDirectory()).build();
    DiffSearch search = DiffSearch.between(was, is).withBound(bound(after));
    PartialNotice partial = PartialNotice.of(List.of(replaced.report(), imported.report()));
    return progress -> {
      DiffReport report = search.withProgress(progress).run();
      return new Answer(
          new DiffFindings(report, detail(), was, is, imported.locations(), after, partial),
          witnesses(report),
          after,
          is,
          PartialNotice.of(List.of(imported.report())),
          report.hasErrors());
    };
  }

  private static List<Map<String, Object>> witnesses(DiffReport report) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (DiffChange change : report.changes()) {
      String name = (entries.size() + 1) + " " + change.harm() + ", before: " + change.before();
      entries.add(WitnessScenario.entry(name, change.witness(), change.after()));
    }
    return entries;
  }
}
