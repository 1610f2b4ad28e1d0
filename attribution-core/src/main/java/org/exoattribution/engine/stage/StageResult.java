package org.exoattribution.engine.stage;

import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ReadingSet;
import org.jspecify.annotations.Nullable;

/** All that a stage found about a case, from which its decision and its explanation are read. */
public sealed interface StageResult permits CertificateResult, IpResult, IncomingResult {

  /** The decision; null if the stage passed on to the next. */
  @Nullable Decision decision();

  /** The domain of the envelope that makes a candidate its owner; null if none, or if not asked. */
  @Nullable AttributionBasis ownedDomain();

  /** The rules by which it passed on; none if it decided, or had nothing to decide about. */
  Rules passedBy();

  /** The readings that had a say: whatever the others are, it finds the same. */
  ReadingSet touched();
}
