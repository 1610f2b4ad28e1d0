package org.exoattribution.engine.stage;

import java.util.Objects;
import java.util.Optional;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Grounds;
import org.exoattribution.model.Incoming;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Originating;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SmtpReply;
import org.exoattribution.model.Stage;
import org.jspecify.annotations.Nullable;

/** What a stage decided: who sends, who receives, or why nobody does. */
public sealed interface Decision {

  /** The stage that decided. */
  Stage stage();

  /** The rules that decided, in order; those first by which earlier stages passed on. */
  Rules rules();

  /** The connector that the result goes through, or that refuses; null if there is none. */
  @Nullable Candidate<?> connector();

  /** The connector and its tenant in words; empty if there is none. */
  default Optional<String> through() {
    return Optional.ofNullable(connector()).map(Candidate::toString);
  }

  /** The connector's name; empty if there is none. */
  default Optional<String> connectorName() {
    return Optional.ofNullable(connector()).map(Candidate::name);
  }

  /** The connector that lost by its name alone (SEL-1); null if none did. */
  @Nullable Candidate<?> rival();

  /** The result of the case about which it was made, whose recipient's owner receives. */
  Attribution attribution(Case given, Grounds grounds);

  /** The same decision, which rests on one more rule. */
  Decision withRule(RuleId rule);

  /** Of several connectors of one tenant the best sends. */
  static Decision originating(
      Stage stage, AttributionBasis basis, Selection<OnPremisesConnector> selection, Rules rules) {
    return new Origination(stage, selection.winner(), basis, selection.rival(), rules);
  }

  /** The tenant of an OnPremises connector sends. */
  record Origination(
      Stage stage,
      Candidate<OnPremisesConnector> connector,
      AttributionBasis basis,
      @Nullable Candidate<?> rival,
      Rules rules)
      implements Decision {

    @Override
    public Attribution attribution(Case given, Grounds grounds) {
      return new Originating(
          given.connection(), connector.tenant(), connector.connector(), stage, basis, grounds);
    }

    @Override
    public Decision withRule(RuleId rule) {
      return new Origination(stage, connector, basis, rival, rules.and(rule));
    }
  }

  /** The owner of the recipient's domain receives, through a Partner connector or anonymously. */
  record Reception(
      @Nullable Candidate<PartnerConnector> connector, @Nullable Candidate<?> rival, Rules rules)
      implements Decision {

    @Override
    public Stage stage() {
      return Stage.INCOMING;
    }

    @Override
    public Attribution attribution(Case given, Grounds grounds) {
      return new Incoming(
          given.connection(),
          Objects.requireNonNull(given.recipient()),
          connector == null ? Optional.empty() : Optional.of(connector.connector()),
          grounds);
    }

    @Override
    public Decision withRule(RuleId rule) {
      return new Reception(connector, rival, rules.and(rule));
    }
  }

  /** The recipient is refused or deferred. */
  record Refusal(
      Stage stage,
      RejectionReason reason,
      SmtpReply reply,
      @Nullable Candidate<PartnerConnector> connector,
      @Nullable Candidate<?> rival,
      Rules rules)
      implements Decision {

    @Override
    public Attribution attribution(Case given, Grounds grounds) {
      return new Rejected(
          given.connection(),
          reason,
          reply,
          Optional.ofNullable(stage == Stage.INCOMING ? given.recipient() : null),
          Optional.ofNullable(connector).map(Candidate::connector),
          stage,
          grounds);
    }

    @Override
    public Decision withRule(RuleId rule) {
      return new Refusal(stage, reason, reply, connector, rival, rules.and(rule));
    }
  }
}
