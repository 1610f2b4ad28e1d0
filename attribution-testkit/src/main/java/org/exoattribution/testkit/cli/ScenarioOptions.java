package org.exoattribution.testkit.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that override what a scenario file says. */
final class ScenarioOptions {
  @Option(names = "--tenants", paramLabel = "PATH")
  private @Nullable Path tenants;

  @Mixin private PartialOption partial = new PartialOption();

  @Mixin private RulesOption rules = new RulesOption();

  @Mixin private ReadingsOption readings = new ReadingsOption();

  @Option(names = "--at", paramLabel = "INSTANT")
  private @Nullable Instant at;

  /**
   * What was given.
   *
   * @param standardInput for tenants that are given there
   * @throws org.exoattribution.model.InvalidValueException if there is no such reading, or not this
   *     value of it
   * @throws org.exoattribution.testkit.source.ScenarioException if the tenants cannot be used
   */
  ScenarioOverrides overrides(InputStream standardInput) {
    Map<String, String> values = readings.checkedValues();
    return new ScenarioOverrides(
        Optional.ofNullable(tenants).map(path -> TenantsOption.read(path, standardInput)),
        rules.given(),
        values,
        Optional.ofNullable(at),
        partial.isGiven());
  }
}
