package org.exoattribution.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * One stage: its own conditions, then the connectors in scope, nearest misses first.
 *
 * @param stage which one
 * @param outcome MATCHED if it decided
 * @param rule the rule by which it decided or passed on
 * @param expected what would have decided here
 * @param actual what happened
 * @param conditions the conditions of the stage itself
 * @param connectors the connectors in scope
 */
public record StageExplanation(
    Stage stage,
    Outcome outcome,
    RuleId rule,
    String expected,
    String actual,
    List<ConditionExplanation> conditions,
    List<ConnectorExplanation> connectors)
    implements ExplanationNode {

  /** Copies the lists. */
  public StageExplanation {
    conditions = List.copyOf(conditions);
    connectors = List.copyOf(connectors);
  }

  @Override
  public String label() {
    return stage.key() + " stage";
  }

  @Override
  public List<ExplanationNode> children() {
    return Stream.<ExplanationNode>concat(conditions.stream(), connectors.stream()).toList();
  }
}
