package org.exoattribution.engine.explanation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.exoattribution.engine.stage.ConnectorFacts;
import org.exoattribution.engine.stage.Decision;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.model.StageExplanation;
import org.jspecify.annotations.Nullable;

/** The nodes that all stages make. */
final class StageNodes {
  private static final Comparator<ConnectorExplanation> NEAREST_FIRST =
      Comparator.comparing((ConnectorExplanation c) -> c.outcome() != Outcome.MATCHED)
          .thenComparing(ConnectorExplanation::unmetConditions)
          .thenComparing(ConnectorExplanation::label);

  private StageNodes() {}

  /** A stage that was asked: it decided, or passed on by a rule. */
  static StageExplanation asked(
      Stage stage,
      @Nullable Decision own,
      RuleId passedBy,
      String expected,
      String actual,
      List<ConditionExplanation> conditions,
      List<ConnectorExplanation> connectors) {
    Outcome outcome = own == null ? Outcome.NOT_MATCHED : Outcome.MATCHED;
    RuleId rule = own == null ? passedBy : own.rules().last();
    List<ConnectorExplanation> sorted = connectors.stream().sorted(NEAREST_FIRST).toList();
    return new StageExplanation(stage, outcome, rule, expected, actual, conditions, sorted);
  }

  /** A stage that was not asked, because something decided before. */
  static StageExplanation notReached(
      Stage stage,
      RuleId rule,
      String expected,
      String actual,
      List<ConditionExplanation> conditions,
      List<ConnectorExplanation> connectors) {
    List<ConnectorExplanation> sorted = connectors.stream().sorted(NEAREST_FIRST).toList();
    return new StageExplanation(
        stage, Outcome.NOT_REACHED, rule, expected, actual, conditions, sorted);
  }

  /** The connector that the message came through. */
  static ConnectorExplanation winner(
      ConnectorFacts<?> facts, RuleId rule, List<ConditionExplanation> conditions) {
    return new ConnectorExplanation(
        facts.tenant(),
        facts.connector(),
        Outcome.MATCHED,
        rule,
        "the connector that wins",
        "this connector, which wins",
        conditions);
  }

  /** Another connector, which lost by the first condition that it does not meet. */
  static ConnectorExplanation loser(
      ConnectorFacts<?> facts, Outcome outcome, List<ConditionExplanation> conditions) {
    return loser(facts, outcome, conditions, Optional.empty());
  }

  /**
   * Another connector, which lost by the first condition that it does not meet.
   *
   * @param shared a rule that the winner does not meet either, so that nobody lost by it
   */
  static ConnectorExplanation loser(
      ConnectorFacts<?> facts,
      Outcome outcome,
      List<ConditionExplanation> conditions,
      Optional<RuleId> shared) {
    ConditionExplanation lostBy =
        conditions.stream()
            .filter(c -> c.outcome() == Outcome.NOT_MATCHED)
            .filter(c -> !shared.equals(Optional.of(c.rule())))
            .findFirst()
            .orElseThrow();
    return new ConnectorExplanation(
        facts.tenant(),
        facts.connector(),
        outcome,
        lostBy.rule(),
        lostBy.expected(),
        lostBy.actual(),
        conditions);
  }

  /** Why connectors of a later stage, or after a refusal, were not looked at. */
  static ConditionExplanation decidedBefore(Decision earlier, RuleId rule) {
    return new ConditionExplanation(
        "stage",
        Outcome.NOT_MATCHED,
        rule,
        "no decision of an earlier stage",
        "the decision of the "
            + earlier.stage().key()
            + " stage"
            + earlier.through().map(connector -> " for " + connector).orElse(""));
  }

  /** The conditions, of which none was reached. */
  static List<ConditionExplanation> unreached(List<ConditionExplanation> conditions) {
    return conditions.stream().map(StageNodes::unreached).toList();
  }

  static ConditionExplanation unreached(ConditionExplanation condition) {
    return new ConditionExplanation(
        condition.label(),
        Outcome.NOT_REACHED,
        condition.rule(),
        condition.expected(),
        condition.actual());
  }

  /** The rule that told one tenant from the others: SEL-1 chooses inside a tenant. */
  static RuleId decidedBy(Decision decision) {
    List<RuleId> rules = decision.rules().list();
    RuleId last = decision.rules().last();
    return last == RuleId.SEL_1 ? rules.get(rules.size() - 2) : last;
  }

  /** SEL-1, where several connectors of the winner's tenant were to choose from. */
  static ConditionExplanation choiceInsideTheTenant(
      ConnectorFacts<?> facts, @Nullable Decision own, boolean contends) {
    Outcome outcome = Outcome.NOT_APPLICABLE;
    String actual = "no choice to make";
    if (own != null && contends && own.rules().contains(RuleId.SEL_1) && facts.isOfTenantOf(own)) {
      boolean won = facts.isThatOf(own);
      outcome = won ? Outcome.MATCHED : Outcome.NOT_MATCHED;
      actual =
          won
              ? "this one"
              : own.connectorName().orElseThrow()
                  + (facts.isRivalIn(own) ? ", which only comes first by name" : ", more specific");
    }
    return new ConditionExplanation(
        "choice inside the tenant",
        outcome,
        RuleId.SEL_1,
        "the most specific matching connector of " + facts.tenant().name(),
        actual);
  }
}
