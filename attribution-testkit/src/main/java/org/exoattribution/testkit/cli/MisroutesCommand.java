package org.exoattribution.testkit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.exoattribution.analysis.search.ExpectedFlow;
import org.exoattribution.analysis.search.Misroute;
import org.exoattribution.analysis.search.MisrouteReport;
import org.exoattribution.analysis.search.MisrouteSearch;
import org.exoattribution.analysis.search.SearchProgress;
import org.exoattribution.analysis.search.SourceName;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.finding.MisrouteFindings;
import org.exoattribution.testkit.render.json.WitnessScenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code misroutes}: prints every way in which mail can be misattributed. */
@Command(name = "misroutes")
final class MisroutesCommand extends SearchCommand {
  private static final String SHARED = "shared=";

  @Mixin private TenantsOption tenants = new TenantsOption();

  @Option(names = "--expect-flow", paramLabel = "SOURCE=TENANTS")
  private List<String> flows = new ArrayList<>();

  @Option(names = "--assume", paramLabel = "shared=SOURCE")
  private List<String> assumed = new ArrayList<>();

  @Option(names = "--cautions")
  private boolean cautions;

  MisroutesCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  Function<SearchProgress, Answer> search() {
    TenantsImport imported = tenants.read(this);
    AttributionEngine engine = rules.engine(imported.partialDirectory()).build();
    MisrouteSearch search =
        MisrouteSearch.in(engine)
            .withExpectedFlows(flows.stream().map(ExpectedFlow::parse).toList())
            .withSharedSources(assumed.stream().map(MisroutesCommand::shared).toList())
            .withBound(bound(tenants.path()));
    return progress -> answer(imported, engine, search, progress);
  }

  private static SourceName shared(String text) {
    if (!text.startsWith(SHARED)) {
      throw new InvalidValueException(
          "\""
              + text
              + "\" is not an assumption: expected shared=SOURCE, such as"
              + " shared=gateway.contoso.com");
    }
    return SourceName.parse(text.substring(SHARED.length()));
  }

  private Answer answer(
      TenantsImport imported,
      AttributionEngine engine,
      MisrouteSearch search,
      SearchProgress progress) {
    PartialNotice partial = PartialNotice.of(List.of(imported.report()));
    MisrouteReport report = search.withProgress(progress).run();
    return new Answer(
        new MisrouteFindings(
            report, detail(), cautions, engine, imported.locations(), tenants.path(), partial),
        witnesses(report.misroutes()),
        tenants.path(),
        engine,
        partial,
        !report.misroutes().isEmpty());
  }

  private static List<Map<String, Object>> witnesses(List<Misroute> misroutes) {
    return IntStream.range(0, misroutes.size())
        .mapToObj(
            i -> {
              Misroute m = misroutes.get(i);
              String name = (i + 1) + " " + m.kind() + " of " + m.owner().orElse("nobody");
              return WitnessScenario.entry(name, m.witness(), m.outcome());
            })
        .toList();
  }
}
