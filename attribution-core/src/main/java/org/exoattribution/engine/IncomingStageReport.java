package org.exoattribution.engine;

import java.util.ArrayList;
import java.util.List;
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

/** What the incoming stage says about itself: its findings put into the explanation tree. */
final class IncomingStageReport {
  private final Resolution r;
  private final IncomingStage stage;
  private final @Nullable Decision earlier;
  private final @Nullable Decision own;

  /**
   * Reports a stage.
   *
   * @param earlier the decision of an earlier stage, after which this one is not reached
   */
  IncomingStageReport(
      Resolution r, IncomingStage stage, @Nullable Decision earlier, @Nullable Decision own) {
    this.r = r;
    this.stage = stage;
    this.earlier = earlier;
    this.own = own;
  }

  StageExplanation explain() {
    List<ConnectorExplanation> connectors = new ArrayList<>();
    List<Candidate<PartnerConnector>> inScope = new ArrayList<>(stage.looked);
    for (int owner : new int[] {r.senderOwner, r.headerFromOwner}) {
      for (Candidate<PartnerConnector> partner : IncomingStage.partnersOf(r, owner)) {
        if (!inScope.contains(partner)) {
          inScope.add(partner);
        }
      }
    }
    for (Candidate<PartnerConnector> candidate : inScope) {
      connectors.add(
          StageReport.connector(candidate, own, earlier == null, conditionsOf(candidate)));
    }
    return StageReport.stage(
        Stage.INCOMING,
        earlier,
        own,
        RuleId.IN_1,
        "an owner of the RCPT TO domain, and no rule of it that refuses",
        actual(),
        conditions(),
        connectors);
  }

  private String actual() {
    if (own == null || stage.receiver == null) {
      return "RCPT TO " + Words.owner(r, r.recipientOwner, r.connection.rcptTo().domain().value());
    }
    Candidate<?> connector = own.connector();
    String by = connector == null ? "" : " by " + connector;
    if (own.rejection() != null) {
      return stage.receiver.name()
          + " as owner, and a refusal"
          + by
          + ": "
          + own.rejection().reason();
    }
    return stage.receiver.name()
        + " as owner, and the mail comes in "
        + (connector == null ? "anonymously" : "through " + connector.name());
  }

  private List<ConditionExplanation> conditions() {
    String recipient = r.connection.rcptTo().domain().value();
    Tenant receiver = stage.receiver;
    List<ConditionExplanation> conditions = new ArrayList<>();
    conditions.add(
        new ConditionExplanation(
            "receiving tenant",
            reached(receiver == null ? Outcome.NOT_MATCHED : Outcome.MATCHED),
            RuleId.IN_1,
            "an owner of " + recipient,
            receiver == null ? "nobody" : receiver.name()));
    if (receiver != null) {
      r.connection.forest().ifPresent(forest -> conditions.add(sameForest(receiver, forest)));
      conditions.add(
          new ConditionExplanation(
              "mail-enabled subscription",
              reached(receiver.mailEnabled() ? Outcome.MATCHED : Outcome.NOT_MATCHED),
              RuleId.IN_2,
              "a subscription of " + receiver.name() + " with mail",
              receiver.mailEnabled() ? "one" : "none"));
      conditions.add(authorizedSource(receiver));
    }
    return conditions;
  }

  /** FOR-2. */
  private ConditionExplanation sameForest(Tenant receiver, Forest forest) {
    return new ConditionExplanation(
        "forest",
        reached(receiver.isOutside(forest) ? Outcome.NOT_MATCHED : Outcome.MATCHED),
        RuleId.FOR_2,
        "a tenant of " + forest + ", where the front end is",
        receiver.name() + receiver.forest().map(f -> " in " + f).orElse(" in an unknown forest"));
  }

  private Outcome reached(Outcome outcome) {
    return earlier == null ? outcome : Outcome.NOT_REACHED;
  }

