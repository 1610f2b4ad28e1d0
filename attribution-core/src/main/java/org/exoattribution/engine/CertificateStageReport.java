package org.exoattribution.engine;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.model.StageExplanation;
import org.jspecify.annotations.Nullable;

/** What the certificate stage says about itself: its findings put into the explanation tree. */
final class CertificateStageReport {
  private final Resolution r;
  private final CertificateStage stage;
  private final @Nullable Decision own;
  private final @Nullable Ownership ownership;

  CertificateStageReport(Resolution r, CertificateStage stage, @Nullable Decision own) {
    this.r = r;
    this.stage = stage;
    this.own = own;
    this.ownership = Ownership.among(r, stage.contenders());
  }

  StageExplanation explain() {
    List<ConditionExplanation> conditions = new ArrayList<>();
    conditions.add(presented());
    if (r.certificate != null) {
      conditions.addAll(r.certificate.tests());
    }
    List<ConnectorExplanation> connectors = new ArrayList<>();
    for (Candidate<OnPremisesConnector> candidate : stage.looked) {
      connectors.add(StageReport.connector(candidate, own, true, conditionsOf(candidate)));
    }
    return StageReport.stage(
        Stage.CERTIFICATE,
        null,
        own,
        r.acceptedNames().isEmpty() ? RuleId.CERT_1 : RuleId.CERT_6,
        "an accepted certificate that matches an OnPremises connector of the domain's owner",
        actual(),
        conditions,
        connectors);
  }

  private ConditionExplanation presented() {
    boolean present = r.certificate != null || r.connection.presentedCertificate().isPresent();
    String given = present ? "presented" : "none presented";
    return new ConditionExplanation(
        "certificate in a TLS session",
        r.certificate != null ? Outcome.MATCHED : Outcome.NOT_MATCHED,
        RuleId.PKI_1,
        "presented, TLS",
        given + (r.connection.tls() ? ", TLS" : ", plaintext"));
  }

  private String actual() {
    if (own != null) {
      return own.connector() == null ? "refused" : "decided for " + own.connector();
    }
    if (stage.matching.isEmpty()) {
      return Words.certificate(r)
          + (r.acceptedNames().isEmpty() ? "" : ", which match no enabled connector");
    }
    return Conditions.join(stage.matching)
        + " matched, but no tenant owns the certificate's domain alone or the envelope's";
  }

  private List<ConditionExplanation> conditionsOf(Candidate<OnPremisesConnector> candidate) {
    return List.of(
        Conditions.ENABLED.explain(r, candidate),
        Conditions.CERTIFICATE_NAME.explain(r, candidate),
        Conditions.ASSOCIATED_DOMAINS.explain(r, candidate),
        domainAccepted(candidate),
        mostExact(candidate),
        ownsEnvelope(candidate),
        selected(candidate));
  }

  /** CERT-3. */
  private ConditionExplanation domainAccepted(Candidate<OnPremisesConnector> candidate) {
    String name = Words.certificateName(candidate.connector());
    Outcome outcome = candidate.owned() ? Outcome.MATCHED : Outcome.NOT_MATCHED;
    return new ConditionExplanation(
        "certificate domain",
        stage.connectorIsEnough() ? Outcome.NOT_APPLICABLE : outcome,
        RuleId.CERT_3,
        candidate.tenant().name()
            + " accepts "
            + (name.startsWith("*.") ? name.substring(2) + " or a domain below it" : name),
        candidate.owned() ? "accepted" : "not accepted");
  }

  /** CERT-4. */
  private ConditionExplanation mostExact(Candidate<OnPremisesConnector> candidate) {
    Outcome outcome = Outcome.NOT_APPLICABLE;
    String actual = "not an owned candidate";
    if (candidate.owned() && stage.matching.contains(candidate) && !stage.connectorIsEnough()) {
      boolean alone = CertificateStage.oneTenant(stage.best);
      boolean among = stage.best.contains(candidate);
      outcome = alone && among ? Outcome.MATCHED : Outcome.NOT_MATCHED;
      actual =
          (among ? "as exact as " : "less exact than ")
              + Conditions.join(stage.best.stream().filter(c -> !c.equals(candidate)).toList());
      if (among && stage.best.size() == 1) {
        actual = "the most exact";
      }
    }
    return new ConditionExplanation(
        "exactness", outcome, RuleId.CERT_4, "the most exact among owned candidates", actual);
  }

  /** CERT-5. */
  private ConditionExplanation ownsEnvelope(Candidate<OnPremisesConnector> candidate) {
    boolean decidedBefore =
        own != null && !own.rules().contains(RuleId.CERT_5) && own.rejection() == null;
    Outcome outcome = Outcome.NOT_MATCHED;
    if (decidedBefore) {
      outcome = Outcome.NOT_REACHED;
    } else if (OwnershipWords.owns(r, ownership, candidate, stage.contenders())) {
      outcome = Outcome.MATCHED;
    }
    return new ConditionExplanation(
        "owner of the envelope domain",
        outcome,
        RuleId.CERT_5,
        candidate.tenant().name() + " owns the MAIL FROM or the RCPT TO domain",
        OwnershipWords.envelope(r));
  }

  /** SEL-1. */
  private ConditionExplanation selected(Candidate<OnPremisesConnector> candidate) {
    return OwnershipWords.selected(own, candidate, stage.matching);
  }
}
