package org.exoattribution.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;

/** What the stages note for each other, and for the result, while they decide. */
final class Notes {
  /** An enabled OnPremises connector of some tenant matched by certificate (ATTR36, MULTI-2). */
  boolean matchedByCertificate;

  /** An enabled OnPremises connector of some tenant matched by address (ATTR36, MULTI-2). */
  boolean matchedByAddress;

  /** The tenants of owned candidates that tied in CERT-4; empty without a tie. */
  List<String> tiedTenants = List.of();

  private List<RuleId> passedOn = List.of();
  private Set<Reading> contested = Set.of();

  /** Notes a rule by which a stage passed on to the next. */
  void passOn(RuleId rule) {
    if (passedOn.isEmpty()) {
      passedOn = new ArrayList<>(2);
    }
    passedOn.add(rule);
  }

  /** The rules by which the stages so far passed on. */
  List<RuleId> passedOn() {
    return passedOn;
  }

  /** Notes a reading on which a condition depended. */
  void contest(Reading reading) {
    if (contested.isEmpty()) {
      contested = EnumSet.noneOf(Reading.class);
    }
    contested.add(reading);
  }

  void contest(Collection<Reading> readings) {
    readings.forEach(this::contest);
  }

  /** The readings on which a condition depended. */
  Set<Reading> contested() {
    return contested;
  }
}
