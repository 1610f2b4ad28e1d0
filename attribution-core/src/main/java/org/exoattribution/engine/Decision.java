package org.exoattribution.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Grounds;
import org.exoattribution.model.Incoming;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Originating;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SmtpReply;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * What a stage decided, before the findings are known.
 *
 * @param stage the stage that decided
 * @param originating the winner and its basis, if Originating
 * @param incoming the receiving tenant and its Partner connector, if Incoming
 * @param rejection the refusal, if Rejected
 * @param rules the rules that decided, in order
 * @param evidence the weakest evidence in this case
 * @param rival the connector that lost by its name alone (SEL-1)
 */
record Decision(
    Stage stage,
    @Nullable Sender originating,
    @Nullable Receiver incoming,
    @Nullable Refusal rejection,
    List<RuleId> rules,
    Evidence evidence,
    @Nullable Candidate<?> rival) {

  record Sender(Candidate<OnPremisesConnector> winner, AttributionBasis basis) {}

  record Receiver(Tenant tenant, @Nullable Candidate<PartnerConnector> chosen) {}

  record Refusal(
      RejectionReason reason,
      SmtpReply reply,
      @Nullable Tenant tenant,
      @Nullable Candidate<PartnerConnector> by) {}

  static Decision originating(
      Stage stage,
      AttributionBasis basis,
      Selection<OnPremisesConnector> selection,
      List<RuleId> rules,
      Evidence evidence) {
    return new Decision(
        stage,
        new Sender(selection.winner(), basis),
        null,
        null,
        rules,
        evidence,
        selection.rival());
  }

  static Decision incoming(
      Tenant tenant,
      @Nullable Selection<PartnerConnector> selection,
      List<RuleId> rules,
      Evidence evidence) {
    return new Decision(
        Stage.INCOMING,
        null,
        new Receiver(tenant, selection == null ? null : selection.winner()),
        null,
        rules,
        evidence,
        selection == null ? null : selection.rival());
  }

  static Decision rejected(
      Stage stage,
      RejectionReason reason,
      SmtpReply reply,
      @Nullable Tenant tenant,
      @Nullable Candidate<PartnerConnector> by,
      List<RuleId> rules,
      Evidence evidence) {
    return new Decision(
        stage, null, null, new Refusal(reason, reply, tenant, by), rules, evidence, null);
  }

  /** The same decision, which also depended on a choice by name. */
  Decision withRivalOf(@Nullable Selection<PartnerConnector> selection) {
    return new Decision(
        stage,
        originating,
        incoming,
        rejection,
        rules,
        evidence,
        selection == null ? null : selection.rival());
  }

  Verdict verdict() {
    if (originating != null) {
      return Verdict.ORIGINATING;
    }
    return incoming != null ? Verdict.INCOMING : Verdict.REJECTED;
  }

  /** The connector that the result goes through, or that refuses. */
  @Nullable Candidate<?> connector() {
    if (originating != null) {
      return originating.winner();
    }
    if (incoming != null) {
      return incoming.chosen();
    }
    return rejection == null ? null : rejection.by();
  }

  /** Whether it comes to the same, for the same recipient in the same stage. */
  boolean hasResultOf(Decision other) {
    RejectionReason reason = rejection == null ? null : rejection.reason();
    RejectionReason otherReason = other.rejection == null ? null : other.rejection.reason();
    Candidate<?> mine = connector();
    Candidate<?> its = other.connector();
    boolean sameConnector = its != null && mine != null && mine.isSame(its);
    return reason == otherReason && (sameConnector || (mine == null && its == null));
  }

  /** The same decision for another recipient of the transaction. */
  Decision withRule(RuleId rule) {
    List<RuleId> further = Rules.and(rules, rule);
    return new Decision(
        stage, originating, incoming, rejection, further, evidence.weaker(rule.evidence()), rival);
  }

  Attribution toAttribution(SimulatedConnection connection, Grounds grounds) {
    if (originating != null) {
      return new Originating(
          connection,
          originating.winner().tenant(),
          originating.winner().connector(),
          stage,
          originating.basis(),
          grounds);
    }
    if (incoming != null) {
      return new Incoming(
          connection,
          incoming.tenant(),
          Optional.ofNullable(incoming.chosen()).map(Candidate::connector),
          grounds);
    }
    Refusal refusal = Objects.requireNonNull(rejection);
    return new Rejected(
        connection,
        refusal.reason(),
        refusal.reply(),
        Optional.ofNullable(refusal.tenant()),
        Optional.ofNullable(refusal.by()).map(Candidate::connector),
        stage,
        grounds);
  }
}
