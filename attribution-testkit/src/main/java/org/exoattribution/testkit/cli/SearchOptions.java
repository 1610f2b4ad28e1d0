package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.exoattribution.analysis.search.SearchBound;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.render.finding.Findings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that search a directory. */
final class SearchOptions {
  @Mixin private RulesOption rules = new RulesOption();

  @Mixin private ReadingsOption readings = new ReadingsOption();

  @Option(names = "--tenant", paramLabel = "NAME")
  private List<String> tenants = new ArrayList<>();

  @Option(names = "--sender", paramLabel = "DOMAIN")
  private List<String> senders = new ArrayList<>();

  @Option(names = "--address", paramLabel = "RANGE")
  private List<String> addresses = new ArrayList<>();

  @Option(names = "--limit", paramLabel = "CONNECTIONS", converter = Converters.Limit.class)
  private long limit = SearchBound.DEFAULT_LIMIT;

  @Mixin private FindingFormatOption format = new FindingFormatOption();

  @Option(names = "--explain")
  private boolean explain;

  @Option(names = "--full")
  private boolean full;

  @Option(names = "--witnesses", paramLabel = "FILE")
  private @Nullable Path witnesses;

  @Mixin private ForceOption force = new ForceOption();

  /**
   * What is to be searched, once it is known that the witnesses can be kept.
   *
   * @param from where the tenants come from
   * @throws InvalidValueException if a domain or address is none, or the file of the witnesses is
   *     there already
   */
  SearchBound bound(Path from) {
    witnesses().check(from);
    return new SearchBound(
        Set.copyOf(tenants),
        senders.stream().map(DomainName::parse).toList(),
        addresses.stream().map(SenderIpRange::parse).toList(),
        limit);
  }

  AttributionEngine engine(TenantDirectory directory) {
    return AttributionEngine.builder(directory)
        .ruleSet(rules.rules())
        .readings(readings.readings())
        .build();
  }

  FindingFormatOption format() {
    return format;
  }

  Findings.Detail detail() {
    return new Findings.Detail(full, explain);
  }

  WitnessFile witnesses() {
    return new WitnessFile(witnesses, force);
  }
}
