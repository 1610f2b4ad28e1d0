package org.exoattribution.model;

import java.util.List;

/** A node of the explanation tree: a stage, a connector in it, or a condition. */
public sealed interface ExplanationNode
    permits StageExplanation, ConnectorExplanation, ConditionExplanation {

  /** What the node is about, in a few words. */
  String label();

  /** How it came out. */
  Outcome outcome();

  /** The rule that it applies. */
  RuleId rule();

  /** What would have matched. */
  String expected();

  /** What was there. */
  String actual();

  /** The nodes below, nearest misses first where they are connectors. */
  List<? extends ExplanationNode> children();
}
