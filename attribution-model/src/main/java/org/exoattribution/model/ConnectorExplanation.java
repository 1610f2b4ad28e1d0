package org.exoattribution.model;

import java.util.List;

/**
 * One connector in one stage, with every condition evaluated, also after one that failed.
 *
 * @param tenant the connector's tenant
 * @param connector the connector
 * @param outcome MATCHED for the connector that the message came through
 * @param rule the rule that decided about it
 * @param expected what would have made it win
 * @param actual what stopped it, or what made it win
 * @param conditions its conditions, in the order of the rules
 */
public record ConnectorExplanation(
    Tenant tenant,
    InboundConnector connector,
    Outcome outcome,
    RuleId rule,
    String expected,
    String actual,
    List<ConditionExplanation> conditions)
    implements ExplanationNode {

  /** Copies the conditions. */
  public ConnectorExplanation {
    conditions = List.copyOf(conditions);
  }

  @Override
  public String label() {
    return tenant.name() + " / " + connector.name();
  }

  @Override
  public List<ConditionExplanation> children() {
    return conditions;
  }

  /** How many conditions did not hold; the fewer, the nearer the miss. */
  public long unmetConditions() {
    return conditions.stream().filter(c -> c.outcome() == Outcome.NOT_MATCHED).count();
  }
}
