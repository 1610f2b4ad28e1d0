package org.exoattribution.model;

import java.util.List;

/**
 * One condition of a stage or of a connector.
 *
 * @param label what is asked, such as {@code source address}
 * @param outcome how it came out
 * @param rule the rule that asks it
 * @param expected what would have matched
 * @param actual what was there
 */
public record ConditionExplanation(
    String label, Outcome outcome, RuleId rule, String expected, String actual)
    implements ExplanationNode {

  @Override
  public List<ExplanationNode> children() {
    return List.of();
  }
}
