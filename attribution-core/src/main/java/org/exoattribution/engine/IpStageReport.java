package org.exoattribution.engine;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.model.StageExplanation;
import org.jspecify.annotations.Nullable;

/** What the IP stage says about itself: its findings put into the explanation tree. */
final class IpStageReport {
  private final Resolution r;
  private final IpStage stage;
  private final @Nullable Decision earlier;
  private final @Nullable Decision own;
  private final @Nullable Ownership ownership;

  /**
   * Reports a stage.
   *
   * @param earlier the decision of the certificate stage, after which this one is not reached
   */
  IpStageReport(Resolution r, IpStage stage, @Nullable Decision earlier, @Nullable Decision own) {
    this.r = r;
    this.stage = stage;
    this.earlier = earlier;
    this.own = own;
    this.ownership = Ownership.among(r, stage.matching);
  }

  StageExplanation explain() {
    List<ConnectorExplanation> connectors = new ArrayList<>();
    for (Candidate<OnPremisesConnector> candidate : r.scope()) {
      if (!candidate.connector().senderIpAddresses().isEmpty()) {
        connectors.add(
            StageReport.connector(candidate, own, earlier == null, conditionsOf(candidate)));
      }
    }
    return StageReport.stage(
        Stage.IP,
        earlier,
        own,
        RuleId.IP_4,
        "an OnPremises connector with the source address, whose tenant owns the sender or"
            + " recipient",
        actual(),
        List.of(),
        connectors);
  }

  private String actual() {
    if (own != null) {
      return "a match of " + own.connector() + ", which wins";
    }
    if (stage.matching.isEmpty()) {
      return r.connection.sourceIp() + ", which is in no enabled connector that applies";
    }
    return "a match of " + Words.candidates(stage.matching) + ", but " + OwnershipWords.envelope(r);
  }

  private List<ConditionExplanation> conditionsOf(Candidate<OnPremisesConnector> candidate) {
    List<ConditionExplanation> conditions = new ArrayList<>();
    if (earlier != null) {
      conditions.add(StageReport.notReached(earlier, RuleId.CERT_6));
    }
    conditions.addAll(StageReport.forest(r, candidate));
    conditions.add(Conditions.ENABLED.explain(r, candidate));
    conditions.add(Conditions.ADDRESS.explain(r, candidate));
    conditions.add(Conditions.ASSOCIATED_DOMAINS.explain(r, candidate));
    conditions.add(ownsEnvelope(candidate));
    conditions.add(OwnershipWords.selected(own, candidate, stage.matching));
    return conditions;
  }

  /** IP-2 and IP-3. */
  private ConditionExplanation ownsEnvelope(Candidate<OnPremisesConnector> candidate) {
    boolean byRecipient = ownership != null && ownership.basis() == AttributionBasis.RCPT_TO;
    Outcome outcome = Outcome.NOT_MATCHED;
    if (stage.connectorIsEnough()) {
      outcome = Outcome.NOT_APPLICABLE;
    } else if (OwnershipWords.owns(r, ownership, candidate, stage.matching)
        && (!byRecipient || stage.recipientIsEnough())) {
      outcome = Outcome.MATCHED;
    }
    return new ConditionExplanation(
        "owner of the envelope domain",
        outcome,
        byRecipient ? RuleId.IP_3 : RuleId.IP_2,
        (stage.recipientIsEnough()
                ? "a MAIL FROM or RCPT TO domain that "
                : "a MAIL FROM domain that ")
            + candidate.tenant().name()
            + " owns",
        OwnershipWords.envelope(r));
  }
}
