package org.exoattribution.engine.stage;

import java.util.List;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.ReadingSet;
import org.exoattribution.model.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * What the IP stage found.
 *
 * @param candidates those that match (IP-1)
 * @param ownedDomain the domain of the envelope that makes one of them its owner (IP-2, IP-3); null
 *     if none does, or if it was not asked
 * @param decision the decision; null if the incoming stage follows (IP-4)
 * @param passedBy the rules by which it passed on
 * @param touched the readings on which it depended
 */
public record IpResult(
    List<Candidate<OnPremisesConnector>> candidates,
    @Nullable AttributionBasis ownedDomain,
    @Nullable Decision decision,
    Rules passedBy,
    ReadingSet touched)
    implements StageResult {

  /** No connector contains the source address. */
  static final IpResult NO_CANDIDATES =
      new IpResult(List.of(), null, null, Rules.NONE, ReadingSet.NONE);

  /**
   * Under reading recipientOnlyIpMatch INCOMING it counts as if no OnPremises connector matched.
   */
  boolean isAsIfNothingMatched() {
    return passedBy.contains(RuleId.IP_3);
  }
}
