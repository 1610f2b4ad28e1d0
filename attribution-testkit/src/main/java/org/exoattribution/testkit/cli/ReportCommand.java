package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.lint.Linter;
import org.exoattribution.analysis.search.MisrouteReport;
import org.exoattribution.analysis.search.MisrouteSearch;
import org.exoattribution.analysis.search.SearchTooLargeException;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.report.DirectoryReport;
import org.exoattribution.testkit.scenario.LintSuppressions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: writes a page about tenants. */
@Command(name = "report")
final class ReportCommand extends AttributionCommand {
  @Mixin private TenantsOption tenants = new TenantsOption();

  @Option(names = "--out", paramLabel = "FILE.html", required = true)
  private Path out = Path.of("");

  @Mixin private ForceOption force = new ForceOption();

  ReportCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    force.check(out);
    TenantsImport imported = tenants.read(this);
    AttributionEngine engine = AttributionEngine.of(imported.partialDirectory());
    Optional<MisrouteReport> misroutes = Optional.empty();
    String notSearched = "";
    try (ProgressLine progress = new ProgressLine(terminal)) {
      misroutes = Optional.of(MisrouteSearch.in(engine).withProgress(progress.ofSearch()).run());
    } catch (SearchTooLargeException e) {
      notSearched = String.valueOf(e.getMessage());
    }
    DirectoryReport report =
        new DirectoryReport(
            InputFiles.name(tenants.path().toString()),
            terminal.clock().instant().truncatedTo(ChronoUnit.SECONDS),
            engine,
            PartialNotice.of(List.of(imported.report())),
            LintCommand.report(
                Linter.standard(), imported, LintSuppressions.beside(tenants.path())),
            misroutes,
            notSearched);
    force.write(out, report.html());
    terminal.out().print(out + "\n");
    return DONE;
  }
}
