package org.exoattribution.testkit.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.engine.Readings;
import org.exoattribution.engine.RuleSet;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that override what a scenario file says. */
final class ScenarioOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--tenants",
      paramLabel = "PATH",
      description =
          "Takes the tenants from this file, or from this folder of cmdlet exports with one folder"
              + " per tenant.")
  private @Nullable Path tenants;

  @Option(
      names = "--rules",
      paramLabel = "RULES",
      converter = RuleSetConverter.class,
      description = "Applies the rules 2016, 2017, 2023, 2025, current, or those of an ISO date.")
  private @Nullable RuleSet rules;

  @Option(
      names = "--reading",
      paramLabel = "KEY=VALUE",
      description =
          "Sets a reading, such as wildcardDepth=SINGLE_LABEL; may be given several times.")
  private Map<String, String> readings = new LinkedHashMap<>();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Sets the instant of the connections, such as 2026-11-01T00:00:00Z.")
  private @Nullable Instant at;

  /**
   * @throws ParameterException if there is no such reading, or not this value of it
   */
  ScenarioOverrides overrides() {
    Readings known = Readings.defaults();
    for (Map.Entry<String, String> reading : readings.entrySet()) {
      try {
        known = known.with(reading.getKey(), reading.getValue());
      } catch (InvalidValueException e) {
        throw new ParameterException(spec.commandLine(), "--reading: " + e.getMessage(), e);
      }
    }
    return new ScenarioOverrides(
        Optional.ofNullable(tenants),
        Optional.ofNullable(rules),
        Map.copyOf(readings),
        Optional.ofNullable(at));
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

  /** Reads {@code --at}. */
  static final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return Instant.parse(value);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            '"'
                + value
                + "\" is not an instant: expected ISO 8601 in UTC, such as 2026-11-01T00:00:00Z");
      }
    }
  }
}
