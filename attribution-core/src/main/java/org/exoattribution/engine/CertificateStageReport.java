package org.exoattribution.engine;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.DomainName;
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
    for (Candidate<OnPremisesConnector> candidate : r.scope()) {
      if (candidate.connector().tlsSenderCertificateName().isPresent()) {
        connectors.add(StageReport.connector(candidate, own, true, conditionsOf(candidate)));
      }
    }
    return StageReport.stage(
        Stage.CERTIFICATE,
        null,
        own,
        r.acceptedNames().isEmpty() ? RuleId.CERT_1 : RuleId.CERT_6,
        "an accepted certificate, and an OnPremises connector that it matches",
        actual(),
        conditions,
        connectors);
  }

  private ConditionExplanation presented() {
    boolean present = r.certificate != null || r.connection.presentedCertificate().isPresent();
    return new ConditionExplanation(
        "presented certificate",
        r.certificate != null ? Outcome.MATCHED : Outcome.NOT_MATCHED,
        RuleId.PKI_1,
        "a certificate in a TLS session",
        (present ? "a certificate" : "no certificate")
            + (r.tls() ? " in a TLS session" : " in a plaintext session"));
  }

  private String actual() {
    if (own != null) {
      return own.connector() == null
          ? "a certificate that is not accepted, for which the session is refused"
          : "a match of " + own.connector() + ", which wins";
    }
    if (stage.matching.isEmpty()) {
      return Words.certificate(r)
          + (r.acceptedNames().isEmpty() ? "" : ", for which there is no enabled connector");
    }
    return (stage.best().isEmpty()
            ? "a match of connectors whose tenants own neither the certificate's domain nor one of"
                + " the envelope: "
            : "an equal match of connectors whose tenants own no domain of the envelope: ")
        + Words.candidates(stage.contenders());
  }

  private List<ConditionExplanation> conditionsOf(Candidate<OnPremisesConnector> candidate) {
    List<ConditionExplanation> conditions = new ArrayList<>(StageReport.forest(r, candidate));
    conditions.add(Conditions.ENABLED.explain(r, candidate));
    conditions.add(Conditions.CERTIFICATE_NAME.explain(r, candidate));
    conditions.add(Conditions.ASSOCIATED_DOMAINS.explain(r, candidate));
    conditions.add(domainAccepted(candidate));
    conditions.add(mostExact(candidate));
    conditions.add(ownsEnvelope(candidate));
    conditions.add(selected(candidate));
    return conditions;
  }

  /** CERT-3. */
  private ConditionExplanation domainAccepted(Candidate<OnPremisesConnector> candidate) {
    String name = Words.certificateName(candidate.connector());
    Outcome outcome = candidate.owned() ? Outcome.MATCHED : Outcome.NOT_MATCHED;
    return new ConditionExplanation(
        "certificate domain",
        stage.connectorIsEnough() ? Outcome.NOT_APPLICABLE : outcome,
        RuleId.CERT_3,
        (name.startsWith("*.") ? name.substring(2) + " or a domain below it" : name)
            + " among the accepted domains of "
            + candidate.tenant().name(),
        acceptedDomains(candidate));
  }

  private static String acceptedDomains(Candidate<OnPremisesConnector> candidate) {
    CertificateNamePattern name = candidate.connector().tlsSenderCertificateName().orElseThrow();
    List<DomainName> accepted =
        candidate.tenant().acceptedDomains().stream()
            .filter(domain -> !candidate.owned() || domain.owns(name))
            .map(AcceptedDomain::domainName)
            .sorted()
            .toList();
    if (candidate.owned()) {
      return Words.list(accepted);
    }
    return accepted.isEmpty() ? "no accepted domain" : Words.list(accepted) + " only";
  }

  /** CERT-4. */
  private ConditionExplanation mostExact(Candidate<OnPremisesConnector> candidate) {
    Outcome outcome = Outcome.NOT_APPLICABLE;
    String actual = "no match of an owned connector";
    if (candidate.owned() && stage.matching.contains(candidate) && !stage.connectorIsEnough()) {
      boolean alone = Candidate.ofOneTenant(stage.best());
      boolean among = stage.best().contains(candidate);
      outcome = alone && among ? Outcome.MATCHED : Outcome.NOT_MATCHED;
      actual =
          (among ? "a match as exact as that of " : "a match less exact than that of ")
              + Words.candidates(stage.best().stream().filter(c -> !c.equals(candidate)).toList());
      if (among && stage.best().size() == 1) {
        actual = "the most exact";
      }
    }
    return new ConditionExplanation(
        "exactness", outcome, RuleId.CERT_4, "the most exact match of all tenants", actual);
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
        "a MAIL FROM or RCPT TO domain that " + candidate.tenant().name() + " owns",
        OwnershipWords.envelope(r));
  }

  /** SEL-1. */
  private ConditionExplanation selected(Candidate<OnPremisesConnector> candidate) {
    return OwnershipWords.selected(own, candidate, stage.matching);
  }
}