  /** IN-7, asked of the receiver's own domains where RejectDirectSend is set. */
  private ConditionExplanation authorizedSource(Tenant receiver) {
    boolean asked =
        receiver.rejectDirectSend()
            && r.rules.rejectDirectSendExists()
            && r.senderOwner == r.recipientOwner;
    Outcome outcome = stage.isDirectSend() ? Outcome.NOT_MATCHED : Outcome.MATCHED;
    return new ConditionExplanation(
        "RejectDirectSend",
        reached(asked ? outcome : Outcome.NOT_APPLICABLE),
        RuleId.IN_7,
        "an enabled connector of "
            + receiver.name()
            + " that matches the source address or the certificate",
        (outcome == Outcome.MATCHED ? "" : "no connector for ")
            + r.connection.sourceIp()
            + ", "
            + Words.certificate(r));
  }

  private List<ConditionExplanation> conditionsOf(Candidate<PartnerConnector> candidate) {
    List<ConditionExplanation> conditions = new ArrayList<>();
    if (earlier != null) {
      conditions.add(StageReport.notReached(earlier, RuleId.IN_8));
    }
    conditions.add(ofReceiver(candidate));
    conditions.add(Conditions.ENABLED.explain(r, candidate));
    conditions.add(PartnerConditions.SENDER_DOMAINS.explain(r, candidate));
    conditions.add(Conditions.ASSOCIATED_DOMAINS.explain(r, candidate));
    conditions.add(PartnerConditions.RESTRICTION_TO_ADDRESSES.explain(r, candidate));
    conditions.add(PartnerConditions.RESTRICTION_TO_CERTIFICATE.explain(r, candidate));
    conditions.add(firstChoice(candidate));
    conditions.add(PartnerConditions.TLS.explain(r, candidate));
    if (own != null && own.rejection() != null && stage.left.contains(candidate)) {
      conditions.add(letIn(own.rejection().reason()));
    }
    return conditions;
  }

  /** IN-1: Partner connectors of other tenants say nothing about this message. */
  private ConditionExplanation ofReceiver(Candidate<PartnerConnector> candidate) {
    boolean receives = candidate.tenantId() == r.recipientOwner;
    return new ConditionExplanation(
        "receiving tenant",
        receives ? Outcome.MATCHED : Outcome.NOT_MATCHED,
        RuleId.IN_1,
        "a RCPT TO domain that " + candidate.tenant().name() + " owns",
        "RCPT TO " + Words.owner(r, r.recipientOwner, r.connection.rcptTo().domain().value()));
  }

  /** IN-4 for the connectors that a restricting one sets aside, IN-5 for the rest. */
  private ConditionExplanation firstChoice(Candidate<PartnerConnector> candidate) {
    boolean setAside =
        !stage.restricting.isEmpty()
            && stage.takingPart.contains(candidate)
            && !candidate.connector().isRestricting();
    if (setAside) {
      return new ConditionExplanation(
          "precedence",
          Outcome.NOT_MATCHED,
          RuleId.IN_4,
          "no restricting connector that takes part",
          Words.list(stage.restricting) + ", restricting");
    }
    Candidate<?> chosen = own == null ? null : own.connector();
    boolean asked = chosen != null && stage.left.contains(candidate);
    Outcome outcome = Outcome.NOT_APPLICABLE;
    if (asked) {
      outcome = candidate.equals(chosen) ? Outcome.MATCHED : Outcome.NOT_MATCHED;
    }
    return new ConditionExplanation(
        "choice",
        outcome,
        RuleId.IN_5,
        "the first match by certificate, source address or sender domain",
        "a match " + stage.choiceOf(candidate.connector()).words);
  }

  /** A connector that was left but through which nothing came. */
  private static ConditionExplanation letIn(RejectionReason reason) {
    RuleId rule =
        switch (reason) {
          case TLS_REQUIRED -> RuleId.IN_6;
          case DIRECT_SEND -> RuleId.IN_7;
          case WRONG_FOREST -> RuleId.FOR_2;
          case NO_MAIL_SUBSCRIPTION -> RuleId.IN_2;
          default -> RuleId.IN_1;
        };
    return new ConditionExplanation(
        "admission", Outcome.NOT_MATCHED, rule, "no refusal by the tenant", reason.name());
  }
}
