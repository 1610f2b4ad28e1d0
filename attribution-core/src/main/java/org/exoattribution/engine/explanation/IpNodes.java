package org.exoattribution.engine.explanation;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.engine.stage.Case;
import org.exoattribution.engine.stage.ConnectorFacts;
import org.exoattribution.engine.stage.Decision;
import org.exoattribution.engine.stage.IpResult;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.model.StageExplanation;

/** What the IP stage found, as nodes of the tree. */
final class IpNodes {
  private static final String EXPECTED =
      "an OnPremises connector with the source address, whose tenant owns the sender or recipient";

  private final Case given;
  private final FactNodes facts;
  private final Words words;

  IpNodes(Case given) {
    this.given = given;
    this.facts = new FactNodes(given);
    this.words = new Words(given);
  }

  /** The stage after the certificate stage has decided. */
  StageExplanation after(Decision earlier, List<ConnectorFacts<OnPremisesConnector>> scope) {
    List<ConnectorExplanation> connectors = new ArrayList<>();
    for (ConnectorFacts<OnPremisesConnector> connector : byAddress(scope)) {
      List<ConditionExplanation> conditions = new ArrayList<>();
      conditions.add(StageNodes.decidedBefore(earlier, StageNodes.decidedBy(earlier)));
      conditions.addAll(facts.byAddress(connector));
      connectors.add(StageNodes.loser(connector, Outcome.NOT_REACHED, conditions));
    }
    return StageNodes.notReached(
        Stage.IP,
        RuleId.IP_1,
        EXPECTED,
        "the decision of the " + earlier.stage().key() + " stage",
        List.of(),
        connectors);
  }

  /** The stage that was asked. */
  StageExplanation explain(IpResult result, List<ConnectorFacts<OnPremisesConnector>> scope) {
    List<ConnectorExplanation> connectors = new ArrayList<>();
    for (ConnectorFacts<OnPremisesConnector> connector : byAddress(scope)) {
      connectors.add(connector(result, connector));
    }
    RuleId passedBy = result.passedBy().isEmpty() ? RuleId.IP_1 : result.passedBy().last();
    return StageNodes.asked(
        Stage.IP, result.decision(), passedBy, EXPECTED, actual(result), List.of(), connectors);
  }

  private static List<ConnectorFacts<OnPremisesConnector>> byAddress(
      List<ConnectorFacts<OnPremisesConnector>> scope) {
    return scope.stream().filter(c -> !c.connector().senderIpAddresses().isEmpty()).toList();
  }

  private String actual(IpResult result) {
    Decision own = result.decision();
    if (own != null) {
      return "a match of " + own.through().orElseThrow() + ", which wins";
    }
    if (result.candidates().isEmpty()) {
      return given.connection().sourceIp() + ", which is in no enabled connector that applies";
    }
    return "a match of " + Words.sorted(result.candidates()) + ", but " + words.envelope();
  }

  private ConnectorExplanation connector(
      IpResult result, ConnectorFacts<OnPremisesConnector> connector) {
    Decision own = result.decision();
    List<ConditionExplanation> conditions = new ArrayList<>(facts.byAddress(connector));
    conditions.add(ownsEnvelope(result, connector));
    conditions.add(
        StageNodes.choiceInsideTheTenant(connector, own, connector.isAmong(result.candidates())));
    return own != null && connector.isThatOf(own)
        ? StageNodes.winner(connector, own.rules().last(), conditions)
        : StageNodes.loser(connector, Outcome.NOT_MATCHED, conditions);
  }

  /** IP-2 and IP-3. */
  private ConditionExplanation ownsEnvelope(
      IpResult result, ConnectorFacts<OnPremisesConnector> connector) {
    Decision own = result.decision();
    boolean byRecipient = result.ownedDomain() == AttributionBasis.RCPT_TO;
    boolean owns =
        connector.isAmong(result.candidates())
            ? own != null && connector.isOwnerIn(result)
            : connector
                .owned()
                .filter(basis -> basis != AttributionBasis.RCPT_TO || given.recipientIsEnough())
                .isPresent();
    Outcome outcome = owns ? Outcome.MATCHED : Outcome.NOT_MATCHED;
    boolean matchDecided = own != null && result.ownedDomain() == null; // rule set 2016
    return new ConditionExplanation(
        "owner of the envelope domain",
        matchDecided ? Outcome.NOT_APPLICABLE : outcome,
        byRecipient ? RuleId.IP_3 : RuleId.IP_2,
        (given.recipientIsEnough()
                ? "a MAIL FROM or RCPT TO domain that "
                : "a MAIL FROM domain that ")
            + connector.tenant().name()
            + " owns",
        words.envelope());
  }
}
