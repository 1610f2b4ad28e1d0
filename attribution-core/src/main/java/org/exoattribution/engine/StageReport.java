package org.exoattribution.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.model.StageExplanation;
import org.jspecify.annotations.Nullable;

/** How a stage puts what it found into the explanation tree. */
final class StageReport {
  private static final Comparator<ConnectorExplanation> NEAREST_FIRST =
      Comparator.comparing((ConnectorExplanation c) -> c.outcome() != Outcome.MATCHED)
          .thenComparing(ConnectorExplanation::unmetConditions)
          .thenComparing(ConnectorExplanation::label);

  private StageReport() {}

  /** A connector of the stage: what decided about it is its first unmet condition. */
  static ConnectorExplanation connector(
      Candidate<?> candidate,
      @Nullable Decision own,
      boolean reached,
      List<ConditionExplanation> conditions) {
    Optional<ConditionExplanation> unmet =
        conditions.stream().filter(c -> c.outcome() == Outcome.NOT_MATCHED).findFirst();
    boolean won = own != null && own.rejection() == null && candidate.equals(own.connector());
    if (won || unmet.isEmpty()) {
      RuleId rule = own == null ? RuleId.CON_8 : lastRule(own);
      Outcome outcome = won ? Outcome.MATCHED : Outcome.NOT_MATCHED;
      return new ConnectorExplanation(
          candidate.tenant(),
          candidate.connector(),
          reached ? outcome : Outcome.NOT_REACHED,
          rule,
          "the connector that wins",
          won ? "this connector, which wins" : "another decision",
          conditions);
    }
    return new ConnectorExplanation(
        candidate.tenant(),
        candidate.connector(),
        reached ? Outcome.NOT_MATCHED : Outcome.NOT_REACHED,
        unmet.get().rule(),
        unmet.get().expected(),
        unmet.get().actual(),
        conditions);
  }

  /** The stage with its connectors, the winner first, then the nearest misses. */
  static StageExplanation stage(
      Stage stage,
      @Nullable Decision earlier,
      @Nullable Decision own,
      RuleId passedBy,
      String expected,
      String actual,
      List<ConditionExplanation> conditions,
      List<ConnectorExplanation> connectors) {
    Outcome outcome = own == null ? Outcome.NOT_MATCHED : Outcome.MATCHED;
    return new StageExplanation(
        stage,
        earlier == null ? outcome : Outcome.NOT_REACHED,
        own == null ? passedBy : lastRule(own),
        expected,
        earlier == null ? actual : "the decision of the " + earlier.stage().key() + " stage",
        conditions,
        connectors.stream().sorted(NEAREST_FIRST).toList());
  }

  /** FOR-1, where the connection names a forest. */
  static List<ConditionExplanation> forest(Resolution r, Candidate<?> candidate) {
    return r.connection.forest().isPresent()
        ? List.of(Conditions.FOREST.explain(r, candidate))
        : List.of();
  }

  /** What stands before all others when an earlier stage decided. */
  static ConditionExplanation notReached(Decision earlier, RuleId rule) {
    Candidate<?> connector = earlier.connector();
    return new ConditionExplanation(
        "stage",
        Outcome.NOT_MATCHED,
        rule,
        "no decision of an earlier stage",
        "the decision of the "
            + earlier.stage().key()
            + " stage"
            + (connector == null ? "" : " for " + connector));
  }

  private static RuleId lastRule(Decision decision) {
    return decision.rules().get(decision.rules().size() - 1);
  }
}
