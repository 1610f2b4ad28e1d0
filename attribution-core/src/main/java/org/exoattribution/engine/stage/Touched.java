package org.exoattribution.engine.stage;

import java.util.List;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Reading;
import org.exoattribution.model.ReadingSet;
import org.exoattribution.model.Readings;

/** What a connector adds to the readings that have a say in what a stage finds. */
final class Touched {
  private Touched() {}

  /** The reading under whose other value the connector would match one of the names otherwise. */
  static ReadingSet byName(
      ReadingSet readings, InboundConnector connector, List<PresentedName> names) {
    CertificateNamePattern pattern = connector.tlsSenderCertificateName().orElse(null);
    if (pattern == null) {
      return readings;
    }
    for (PresentedName name : names) {
      if (pattern.isContestedBy(name)) {
        return readings.and(pattern.contestedReading());
      }
    }
    return readings;
  }

  /**
   * Reading associatedDomains, if the connector would apply otherwise under another value of it.
   */
  static ReadingSet byAssociation(ReadingSet readings, Case given, Candidate<?> candidate) {
    if (!candidate.associated()) {
      return readings;
    }
    boolean now = Conditions.applies(given, candidate);
    for (Readings.AssociatedDomains other : Readings.AssociatedDomains.values()) {
      if (Conditions.applies(given, candidate, other) != now) {
        return readings.and(Reading.ASSOCIATED_DOMAINS);
      }
    }
    return readings;
  }
}
