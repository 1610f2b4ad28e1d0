package org.exoattribution.engine;

import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.Reading;

/** Whether a TlsSenderCertificateName matches a presented name (NAME-1). */
public final class NameMatch {
  private NameMatch() {}

  /** Whether it does under these readings. */
  public static boolean matches(
      CertificateNamePattern pattern, PresentedName name, Readings readings) {
    return matchesUnderEveryReading(pattern, name)
        || (isContested(pattern, name) && isLiberal(readings, readingFor(pattern)));
  }

  private static boolean matchesUnderEveryReading(
      CertificateNamePattern pattern, PresentedName name) {
    if (pattern.wildcard()) {
      return name.domain().equals(pattern.domain())
          || (!name.wildcard() && name.domain().isChildOf(pattern.domain()));
    }
    return !name.wildcard() && name.domain().equals(pattern.domain());
  }

  /** Whether the two match under one value of {@link #readingFor} and not under the other. */
  static boolean isContested(CertificateNamePattern pattern, PresentedName name) {
    if (pattern.wildcard()) {
      return name.domain().isBelow(pattern.domain()) && !matchesUnderEveryReading(pattern, name);
    }
    return name.wildcard() && pattern.domain().isChildOf(name.domain());
  }

  /** The reading that decides about contested names of a connector. */
  static Reading readingFor(CertificateNamePattern pattern) {
    return pattern.wildcard() ? Reading.WILDCARD_DEPTH : Reading.WILDCARD_CERTIFICATE;
  }

  private static boolean isLiberal(Readings readings, Reading reading) {
    return reading == Reading.WILDCARD_DEPTH
        ? readings.wildcardDepth() == Readings.WildcardDepth.ALL_SUBDOMAINS
        : readings.wildcardCertificate() == Readings.WildcardCertificate.COVERS_HOST;
  }
}
