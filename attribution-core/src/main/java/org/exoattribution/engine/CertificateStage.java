package org.exoattribution.engine;

import java.util.List;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SmtpReply;
import org.exoattribution.model.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The certificate stage: CERT-1 to CERT-6. Among the OnPremises connectors of all tenants whose
 * TlsSenderCertificateName matches the accepted certificate, ownership of that domain decides, and
 * the envelope where ownership does not.
 */
final class CertificateStage {
  private static final List<RuleId> BY_CONNECTOR = List.of(RuleId.CERT_2);
  private static final List<RuleId> BY_ENVELOPE =
      List.of(RuleId.CERT_2, RuleId.CERT_3, RuleId.CERT_5);
  private static final List<RuleId> BY_ENVELOPE_AFTER_A_TIE =
      List.of(RuleId.CERT_2, RuleId.CERT_3, RuleId.CERT_4, RuleId.CERT_5);

  private final Resolution r;
  private final Notes notes;

  private final CertificateRanking ranking;

  /** CERT-2: the candidates. */
  final List<Candidate<OnPremisesConnector>> matching;

  CertificateStage(Resolution r, Notes notes) {
    this.r = r;
    this.notes = notes;
    CertificateMatch match = r.match;
    notes.contest(match.contested);
    if (match.associated) {
      this.matching = Lists.filter(match.matching, this::isAssociated);
      this.ranking = new CertificateRanking(matching, r.exactness());
    } else { // as a rule
      this.matching = match.matching;
      this.ranking = match.ranking;
    }
  }

  private boolean isAssociated(Candidate<OnPremisesConnector> candidate) {
    Conditions.noteContestedAssociation(r, candidate, notes);
    return Conditions.ASSOCIATED_DOMAINS.holds(r, candidate);
  }

  /** The decision, or null if the certificate decides nothing and the IP stage follows. */
  @Nullable Decision decide() {
    Decision refused = refuse();
    if (refused != null) {
      return refused;
    }
    notes.matchedByCertificate = !matching.isEmpty();
    if (matching.isEmpty()) {
      return null;
    }
    if (connectorIsEnough()) { // rule set 2016
      return originating(AttributionBasis.CONNECTOR, matching, BY_CONNECTOR);
    }
    if (ranking.decision != null) { // CERT-4
      return ranking.decision;
    }
    notes.tiedTenants = ranking.tiedTenants;
    Ownership ownership = Ownership.among(r, contenders()); // CERT-5
    if (ownership != null) {
      return originating(
          ownership.basis(),
          ownership.connectorsAmong(contenders()),
          best().isEmpty() ? BY_ENVELOPE : BY_ENVELOPE_AFTER_A_TIE);
    }
    notes.passOn(RuleId.CERT_6);
    return null;
  }

  /** PKI-8: a certificate that is not accepted is ignored, or the session refused. */
  private @Nullable Decision refuse() {
    CertificateVerdict verdict = r.certificate;
    if (verdict == null) {
      if (r.connection.presentedCertificate().isPresent()) {
        notes.passOn(RuleId.PKI_1);
      }
      return null;
    }
    notes.contest(verdict.contestedReadings());
    ConditionExplanation failure = r.match.failure.orElse(null);
    if (failure == null) {
      return null;
    }
    notes.contest(Reading.BAD_CERTIFICATE);
    if (r.readings.badCertificate() == Readings.BadCertificate.IGNORE) {
      notes.passOn(failure.rule());
      return null;
    }
    SmtpReply reply = Replies.certificateRefused(failure.rule());
    return Decision.rejected(
        Stage.CERTIFICATE,
        RejectionReason.CERTIFICATE_REFUSED,
        reply,
        null,
        null,
        List.of(failure.rule(), RuleId.PKI_8),
        refusalEvidence(failure.rule()));
  }

  /** The replies are published for a CA that is not trusted and for an expired certificate. */
  private static Evidence refusalEvidence(RuleId failedTest) {
    return switch (failedTest) {
      case PKI_4 -> Evidence.DOCUMENTED;
      case PKI_2 -> Evidence.OBSERVED;
      default -> Evidence.ASSUMED;
    };
  }

  /** Whom CERT-5 asks: the owned candidates that tied, or all if none is owned. */
  List<Candidate<OnPremisesConnector>> contenders() {
    return best().isEmpty() ? matching : best();
  }

  /** CERT-4: the most exactly matching of the owned candidates; several if they tie. */
  List<Candidate<OnPremisesConnector>> best() {
    return ranking.best;
  }

  /** Whether the match alone decides, as before 2017-07-05. */
  boolean connectorIsEnough() {
    return r.rules.connectorIsEnough() && Candidate.ofOneTenant(matching);
  }

  private Decision originating(
      AttributionBasis basis,
      List<Candidate<OnPremisesConnector>> connectors,
      List<RuleId> decidedBy) {
    Selection<OnPremisesConnector> selection = Selection.of(connectors, r.exactness());
    List<RuleId> rules = Rules.withSelection(decidedBy, connectors);
    return Decision.originating(Stage.CERTIFICATE, basis, selection, rules, Rules.weakest(rules));
  }
}
