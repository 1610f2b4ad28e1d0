package org.exoattribution.engine;

import java.util.ArrayList;
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

  /** The rules by which the stages so far passed on. */
  final List<RuleId> passedOn = new ArrayList<>();

  /** The readings that a condition depended on. */
  final Set<Reading> contested = EnumSet.noneOf(Reading.class);
}
