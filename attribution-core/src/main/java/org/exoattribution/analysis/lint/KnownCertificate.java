package org.exoattribution.analysis.lint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;

/**
 * A certificate that a server of the tenants presents.
 *
 * @param names what it is for (PKI-7)
 * @param notAfter when it expires
 * @param at the instant from which that is soon or not
 */
record KnownCertificate(List<PresentedName> names, Instant notAfter, Instant at) {

  /** Whether a connector with this name matches it (NAME-1). */
  boolean isMatchedBy(CertificateNamePattern pattern, Readings readings) {
    return names.stream().anyMatch(name -> pattern.matches(name, readings));
  }

  /** Whether it has expired by then. */
  boolean expiresWithin(Duration time) {
    return notAfter.isBefore(at.plus(time));
  }

  /** {@code expires 2026-11-01T00:00:00Z}, or when it did. */
  String expiry() {
    return (notAfter.isBefore(at) ? "expired " : "expires ") + notAfter;
  }

  @Override
  public String toString() {
    return names.stream().map(PresentedName::toString).collect(Collectors.joining(", "));
  }
}
