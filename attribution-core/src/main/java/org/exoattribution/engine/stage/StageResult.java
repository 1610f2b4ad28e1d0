package org.exoattribution.engine.stage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;
import org.jspecify.annotations.Nullable;

/** All that a stage found about a case, from which its decision and its explanation are read. */
public sealed interface StageResult permits CertificateResult, IpResult, IncomingResult {

  /** The decision; null if the stage passed on to the next. */
  @Nullable Decision decision();

  /** Whom the envelope makes the owner among the candidates; null if nobody, or if not asked. */
  @Nullable Ownership ownership();

  /** The domain of the envelope that the owner owns; empty if there is none. */
  default Optional<AttributionBasis> ownedDomain() {
    return Optional.ofNullable(ownership()).map(Ownership::basis);
  }

  /** The rules by which it passed on; none if it decided, or had nothing to decide about. */
  List<RuleId> passedBy();

  /** The readings on which one of its conditions depended. */
  Set<Reading> contested();
}
