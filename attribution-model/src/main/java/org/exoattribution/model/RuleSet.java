package org.exoattribution.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * The rules as the service applied them from a date on. Each constant is named by the year in which
 * it began; {@link #CURRENT} is the newest.
 */
public enum RuleSet {
  /** Before 2017-07-05: a match with a single candidate tenant is enough, whoever owns what. */
  V2016("2016", LocalDate.of(2016, 1, 1)),
  /** From 2017-07-05: ownership is required; the header-from domain counts beside MAIL FROM. */
  V2017("2017", LocalDate.of(2017, 7, 5)),
  /** From 2023-11-01: the header-from domain counts no longer. */
  V2023("2023", LocalDate.of(2023, 11, 1)),
  /** From 2025-05-01: RejectDirectSend exists. */
  V2025("2025", LocalDate.of(2025, 5, 1));

  /** The rules of today. */
  public static final RuleSet CURRENT = V2025;

  private final String key;
  private final LocalDate from;

  RuleSet(String key, LocalDate from) {
    this.key = key;
    this.from = from;
  }

  /** The rules in force on a date, in UTC; any date before 2017-07-05 gives {@link #V2016}. */
  public static RuleSet on(LocalDate date) {
    RuleSet inForce = V2016;
    for (RuleSet rules : values()) {
      if (!date.isBefore(rules.from)) {
        inForce = rules;
      }
    }
    return inForce;
  }

  /**
   * Reads a name ({@code 2016}, {@code 2017}, {@code 2023}, {@code 2025}, {@code current}), or an
   * ISO date.
   *
   * @throws InvalidValueException if it is neither
   */
  public static RuleSet parse(String text) {
    if (text.toLowerCase(Locale.ROOT).equals("current")) {
      return CURRENT;
    }
    for (RuleSet rules : values()) {
      if (rules.key.equals(text)) {
        return rules;
      }
    }
    try {
      return on(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      throw InvalidValueException.notA(
          "a rule set", text, "2016, 2017, 2023, 2025, current or an ISO date such as 2017-12-07");
    }
  }

  /** The name in scenario files and on the command line. */
  public String key() {
    return key;
  }

  /**
   * The first instant at which the rules applied. That of {@link #V2016} is nominal: its beginning
   * is not known.
   */
  public Instant firstInstant() {
    return from.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** A match with a single candidate tenant is enough (rule set 2016). */
  public boolean connectorIsEnough() {
    return this == V2016;
  }

  /** The header-from domain is tried after MAIL FROM (rules before 2023-11-01). */
  public boolean headerFromCounts() {
    return compareTo(V2023) < 0;
  }

  /** RejectDirectSend exists (IN-7). */
  public boolean rejectDirectSendExists() {
    return compareTo(V2025) >= 0;
  }
}
