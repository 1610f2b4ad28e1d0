package org.exoattribution.engine.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.exoattribution.engine.stage.ConnectorFacts;
import org.exoattribution.engine.stage.LaterRecipient;
import org.exoattribution.engine.stage.Scope;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.model.StageExplanation;

/**
 * A recipient about which the first one of the transaction decided (MULTI-1, MULTI-2): no stage was
 * asked about it, and its own connectors are shown with what speaks for and against them.
 */
final class LaterNodes {
  private static final String EXPECTED = "a recipient that the stages are asked about";

  private final LaterRecipient later;
  private final FactNodes facts;

  LaterNodes(LaterRecipient later) {
    this.later = later;
    this.facts = new FactNodes(later.given());
  }

  List<StageExplanation> stages(Scope scope) {
    List<ConnectorFacts<OnPremisesConnector>> byCertificate =
        scope.onPremises().stream()
            .filter(c -> c.connector().tlsSenderCertificateName().isPresent())
            .toList();
    List<ConnectorFacts<OnPremisesConnector>> byAddress =
        scope.onPremises().stream()
            .filter(c -> !c.connector().senderIpAddresses().isEmpty())
            .toList();
    return List.of(
        stage(
            Stage.CERTIFICATE,
            CertificateNodes.conditions(later.given()),
            connectors(Stage.CERTIFICATE, byCertificate, facts::byCertificate)),
        stage(Stage.IP, List.of(), connectors(Stage.IP, byAddress, facts::byAddress)),
        stage(
            Stage.INCOMING,
            List.of(),
            connectors(
                Stage.INCOMING,
                scope.partners(),
                c -> facts.bySender(c, Objects.requireNonNull(c.partner())))));
  }

  private StageExplanation stage(
      Stage stage, List<ConditionExplanation> own, List<ConnectorExplanation> connectors) {
    List<ConditionExplanation> conditions = new ArrayList<>();
    conditions.add(firstRecipient(Outcome.MATCHED));
    conditions.addAll(StageNodes.unreached(own));
    return stage == later.decision().stage()
        ? StageNodes.asked(
            stage, later.decision(), later.rule(), EXPECTED, first(), conditions, connectors)
        : StageNodes.notReached(
            stage, later.rule(), EXPECTED, first(), StageNodes.unreached(own), connectors);
  }

  private <C extends InboundConnector> List<ConnectorExplanation> connectors(
      Stage stage,
      List<ConnectorFacts<C>> scope,
      Function<ConnectorFacts<C>, List<ConditionExplanation>> factsOf) {
    List<ConnectorExplanation> connectors = new ArrayList<>();
    for (ConnectorFacts<C> connector : scope) {
      List<ConditionExplanation> conditions = new ArrayList<>();
      if (stage == later.decision().stage() && connector.isThatOf(later.decision())) {
        conditions.add(firstRecipient(Outcome.MATCHED));
        conditions.addAll(factsOf.apply(connector));
        connectors.add(StageNodes.winner(connector, later.rule(), conditions));
      } else {
        conditions.add(firstRecipient(Outcome.NOT_MATCHED));
        conditions.addAll(factsOf.apply(connector));
        connectors.add(StageNodes.loser(connector, Outcome.NOT_REACHED, conditions));
      }
    }
    return connectors;
  }

  private ConditionExplanation firstRecipient(Outcome outcome) {
    return new ConditionExplanation("first recipient", outcome, later.rule(), EXPECTED, first());
  }

  private String first() {
    String recipient = later.first().given().connection().rcptTo().toString();
    return later.rule() == RuleId.MULTI_1
        ? "the result of the first recipient, " + recipient + ", which holds for every one"
        : "a connector that matched for the first recipient, "
            + recipient
            + ", and recipients of other domains";
  }
}
