package org.exoattribution.testkit.render.json;

import java.util.List;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;

/** A connector in an explanation, by name. */
record ConnectorNode(
    String tenant,
    String connector,
    String connectorType,
    boolean enabled,
    Outcome outcome,
    RuleId rule,
    String expected,
    String actual,
    List<ConditionExplanation> conditions) {

  static ConnectorNode of(ConnectorExplanation node) {
    InboundConnector connector = node.connector();
    return new ConnectorNode(
        node.tenant().name(),
        connector.name(),
        connector.connectorType(),
        connector.enabled(),
        node.outcome(),
        node.rule(),
        node.expected(),
        node.actual(),
        node.conditions());
  }
}
