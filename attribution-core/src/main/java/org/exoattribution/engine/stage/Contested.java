package org.exoattribution.engine.stage;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;

/**
 * Sets of readings under whose other values a result may be another: mostly empty, never changed.
 */
final class Contested {
  private Contested() {}

  static Set<Reading> and(Set<Reading> readings, Reading further) {
    return and(readings, Set.of(further));
  }

  /** Both together; without a copy where one of them has all. */
  static Set<Reading> and(Set<Reading> readings, Collection<Reading> further) {
    if (readings.containsAll(further)) {
      return readings;
    }
    EnumSet<Reading> all = EnumSet.copyOf(further);
    all.addAll(readings);
    return Collections.unmodifiableSet(all);
  }

  /**
   * And the reading under whose other value the connector would match one of the names otherwise.
   */
  static Set<Reading> byName(
      Set<Reading> readings, InboundConnector connector, List<PresentedName> names) {
    CertificateNamePattern pattern = connector.tlsSenderCertificateName().orElse(null);
    if (pattern == null) {
      return readings;
    }
    for (PresentedName name : names) {
      if (pattern.isContestedBy(name)) {
        return and(readings, pattern.contestedReading());
      }
    }
    return readings;
  }

  /** And associatedDomains, if the connector would apply otherwise under another value of it. */
  static Set<Reading> byAssociation(Set<Reading> readings, Case given, Candidate<?> candidate) {
    if (!candidate.associated()) {
      return readings;
    }
    boolean now = Conditions.applies(given, candidate);
    for (Readings.AssociatedDomains other : Readings.AssociatedDomains.values()) {
      if (Conditions.applies(given, candidate, other) != now) {
        return and(readings, Reading.ASSOCIATED_DOMAINS);
      }
    }
    return readings;
  }
}
