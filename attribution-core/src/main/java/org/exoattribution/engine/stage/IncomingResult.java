package org.exoattribution.engine.stage;

import java.util.List;
import java.util.Set;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * What the incoming stage found.
 *
 * @param takingPart the receiver's Partner connectors that take part (IN-3); none if the stage
 *     ended before
 * @param restricting the restricting ones among them (IN-4)
 * @param left those that IN-5 chooses from; none if no restriction is met
 * @param selection the choice of IN-5; null if there was nothing to choose from
 * @param asksForSource whether mail must come from a source that the receiver has named (IN-7)
 * @param decision the decision, which this stage always has
 * @param contested the readings on which it depended
 */
public record IncomingResult(
    List<Candidate<PartnerConnector>> takingPart,
    List<Candidate<PartnerConnector>> restricting,
    List<Candidate<PartnerConnector>> left,
    @Nullable Selection<PartnerConnector> selection,
    boolean asksForSource,
    Decision decision,
    Set<Reading> contested)
    implements StageResult {

  @Override
  public @Nullable Ownership ownership() {
    return null;
  }

  @Override
  public List<RuleId> passedBy() {
    return List.of();
  }
}
