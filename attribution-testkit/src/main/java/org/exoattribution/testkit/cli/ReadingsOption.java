package org.exoattribution.testkit.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.Readings;
import picocli.CommandLine.Option;

/** The option {@code --reading}. */
final class ReadingsOption {
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
      try {
        readings = readings.with(each.getKey(), each.getValue());
      } catch (InvalidValueException e) {
        throw new InvalidValueException("--reading: " + e.getMessage());
      }
    }
    return readings;
  }

  /** What was given, once it is known to be right. */
  Map<String, String> checkedValues() {
    readings();
    return Map.copyOf(values);
  }
}
