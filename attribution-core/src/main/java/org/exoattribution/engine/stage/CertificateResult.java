package org.exoattribution.engine.stage;

import java.util.List;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.ReadingSet;
import org.jspecify.annotations.Nullable;

/**
 * What the certificate stage found.
 *
 * @param candidates those that match (CERT-2)
 * @param ranking the owned ones, and the most exact of them (CERT-3, CERT-4)
 * @param ownedDomain the domain of the envelope that makes one of {@link #contenders} its owner;
 *     null if none does, or if it was not asked (CERT-5)
 * @param decision the decision; null if the IP stage follows (CERT-6)
 * @param passedBy the rules by which it passed on
 * @param touched the readings on which it depended
 */
public record CertificateResult(
    List<Candidate<OnPremisesConnector>> candidates,
    CertificateRanking ranking,
    @Nullable AttributionBasis ownedDomain,
    @Nullable Decision decision,
    Rules passedBy,
    ReadingSet touched)
    implements StageResult {

  /** Whom CERT-5 asks: the owned candidates that tied, or all if none is owned. */
  public List<Candidate<OnPremisesConnector>> contenders() {
    return ranking.best().isEmpty() ? candidates : ranking.best();
  }

  /** The tenants of owned candidates that tied in CERT-4, by name; none without a tie. */
  List<String> tiedTenants() {
    List<Candidate<OnPremisesConnector>> best = ranking.best();
    return best.size() < 2 || Candidate.ofOneTenant(best)
        ? List.of()
        : best.stream().map(c -> c.tenant().name()).distinct().sorted().toList();
  }
}
