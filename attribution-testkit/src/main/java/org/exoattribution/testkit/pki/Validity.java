package org.exoattribution.testkit.pki;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.Time;

/**
 * A window around an instant that is not known yet: so long before, so long after, unless an
 * absolute instant is given instead.
 */
record Validity(
    Period before, Period after, Optional<Instant> notBefore, Optional<Instant> notAfter) {

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  static Validity around(Period before, Period after) {
    return new Validity(before, after, Optional.empty(), Optional.empty());
  }

  /** Over for a day. */
  static Validity past(Period length) {
    return around(length.plusDays(1), Period.ofDays(-1));
  }

  /** Beginning in a day. */
  static Validity future(Period length) {
    return around(Period.ofDays(-1), length.plusDays(1));
  }

  Validity withNotBefore(Instant instant) {
    return new Validity(before, after, Optional.of(instant), notAfter);
  }

  Validity withNotAfter(Instant instant) {
    return new Validity(before, after, notBefore, Optional.of(instant));
  }

  Instant start(Instant at) {
    return notBefore.orElseGet(() -> at.atOffset(ZoneOffset.UTC).minus(before).toInstant());
  }

  Instant end(Instant at) {
    return notAfter.orElseGet(() -> at.atOffset(ZoneOffset.UTC).plus(after).toInstant());
  }

  Date startDate(Instant at) {
    return Date.from(encodable(start(at)));
  }

  Date endDate(Instant at) {
    return Date.from(encodable(end(at)));
  }

  /**
   * As a certificate writes it (RFC 5280 4.1.2.5). Bouncy Castle's {@code Time(Date)} would load
   * the calendars of all languages for it.
   */
  static Time time(Instant instant) {
    OffsetDateTime time = encodable(instant).atOffset(ZoneOffset.UTC);
    String digits = TIME.format(time) + "Z";
    return time.getYear() < 1950 || time.getYear() > 2049
        ? new Time(new DERGeneralizedTime(digits))
        : new Time(new DERUTCTime(digits.substring(2)));
  }

  /** X.509 writes years in four digits (RFC 5280 4.1.2.5). */
  static Instant encodable(Instant instant) {
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new IllegalArgumentException(
          "\"" + instant + "\" cannot stand in a certificate; expected a year from 0 to 9999");
    }
    return instant;
  }
}
