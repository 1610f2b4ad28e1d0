package org.exoattribution.engine.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.exoattribution.engine.stage.Case;
import org.exoattribution.engine.stage.ConnectorFacts;
import org.exoattribution.engine.stage.Decision;
import org.exoattribution.engine.stage.IncomingResult;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Forest;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.model.StageExplanation;
import org.exoattribution.model.Tenant;
import org.jspecify.annotations.Nullable;

/** What the incoming stage found, as nodes of the tree. */
final class IncomingNodes {
  private static final String EXPECTED =
      "an owner of the RCPT TO domain, and no rule of it that refuses";

  private final Case given;
  private final FactNodes facts;
  private final Words words;

  IncomingNodes(Case given) {
    this.given = given;
    this.facts = new FactNodes(given);
    this.words = new Words(given);
  }

  /** The stage after an earlier one has decided. */
  StageExplanation after(Decision earlier, List<ConnectorFacts<PartnerConnector>> scope) {
    RuleId rule =
        earlier instanceof Decision.Origination ? RuleId.IN_8 : StageNodes.decidedBy(earlier);
    List<ConnectorExplanation> connectors = new ArrayList<>();
    for (ConnectorFacts<PartnerConnector> connector : scope) {
      List<ConditionExplanation> conditions = new ArrayList<>();
      conditions.add(StageNodes.decidedBefore(earlier, rule));
      conditions.addAll(factsOf(connector));
      connectors.add(StageNodes.loser(connector, Outcome.NOT_REACHED, conditions));
    }
    return StageNodes.notReached(
        Stage.INCOMING,
        RuleId.IN_1,
        EXPECTED,
        "the decision of the " + earlier.stage().key() + " stage",
        StageNodes.unreached(conditions(null)),
        connectors);
  }

  /** The stage that was asked. */
  StageExplanation explain(IncomingResult result, List<ConnectorFacts<PartnerConnector>> scope) {
    List<ConnectorExplanation> connectors = new ArrayList<>();
    for (ConnectorFacts<PartnerConnector> connector : scope) {
      connectors.add(connector(result, connector));
    }
    return StageNodes.asked(
        Stage.INCOMING,
        result.decision(),
        RuleId.IN_1,
        EXPECTED,
        actual(result.decision()),
        conditions(result),
        connectors);
  }

  private String actual(Decision own) {
    Tenant receiver = given.recipient();
    if (receiver == null) {
      return words.recipient();
    }
    if (own instanceof Decision.Refusal refusal) {
      return receiver.name()
          + " as owner, and a refusal"
          + own.through().map(connector -> " by " + connector).orElse("")
          + ": "
          + refusal.reason();
    }
    return receiver.name()
        + " as owner, and the mail comes in "
        + own.connectorName().map(name -> "through " + name).orElse("anonymously");
  }

  /** IN-1, FOR-2, IN-2 and IN-7, as far as the stage came. */
  private List<ConditionExplanation> conditions(@Nullable IncomingResult result) {
    RejectionReason end = result == null ? null : reason(result);
    Tenant receiver = given.recipient();
    List<ConditionExplanation> conditions = new ArrayList<>();
    conditions.add(
        new ConditionExplanation(
            "receiving tenant",
            receiver == null ? Outcome.NOT_MATCHED : Outcome.MATCHED,
            RuleId.IN_1,
            "an owner of " + given.connection().rcptTo().domain(),
            receiver == null ? "nobody" : receiver.name()));
    if (receiver == null) {
      return conditions;
    }
    boolean elsewhere = end == RejectionReason.WRONG_FOREST;
    given
        .connection()
        .forest()
        .ifPresent(forest -> conditions.add(sameForest(receiver, forest, elsewhere)));
    Outcome mail = receiver.mailEnabled() ? Outcome.MATCHED : Outcome.NOT_MATCHED;
    conditions.add(
        new ConditionExplanation(
            "mail-enabled subscription",
            elsewhere ? Outcome.NOT_REACHED : mail,
            RuleId.IN_2,
            "a subscription of " + receiver.name() + " with mail",
            receiver.mailEnabled() ? "one" : "none"));
    conditions.add(namedSource(receiver, result));
    return conditions;
  }

  private static @Nullable RejectionReason reason(IncomingResult result) {
    return result.decision() instanceof Decision.Refusal refusal ? refusal.reason() : null;
  }

  private static ConditionExplanation sameForest(
      Tenant receiver, Forest forest, boolean elsewhere) {
    return new ConditionExplanation(
        "forest",
        elsewhere ? Outcome.NOT_MATCHED : Outcome.MATCHED,
        RuleId.FOR_2,
        "a tenant of " + forest + ", where the front end is",
        receiver.name() + receiver.forest().map(f -> " in " + f).orElse(" in an unknown forest"));
  }

