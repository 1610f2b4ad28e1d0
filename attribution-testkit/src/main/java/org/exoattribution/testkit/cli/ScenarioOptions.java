package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.RuleSet;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that override what a scenario file says. */
final class ScenarioOptions {
  @Option(
      names = "--tenants",
      paramLabel = "PATH",
      description =
          "Takes the tenants from this file or ScubaGear report, or from this folder of exports"
              + " with one folder per tenant.")
  private @Nullable Path tenants;

  @Mixin private PartialOption partial = new PartialOption();

  @Option(
      names = "--rules",
      paramLabel = "RULES",
      converter = RuleSetConverter.class,
      description = "Applies the rules 2016, 2017, 2023, 2025, current, or those of an ISO date.")
  private @Nullable RuleSet rules;

  @Mixin private ReadingsOption readings = new ReadingsOption();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Sets the instant of the connections, such as 2026-11-01T00:00:00Z.")
  private @Nullable Instant at;

  /**
   * What was given.
   *
   * @throws InvalidValueException if there is no such reading, or not this value of it
   */
  ScenarioOverrides overrides() {
    return new ScenarioOverrides(
        Optional.ofNullable(tenants),
        Optional.ofNullable(rules),
        readings.checkedValues(),
        Optional.ofNullable(at),
        partial.isGiven());
  }

  /** Reads {@code --rules}. */
  static final class RuleSetConverter implements ITypeConverter<RuleSet> {
    @Override
    public RuleSet convert(String value) {
      try {
        return RuleSet.parse(value);
      } catch (InvalidValueException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
