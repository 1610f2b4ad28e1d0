package org.exoattribution.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Reading;
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
  private final Resolution r;
  private final Notes notes;
  private final Comparator<Candidate<OnPremisesConnector>> exactness;

  /** Connectors with a certificate name that the stage looks at. */
  final List<Candidate<OnPremisesConnector>> looked;

  /** CERT-2: the candidates. */
  final List<Candidate<OnPremisesConnector>> matching;

  /** CERT-4: the most exactly matching of the owned candidates; several if they tie. */
  final List<Candidate<OnPremisesConnector>> best;

  CertificateStage(Resolution r, Notes notes) {
    this.r = r;
    this.notes = notes;
    this.exactness = Exactness.order(r);
    this.looked = new ArrayList<>();
    this.matching = new ArrayList<>();
    for (Candidate<OnPremisesConnector> candidate : r.nameCandidates()) {
      if (candidate.connector().tlsSenderCertificateName().isPresent()) {
        looked.add(candidate);
        if (isCandidate(candidate)) {
          matching.add(candidate);
        }
      }
    }
    this.best = mostExact(matching.stream().filter(Candidate::owned).toList());
  }

  private boolean isCandidate(Candidate<OnPremisesConnector> candidate) {
    if (!Conditions.ENABLED.holds(r, candidate)) {
      return false;
    }
    Conditions.noteContestedName(r, candidate.connector(), notes);
    if (!Conditions.CERTIFICATE_NAME.holds(r, candidate)) {
      return false;
    }
    Conditions.noteContestedAssociation(r, candidate.connector(), notes);
    return Conditions.ASSOCIATED_DOMAINS.holds(r, candidate);
  }

  private List<Candidate<OnPremisesConnector>> mostExact(
      List<Candidate<OnPremisesConnector>> owned) {
    if (owned.size() < 2) {
      return owned;
    }
    Candidate<OnPremisesConnector> top = owned.stream().max(exactness).orElseThrow();
    return owned.stream().filter(c -> exactness.compare(c, top) == 0).toList();
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
      return originating(AttributionBasis.CONNECTOR, matching, List.of(RuleId.CERT_2));
    }
    if (!best.isEmpty() && oneTenant(best)) { // CERT-4
      return originating(
          AttributionBasis.CERTIFICATE_DOMAIN,
          best,
          List.of(RuleId.CERT_2, RuleId.CERT_3, RuleId.CERT_4));
    }
    notes.tiedTenants = best.stream().map(c -> c.tenant().name()).distinct().sorted().toList();
    Ownership ownership = Ownership.among(r, contenders()); // CERT-5
    if (ownership != null) {
      return originating(
          ownership.basis(),
          ownership.connectorsAmong(contenders()),
          best.isEmpty()
              ? List.of(RuleId.CERT_2, RuleId.CERT_3, RuleId.CERT_5)
              : List.of(RuleId.CERT_2, RuleId.CERT_3, RuleId.CERT_4, RuleId.CERT_5));
    }
    notes.passedOn.add(RuleId.CERT_6);
    return null;
  }

  /** PKI-8: a certificate that is not accepted is ignored, or the session refused. */
  private @Nullable Decision refuse() {
    CertificateVerdict verdict = r.certificate;
    if (verdict == null) {
      if (r.connection.presentedCertificate().isPresent()) {
        notes.passedOn.add(RuleId.PKI_1);
      }
      return null;
    }
    notes.contested.addAll(verdict.contestedReadings());
    ConditionExplanation failure = verdict.firstFailure().orElse(null);
    if (failure == null) {
      return null;
    }
    notes.contested.add(Reading.BAD_CERTIFICATE);
    if (r.readings.badCertificate() == Readings.BadCertificate.IGNORE) {
      notes.passedOn.add(failure.rule());
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
    return best.isEmpty() ? matching : best;
  }

  /** Whether the match alone decides, as before 2017-07-05. */
  boolean connectorIsEnough() {
    return r.rules.connectorIsEnough() && oneTenant(matching);
  }

  static boolean oneTenant(List<Candidate<OnPremisesConnector>> candidates) {
    return candidates.stream().mapToInt(Candidate::tenantId).distinct().count() == 1;
  }

  private Decision originating(
      AttributionBasis basis,
      List<Candidate<OnPremisesConnector>> connectors,
      List<RuleId> decidedBy) {
    Selection<OnPremisesConnector> selection = Selection.of(connectors, exactness);
    List<RuleId> rules = Rules.and(notes.passedOn, decidedBy.toArray(new RuleId[0]));
    if (connectors.size() > 1) {
      rules = Rules.and(rules, RuleId.SEL_1);
    }
    boolean keysDecided =
        rules.contains(RuleId.CERT_4)
            && !oneTenant(matching.stream().filter(Candidate::owned).toList());
    return Decision.originating(
        Stage.CERTIFICATE,
        basis,
        selection,
        rules,
        keysDecided ? Evidence.ASSUMED : Rules.weakest(rules));
  }
}
