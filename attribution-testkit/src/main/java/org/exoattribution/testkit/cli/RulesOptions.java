package org.exoattribution.testkit.cli;

import static org.exoattribution.testkit.cli.Converters.named;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.TenantDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options {@code --rules} and {@code --reading}: how a directory is judged. */
final class RulesOptions {
  @Option(names = "--rules", paramLabel = "RULES")
  private @Nullable RuleSet rules;

  @Mixin private ReadingsOption readings = new ReadingsOption();

  /** What was given. */
  Optional<RuleSet> rules() {
    return Optional.ofNullable(rules);
  }

  ReadingsOption readings() {
    return readings;
  }

  /** An engine by what was given, and else by the current rules and the defaults. */
  AttributionEngine.Builder engine(TenantDirectory directory) {
    return AttributionEngine.builder(directory)
        .ruleSet(rules().orElse(RuleSet.CURRENT))
        .readings(readings.readings());
  }

  /** The option {@code --reading} alone. */
  static final class ReadingsOption {
    @Option(names = "--reading", paramLabel = "KEY=VALUE")
    private Map<String, String> values = new LinkedHashMap<>();

    /**
     * The defaults with what was given.
     *
     * @throws InvalidValueException if there is no such reading, or not this value of it
     */
    Readings readings() {
      Readings readings = Readings.defaults();
      for (Map.Entry<String, String> each : values.entrySet()) {
        Readings before = readings;
        readings = named("--reading", () -> before.with(each.getKey(), each.getValue()));
      }
      return readings;
    }

    /** What was given, once it is known to be right. */
    Map<String, String> checkedValues() {
      readings();
      return Map.copyOf(values);
    }
  }
}
