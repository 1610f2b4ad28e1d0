package org.exoattribution.engine.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.engine.stage.Case;
import org.exoattribution.engine.stage.CertificateResult;
import org.exoattribution.engine.stage.ConnectorFacts;
import org.exoattribution.engine.stage.Decision;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.model.StageExplanation;
import org.jspecify.annotations.Nullable;

/** What the certificate stage found, as nodes of the tree. */
final class CertificateNodes {
  private static final String EXPECTED =
      "an accepted certificate, and an OnPremises connector that it matches";

  private final Case given;
  private final CertificateResult result;
  private final @Nullable Decision own;
  private final FactNodes facts;
  private final Words words;

  CertificateNodes(Case given, CertificateResult result) {
    this.given = given;
    this.result = result;
    this.own = result.decision();
    this.facts = new FactNodes(given);
    this.words = new Words(given);
  }

  StageExplanation explain(List<ConnectorFacts<OnPremisesConnector>> scope) {
    List<ConnectorExplanation> connectors = new ArrayList<>();
    for (ConnectorFacts<OnPremisesConnector> connector : scope) {
      if (connector.connector().tlsSenderCertificateName().isPresent()) {
        connectors.add(connector(connector));
      }
    }
    return StageNodes.asked(
        Stage.CERTIFICATE, own, passedBy(), EXPECTED, actual(), conditions(given), connectors);
  }

  /** Where the stage had nothing to decide about, the rule that asks for something. */
  private RuleId passedBy() {
    if (!result.passedBy().isEmpty()) {
      return result.passedBy().last();
    }
    return given.hasCertificate() ? RuleId.CERT_2 : RuleId.CERT_1;
  }

  /** PKI-1 to PKI-6. */
  static List<ConditionExplanation> conditions(Case given) {
    boolean present =
        given.hasCertificate() || given.connection().presentedCertificate().isPresent();
    List<ConditionExplanation> conditions = new ArrayList<>();
    conditions.add(
        new ConditionExplanation(
            "presented certificate",
            given.hasCertificate() ? Outcome.MATCHED : Outcome.NOT_MATCHED,
            RuleId.PKI_1,
            "a certificate in a TLS session",
            (present ? "a certificate" : "no certificate")
                + (given.tls() ? " in a TLS session" : " in a plaintext session")));
    conditions.addAll(given.certificateTests());
    return conditions;
  }

  private String actual() {
    if (own != null) {
      return own.through()
          .map(connector -> "a match of " + connector + ", which wins")
          .orElse("a certificate that is not accepted, for which the session is refused");
    }
    if (result.candidates().isEmpty()) {
      return passedBy() == RuleId.CERT_2
          ? given.certificate() + ", for which there is no enabled connector"
          : given.certificate();
    }
    return (result.ranking().best().isEmpty()
            ? "a match of connectors whose tenants own neither the certificate's domain nor one of"
                + " the envelope: "
            : "an equal match of connectors whose tenants own no domain of the envelope: ")
        + Words.sorted(result.contenders());
  }

  private ConnectorExplanation connector(ConnectorFacts<OnPremisesConnector> connector) {
    List<ConditionExplanation> conditions = new ArrayList<>(facts.byCertificate(connector));
    conditions.add(FactNodes.certificateDomain(connector, !decidedBy(RuleId.CERT_2)));
    conditions.add(mostExact(connector));
    conditions.add(ownsEnvelope(connector));
    if (own instanceof Decision.Refusal) {
      List<ConditionExplanation> refused = new ArrayList<>(StageNodes.unreached(conditions));
      refused.add(0, StageNodes.decidedBefore(own, RuleId.PKI_8));
      return StageNodes.loser(connector, Outcome.NOT_REACHED, refused);
    }
    boolean contends = connector.isAmong(result.contenders());
    boolean matchDecided = decidedBy(RuleId.CERT_2) && connector.isAmong(result.candidates());
    conditions.add(StageNodes.choiceInsideTheTenant(connector, own, contends || matchDecided));
    if (own != null && connector.isThatOf(own)) {
      return StageNodes.winner(connector, own.rules().last(), conditions);
    }
    // Where the envelope decided because nobody owns, the winner does not meet CERT-3 either.
    Optional<RuleId> shared =
        decidedBy(RuleId.CERT_5) && contends ? Optional.of(RuleId.CERT_3) : Optional.empty();
    return StageNodes.loser(connector, Outcome.NOT_MATCHED, conditions, shared);
  }

  private boolean decidedBy(RuleId rule) {
    return own != null && StageNodes.decidedBy(own) == rule;
  }

  /** CERT-4. */
  private ConditionExplanation mostExact(ConnectorFacts<OnPremisesConnector> connector) {
    List<?> best = result.ranking().best();
    Outcome outcome = Outcome.NOT_APPLICABLE;
    String actual = "no match of an owned connector";
    if (connector.ownsCertificateDomain()
        && connector.isAmong(result.candidates())
        && !decidedBy(RuleId.CERT_2)) {
      boolean among = connector.isAmong(result.ranking().best());
      outcome = among ? Outcome.MATCHED : Outcome.NOT_MATCHED;
      actual =
          (among ? "a match as exact as that of " : "a match less exact than that of ")
              + Words.sorted(best.stream().filter(c -> !connector.isThis(c)).toList());
      actual = among && best.size() == 1 ? "the most exact" : actual;
    }
    return new ConditionExplanation(
        "exactness", outcome, RuleId.CERT_4, "the most exact match of all tenants", actual);
  }

  /** CERT-5. */
  private ConditionExplanation ownsEnvelope(ConnectorFacts<OnPremisesConnector> connector) {
    Outcome outcome = Outcome.NOT_REACHED;
    if (own == null || decidedBy(RuleId.CERT_5)) {
      boolean contends = connector.isAmong(result.contenders());
      boolean owner = contends ? connector.isOwnerIn(result) : connector.owned().isPresent();
      outcome = owner ? Outcome.MATCHED : Outcome.NOT_MATCHED;
      if (!contends && connector.isAmong(result.candidates())) {
        outcome = Outcome.NOT_APPLICABLE; // an owned connector came before it
      }
    }
    return new ConditionExplanation(
        "owner of the envelope domain",
        outcome,
        RuleId.CERT_5,
        "a MAIL FROM or RCPT TO domain that " + connector.tenant().name() + " owns",
        words.envelope());
  }
}
