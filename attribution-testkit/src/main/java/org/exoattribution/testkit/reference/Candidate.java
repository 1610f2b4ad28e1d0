package org.exoattribution.testkit.reference;

import java.util.Comparator;
import java.util.Locale;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Tenant;

/** A connector together with the tenant that has it. */
record Candidate(Tenant tenant, InboundConnector connector) {
  /** By name, ignoring case: names that differ in case only are one name (DIR-1). */
  static final Comparator<Candidate> BY_NAME =
      Comparator.comparing(candidate -> candidate.connector().name().toLowerCase(Locale.ROOT));
}
