package org.exoattribution.engine.stage;

import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ReadingSet;
import org.jspecify.annotations.Nullable;

/**
 * What the incoming stage found.
 *
 * @param partners what it found of the receiver's Partner connectors
 * @param asksForSource whether mail must come from a source that the receiver has named (IN-7)
 * @param decision the decision, which this stage always has
 * @param touched the readings on which it depended
 */
public record IncomingResult(
    Partners partners, boolean asksForSource, Decision decision, ReadingSet touched)
    implements StageResult {

  /** The decision fell without a look at a connector. */
  static IncomingResult withoutConnectors(Decision decision, ReadingSet touched) {
    return new IncomingResult(Partners.NONE, false, decision, touched);
  }

  @Override
  public @Nullable AttributionBasis ownedDomain() {
    return null;
  }

  @Override
  public Rules passedBy() {
    return Rules.NONE;
  }
}
