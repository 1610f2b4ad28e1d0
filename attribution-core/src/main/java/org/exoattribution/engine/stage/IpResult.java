package org.exoattribution.engine.stage;

import java.util.List;
import java.util.Set;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * What the IP stage found.
 *
 * @param candidates those that match (IP-1)
 * @param ownership whom the envelope makes the owner among them (IP-2, IP-3); null if nobody, or if
 *     it was not asked
 * @param decision the decision; null if the incoming stage follows (IP-4)
 * @param passedBy the rules by which it passed on
 * @param contested the readings on which it depended
 */
public record IpResult(
    List<Candidate<OnPremisesConnector>> candidates,
    @Nullable Ownership ownership,
    @Nullable Decision decision,
    List<RuleId> passedBy,
    Set<Reading> contested)
    implements StageResult {

  /** No connector contains the source address. */
  static final IpResult NO_CANDIDATES = new IpResult(List.of(), null, null, List.of(), Set.of());

  /**
   * Under reading recipientOnlyIpMatch INCOMING it counts as if no OnPremises connector matched.
   */
  boolean isAsIfNothingMatched() {
    return passedBy.contains(RuleId.IP_3);
  }
}
