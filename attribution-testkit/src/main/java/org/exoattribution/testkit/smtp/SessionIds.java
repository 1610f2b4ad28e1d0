package org.exoattribution.testkit.smtp;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names of sessions as the service writes them, 16 hexadecimal digits: the time in units of 100
 * nanoseconds since year 1, moved on where two sessions begin in one.
 */
final class SessionIds {
  private static final long UNITS_A_SECOND = 10_000_000;
  private static final long YEAR_1_TO_1970 = 62_135_596_800L;

  private final AtomicLong last = new AtomicLong();

  String next(Instant at) {
    long now = (at.getEpochSecond() + YEAR_1_TO_1970) * UNITS_A_SECOND + at.getNano() / 100;
    long id = last.updateAndGet(before -> Math.max(before + 1, now));
    return String.format(Locale.ROOT, "%016X", id);
  }
}
