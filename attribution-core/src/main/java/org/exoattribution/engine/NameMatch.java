package org.exoattribution.engine;

import java.util.List;
import java.util.Optional;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;

/** Whether a TlsSenderCertificateName matches a presented name (NAME-1). */
public final class NameMatch {
  private NameMatch() {}

  /** Whether it does under these readings. */
  public static boolean matches(
      CertificateNamePattern pattern, PresentedName name, Readings readings) {
    return matchesUnderEveryReading(pattern, name)
        || (isContested(pattern, name) && isLiberal(readings, readingFor(pattern)));
  }

  /** Whether the connector has a certificate name that matches one of these. */
  static boolean matchesAny(
      InboundConnector connector, List<PresentedName> names, Readings readings) {
    CertificateNamePattern pattern = connector.tlsSenderCertificateName().orElse(null);
    return pattern != null && names.stream().anyMatch(name -> matches(pattern, name, readings));
  }

  /** The reading under whose other value the connector would match one of these otherwise. */
  static Optional<Reading> contestedBy(InboundConnector connector, List<PresentedName> names) {
    return connector
        .tlsSenderCertificateName()
        .filter(pattern -> names.stream().anyMatch(name -> isContested(pattern, name)))
        .map(NameMatch::readingFor);
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
