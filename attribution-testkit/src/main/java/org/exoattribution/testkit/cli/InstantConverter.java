package org.exoattribution.testkit.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.exoattribution.testkit.document.Typed;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --at}. */
final class InstantConverter implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String value) {
    try {
      return Typed.instant(value);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          '"'
              + value
              + "\" is not an instant: expected ISO 8601 in UTC, such as 2026-11-01T00:00:00Z");
    }
  }
}
