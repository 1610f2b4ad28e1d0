package org.exoattribution.engine.stage;

import java.util.List;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.engine.index.Lists;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.ReadingSet;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The certificate stage: PKI-8, and CERT-5 and CERT-6 after what {@link CertificateMatch} and
 * {@link CertificateRanking} find. Among the OnPremises connectors of all tenants whose
 * TlsSenderCertificateName matches the accepted certificate, ownership of that domain decides, and
 * the envelope where ownership does not.
 */
final class CertificateStage {
  private static final Rules BY_CONNECTOR = Rules.of(RuleId.CERT_2);
  private static final Rules BY_ENVELOPE = Rules.of(RuleId.CERT_2, RuleId.CERT_3, RuleId.CERT_5);
  private static final Rules BY_ENVELOPE_AFTER_A_TIE =
      Rules.of(RuleId.CERT_2, RuleId.CERT_3, RuleId.CERT_4, RuleId.CERT_5);
  private static final Rules NOTHING_DECIDED = Rules.of(RuleId.CERT_6);

  private static final CertificateResult IN_PLAINTEXT =
      passedOn(Rules.of(RuleId.PKI_1), ReadingSet.NONE);

  private CertificateStage() {}

  static CertificateResult resolve(Case given) {
    CertificateMatch match = given.match();
    if (match.verdict == null && given.connection().presentedCertificate().isPresent()) {
      return IN_PLAINTEXT; // PKI-1
    }
    return match.result != null ? match.result : withEnvelope(given, match);
  }

  /** What it comes to whatever the envelope; null if the envelope has a say. */
  static @Nullable CertificateResult withoutEnvelope(CertificateMatch match) {
    Setting setting = match.setting;
    if (match.failure != null) { // PKI-8
      return setting.readings().badCertificate() == Readings.BadCertificate.IGNORE
          ? passedOn(Rules.of(match.failure.rule()), match.touched)
          : refused(match.failure, match.touched);
    }
    if (match.associated) { // CON-9
      return null;
    }
    if (match.matching.isEmpty()) {
      return passedOn(Rules.NONE, match.touched);
    }
    Decision decision = byConnectors(setting.rules(), match.matching, match.ranking, match);
    return decision == null
        ? null
        : new CertificateResult(
            match.matching, match.ranking, null, decision, Rules.NONE, match.touched);
  }

  private static CertificateResult withEnvelope(Case given, CertificateMatch match) {
    List<Candidate<OnPremisesConnector>> candidates = match.matching;
    CertificateRanking ranking = match.ranking;
    ReadingSet touched = match.touched;
    if (match.associated) {
      for (Candidate<OnPremisesConnector> candidate : candidates) {
        touched = Touched.byAssociation(touched, given, candidate);
      }
      candidates = Lists.filter(candidates, c -> Conditions.applies(given, c));
      ranking = new CertificateRanking(candidates, match.exactness);
    }
    if (candidates.isEmpty()) {
      return passedOn(Rules.NONE, touched);
    }
    Decision decision = byConnectors(given.rules(), candidates, ranking, match);
    AttributionBasis owned = null;
    if (decision == null) { // CERT-5
      boolean tied = !ranking.best().isEmpty();
      List<Candidate<OnPremisesConnector>> contenders = tied ? ranking.best() : candidates;
      owned = Ownership.among(given, contenders);
      decision =
          owned == null
              ? null
              : originating(
                  owned,
                  Ownership.connectors(given, owned, contenders),
                  tied ? BY_ENVELOPE_AFTER_A_TIE : BY_ENVELOPE,
                  match);
    }
    Rules passedBy = decision == null ? NOTHING_DECIDED : Rules.NONE;
    return new CertificateResult(candidates, ranking, owned, decision, passedBy, touched);
  }

  /** Rule set 2016, where a match of one tenant is enough, and CERT-4. */
  private static @Nullable Decision byConnectors(
      RuleSet rules,
      List<Candidate<OnPremisesConnector>> candidates,
      CertificateRanking ranking,
      CertificateMatch match) {
    return rules.connectorIsEnough() && Candidate.ofOneTenant(candidates)
        ? originating(AttributionBasis.CONNECTOR, candidates, BY_CONNECTOR, match)
        : ranking.decision();
  }

  private static Decision originating(
      AttributionBasis basis,
      List<Candidate<OnPremisesConnector>> connectors,
      Rules decidedBy,
      CertificateMatch match) {
    Selection<OnPremisesConnector> selection = Selection.of(connectors, match.exactness);
    Rules rules = decidedBy.withSelection(connectors);
    return Decision.originating(Stage.CERTIFICATE, basis, selection, rules);
  }

  private static CertificateResult passedOn(Rules by, ReadingSet touched) {
    return new CertificateResult(List.of(), CertificateRanking.EMPTY, null, null, by, touched);
  }

  /** The replies are published for a CA that is not trusted and for an expired certificate. */
  private static CertificateResult refused(ConditionExplanation failure, ReadingSet touched) {
    Evidence evidence =
        switch (failure.rule()) {
          case PKI_4 -> Evidence.DOCUMENTED;
          case PKI_2 -> Evidence.OBSERVED;
          default -> Evidence.ASSUMED;
        };
    Decision refusal =
        new Decision.Refusal(
            Stage.CERTIFICATE,
            RejectionReason.CERTIFICATE_REFUSED,
            Replies.certificateRefused(failure.rule()),
            null,
            null,
            Rules.of(failure.rule(), RuleId.PKI_8).known(evidence));
    return new CertificateResult(
        List.of(), CertificateRanking.EMPTY, null, refusal, Rules.NONE, touched);
  }
}
