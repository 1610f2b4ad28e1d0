package org.exoattribution.engine.stage;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.engine.index.Lists;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.jspecify.annotations.Nullable;

/** CERT-3 and CERT-4: which of the candidates the ownership of their domains puts first. */
public final class CertificateRanking {
  private static final Rules BY_OWNED_DOMAIN =
      Rules.of(RuleId.CERT_2, RuleId.CERT_3, RuleId.CERT_4);

  /** Of no candidates. */
  static final CertificateRanking EMPTY =
      new CertificateRanking(List.of(), Comparator.comparing(Candidate::name));

  private final List<Candidate<OnPremisesConnector>> best;
  private final @Nullable Decision decision;

  CertificateRanking(
      List<Candidate<OnPremisesConnector>> candidates,
      Comparator<Candidate<OnPremisesConnector>> exactness) {
    List<Candidate<OnPremisesConnector>> owned = Lists.filter(candidates, Candidate::owned);
    best = mostExact(owned, exactness);
    decision = Candidate.ofOneTenant(best) ? decision(owned, exactness) : null;
  }

  private static List<Candidate<OnPremisesConnector>> mostExact(
      List<Candidate<OnPremisesConnector>> owned,
      Comparator<Candidate<OnPremisesConnector>> exactness) {
    if (owned.size() < 2) {
      return owned;
    }
    Candidate<OnPremisesConnector> top = Collections.max(owned, exactness);
    return Lists.filter(owned, c -> exactness.compare(c, top) == 0);
  }

  private Decision decision(
      List<Candidate<OnPremisesConnector>> owned,
      Comparator<Candidate<OnPremisesConnector>> exactness) {
    Rules rules = BY_OWNED_DOMAIN.withSelection(best);
    // No source decides the keys of CERT-4, which matter only among several tenants.
    return Decision.originating(
        Stage.CERTIFICATE,
        AttributionBasis.CERTIFICATE_DOMAIN,
        Selection.of(best, exactness),
        Candidate.ofOneTenant(owned) ? rules : rules.known(Evidence.ASSUMED));
  }

  /**
   * The most exactly matching of the owned candidates; several if they tie, none if none is owned.
   */
  public List<Candidate<OnPremisesConnector>> best() {
    return best;
  }

  /** The decision of CERT-4; null if nobody owns, or several tenants tie. */
  @Nullable Decision decision() {
    return decision;
  }
}