  /** IN-7. */
  private ConditionExplanation namedSource(Tenant receiver, @Nullable IncomingResult result) {
    RejectionReason end = result == null ? null : reason(result);
    boolean refused = end == RejectionReason.DIRECT_SEND;
    Outcome outcome = Outcome.NOT_REACHED;
    if (result != null && (end == null || refused)) {
      Outcome asked = refused ? Outcome.NOT_MATCHED : Outcome.MATCHED;
      outcome = result.asksForSource() ? asked : Outcome.NOT_APPLICABLE;
    }
    return new ConditionExplanation(
        "RejectDirectSend",
        outcome,
        RuleId.IN_7,
        "an enabled connector of "
            + receiver.name()
            + " that matches the source address or the certificate",
        (refused ? "no connector for " : "")
            + given.connection().sourceIp()
            + ", "
            + given.certificate());
  }

  private ConnectorExplanation connector(
      IncomingResult result, ConnectorFacts<PartnerConnector> connector) {
    Decision own = result.decision();
    List<ConditionExplanation> conditions = factsOf(connector);
    RejectionReason end = reason(result);
    if (end == RejectionReason.NO_CONNECTOR_MATCHED
        || end == RejectionReason.DOMAIN_NOT_ACCEPTED
        || end == RejectionReason.WRONG_FOREST
        || end == RejectionReason.NO_MAIL_SUBSCRIPTION) { // before connectors are looked at
      List<ConditionExplanation> early = new ArrayList<>(conditions.subList(0, 1));
      if (connector.receives()) {
        early.add(admission(StageNodes.decidedBy(own), end));
      }
      early.addAll(StageNodes.unreached(conditions.subList(1, conditions.size())));
      return StageNodes.loser(connector, Outcome.NOT_MATCHED, early);
    }
    boolean left = connector.isAmong(result.partners().left());
    boolean chosen = left && connector.isChosenBy(result.partners().selection());
    conditions.add(choice(result, connector, left, chosen));
    conditions.add(tls(connector, chosen));
    if (chosen && own instanceof Decision.Reception) {
      return StageNodes.winner(connector, own.rules().last(), conditions);
    }
    if (chosen && end == RejectionReason.DIRECT_SEND) {
      conditions.add(admission(RuleId.IN_7, end));
    }
    return StageNodes.loser(connector, Outcome.NOT_MATCHED, conditions);
  }

  /** IN-1, as Partner connectors of others say nothing about this message, and its facts. */
  private List<ConditionExplanation> factsOf(ConnectorFacts<PartnerConnector> connector) {
    List<ConditionExplanation> conditions = new ArrayList<>();
    conditions.add(
        new ConditionExplanation(
            "receiving tenant",
            connector.receives() ? Outcome.MATCHED : Outcome.NOT_MATCHED,
            RuleId.IN_1,
            "a RCPT TO domain that " + connector.tenant().name() + " owns",
            words.recipient()));
    conditions.addAll(facts.bySender(connector, Objects.requireNonNull(connector.partner())));
    return conditions;
  }

  /** IN-4 for the connectors that a restricting one sets aside, IN-5 and SEL-1 for the rest. */
  private static ConditionExplanation choice(
      IncomingResult result,
      ConnectorFacts<PartnerConnector> connector,
      boolean left,
      boolean chosen) {
    boolean setAside =
        !result.partners().restricting().isEmpty()
            && connector.isAmong(result.partners().takingPart())
            && !connector.connector().isRestricting();
    if (setAside) {
      return new ConditionExplanation(
          "precedence",
          Outcome.NOT_MATCHED,
          RuleId.IN_4,
          "no restricting connector that takes part",
          Words.list(result.partners().restricting()) + ", restricting");
    }
    Outcome outcome = Outcome.NOT_APPLICABLE;
    if (left) {
      outcome = chosen ? Outcome.MATCHED : Outcome.NOT_MATCHED;
    }
    boolean byName = left && !chosen && connector.isRivalIn(result.decision());
    return new ConditionExplanation(
        "choice",
        outcome,
        byName ? RuleId.SEL_1 : RuleId.IN_5,
        "the first match by certificate, source address or sender domain",
        left
            ? "a match " + Objects.requireNonNull(connector.partner()).choice()
            : "not among those to choose from");
  }

  /** IN-6, asked of the connector that is chosen. */
  private ConditionExplanation tls(ConnectorFacts<PartnerConnector> connector, boolean chosen) {
    Outcome asked = given.tls() ? Outcome.MATCHED : Outcome.NOT_MATCHED;
    Outcome outcome = chosen ? asked : Outcome.NOT_REACHED;
    return new ConditionExplanation(
        "RequireTls",
        connector.connector().requireTls() ? outcome : Outcome.NOT_APPLICABLE,
        RuleId.IN_6,
        "a TLS session",
        given.tls() ? "a TLS session" : "a plaintext session");
  }

  /** The receiver refuses, whatever the connector. */
  private static ConditionExplanation admission(RuleId rule, RejectionReason reason) {
    return new ConditionExplanation(
        "admission", Outcome.NOT_MATCHED, rule, "no refusal by the tenant", reason.name());
  }
}
