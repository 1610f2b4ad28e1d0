package org.exoattribution.testkit.cli;

import com.google.common.primitives.Longs;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.RuleSet;
import org.exoattribution.testkit.document.Typed;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options that are of no type that picocli knows. */
final class Converters {
  private Converters() {}

  static CommandLine register(CommandLine commands) {
    return commands
        .registerConverter(Instant.class, Converters::instant)
        .registerConverter(RuleSet.class, Converters::ruleSet);
  }

  /** The value, whose message names the option if it is refused. */
  static <T> T named(String option, Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValueException e) {
      throw new InvalidValueException(option + ": " + e.getMessage());
    }
  }

  private static Instant instant(String value) {
    try {
      return Typed.instant(value);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          '"'
              + value
              + "\" is not an instant: expected ISO 8601 in UTC, such as 2026-11-01T00:00:00Z");
    }
  }

  private static RuleSet ruleSet(String value) {
    try {
      return RuleSet.parse(value);
    } catch (InvalidValueException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** How many connections a search may try. */
  static final class Limit implements CommandLine.ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      Long limit = Longs.tryParse(value);
      if (limit == null || limit <= 0) {
        throw new TypeConversionException(
            '"'
                + value
                + "\" is no number of connections: expected one above 0, such as 100000000");
      }
      return limit;
    }
  }
}
