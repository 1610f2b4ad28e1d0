package org.exoattribution.certificate;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/**
 * The instant at which a certificate is judged. It remembers with which times it was compared, and
 * so between which two instants every comparison, and with them the verdict, comes out the same.
 * Certificates tell time in seconds and their last second counts (RFC 5280, section 4.1.2.5), so
 * the instant counts in whole seconds too. For one thread.
 */
final class CertificateInstant {
  /** No certificate can tell a time before the year 1 or after the year 9999. */
  private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();

  private static final long LAST = Instant.parse("+10000-01-02T00:00:00Z").getEpochSecond();

  private final long second;
  private long from = Long.MIN_VALUE;
  private long until = Long.MAX_VALUE;

  CertificateInstant(Instant at) {
    this.second = Math.max(FIRST, Math.min(LAST, at.getEpochSecond()));
  }

  /** Whether the time is still to come. */
  boolean isBefore(Date time) {
    Instant instant = time.toInstant();
    long begun = instant.getEpochSecond();
    return second < threshold(instant.getNano() == 0 ? begun : begun + 1);
  }

  /** Whether the time has passed. */
  boolean isAfter(Date time) {
    return second >= threshold(time.toInstant().getEpochSecond() + 1);
  }

  /** Whether the instant lies in the certificate's validity period, whose bounds belong to it. */
  boolean isWithin(X509Certificate certificate) {
    boolean started = !isBefore(certificate.getNotBefore());
    boolean ended = isAfter(certificate.getNotAfter());
    return started && !ended;
  }

  /** Takes note that the verdict may change with this second, which is given back. */
  private long threshold(long firstSecond) {
    if (second < firstSecond) {
      until = Math.min(until, firstSecond);
    } else {
      from = Math.max(from, firstSecond);
    }
    return firstSecond;
  }

  /** Takes note that the verdict need not hold at any other time, nor again. */
  void holdsOnlyNow() {
    from = second;
    until = second;
  }

  /** The instant for the JDK. */
  Date toDate() {
    return Date.from(Instant.ofEpochSecond(second));
  }

  /** The first epoch second for which all comparisons so far come out the same. */
  long from() {
    return from;
  }

  /** The first epoch second after {@link #from} for which one of them does not. */
  long until() {
    return until;
  }
}
