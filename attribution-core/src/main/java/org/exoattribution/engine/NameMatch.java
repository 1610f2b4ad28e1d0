package org.exoattribution.engine;

import java.util.Optional;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Reading;

/** Whether a TlsSenderCertificateName matches a presented name (NAME-1). */
final class NameMatch {
  private NameMatch() {}

  static boolean matches(CertificateNamePattern pattern, PresentedName name, Readings readings) {
    if (pattern.wildcard()) {
      return name.domain().equals(pattern.domain())
          || (name.domain().isBelow(pattern.domain()) && reaches(pattern, name, readings));
    }
    if (name.wildcard()) {
      return readings.wildcardCertificate() == Readings.WildcardCertificate.COVERS_HOST
          && pattern.domain().parent().equals(Optional.of(name.domain()));
    }
    return name.domain().equals(pattern.domain());
  }

  /** The name lies below the pattern's domain; SINGLE_LABEL takes host names one label below. */
  private static boolean reaches(
      CertificateNamePattern pattern, PresentedName name, Readings readings) {
    if (readings.wildcardDepth() == Readings.WildcardDepth.ALL_SUBDOMAINS) {
      return true;
    }
    DomainName parent = name.domain().parent().orElseThrow();
    return !name.wildcard() && parent.equals(pattern.domain());
  }

  /** The reading on which the match of the two depends, if it depends on one. */
  static Optional<Reading> contested(
      CertificateNamePattern pattern, PresentedName name, Readings readings) {
    Reading reading = pattern.wildcard() ? Reading.WILDCARD_DEPTH : Reading.WILDCARD_CERTIFICATE;
    boolean now = matches(pattern, name, readings);
    return readings.alternatives(reading).stream()
            .anyMatch(other -> matches(pattern, name, other) != now)
        ? Optional.of(reading)
        : Optional.empty();
  }
}
