package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.exoattribution.analysis.search.SearchBound;
import org.exoattribution.analysis.search.SearchProgress;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.finding.Findings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that search a directory have in common: options, progress, output. */
abstract class SearchCommand extends AttributionCommand {
  @Mixin final RulesOptions rules = new RulesOptions();

  @Option(names = "--tenant", paramLabel = "NAME")
  private List<String> tenants = new ArrayList<>();

  @Option(names = "--sender", paramLabel = "DOMAIN")
  private List<String> senders = new ArrayList<>();

  @Option(names = "--address", paramLabel = "RANGE")
  private List<String> addresses = new ArrayList<>();

  @Option(names = "--limit", paramLabel = "CONNECTIONS", converter = Converters.Limit.class)
  private long limit = SearchBound.DEFAULT_LIMIT;

  @Option(names = "--format", paramLabel = "FORMAT")
  private Formats.Found format = Formats.Found.TEXT;

  @Option(names = "--explain")
  private boolean explain;

  @Option(names = "--full")
  private boolean full;

  @Option(names = "--witnesses", paramLabel = "FILE")
  private @Nullable Path witnesses;

  @Mixin private ForceOption force = new ForceOption();

  SearchCommand(Terminal terminal) {
    super(terminal);
  }

  /** Reads the tenants and makes the search ready. */
  abstract Function<SearchProgress, Answer> search();

  /**
   * What was found.
   *
   * @param witnesses for the scenario file
   * @param tenants the file or folder whose tenants the witnesses are checked against
   * @param engine what they are checked with
   * @param partial what of these tenants is missing
   * @param failed whether it is an error
   */
  record Answer(
      Findings findings,
      List<Map<String, Object>> witnesses,
      Path tenants,
      AttributionEngine engine,
      PartialNotice partial,
      boolean failed) {}

  @Override
  public Integer call() {
    Function<SearchProgress, Answer> search = search();
    Answer answer;
    try (ProgressLine progress = new ProgressLine(terminal)) {
      answer = search.apply(progress.ofSearch());
    }
    format.print(answer.findings(), terminal);
    force.writeWitnesses(
        witnesses, answer.tenants(), answer.partial(), answer.engine(), answer.witnesses());
    return answer.failed() ? FAILED : DONE;
  }

  /**
   * What is to be searched, once it is known that the witnesses can be kept.
   *
   * @param from where the tenants come from
   * @throws InvalidValueException if a domain or address is none, or the file of the witnesses is
   *     there already
   */
  final SearchBound bound(Path from) {
    force.checkWitnesses(witnesses, from);
    return new SearchBound(
        Set.copyOf(tenants),
        senders.stream().map(DomainName::parse).toList(),
        addresses.stream().map(SenderIpRange::parse).toList(),
        limit);
  }

  final Findings.Detail detail() {
    return new Findings.Detail(full, explain);
  }
}
