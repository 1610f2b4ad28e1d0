package org.exoattribution.engine.stage;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.RuleId;

/** Lists of the rules that decided, and how well they are known together. */
final class Rules {
  private Rules() {}

  /** The rules by which earlier stages passed on, then those of the stage that decided. */
  static List<RuleId> and(List<RuleId> earlier, RuleId... further) {
    return and(earlier, List.of(further));
  }

  /** Both lists; without a copy where one of them is empty, as in most resolutions. */
  static List<RuleId> and(List<RuleId> earlier, List<RuleId> further) {
    if (earlier.isEmpty()) {
      return further;
    }
    List<RuleId> rules = new ArrayList<>(earlier.size() + further.size());
    rules.addAll(earlier);
    rules.addAll(further);
    return List.copyOf(rules);
  }

  /** The rules, and SEL-1 if one of several connectors was to be chosen. */
  static List<RuleId> withSelection(List<RuleId> rules, List<?> connectors) {
    return connectors.size() > 1 ? and(rules, RuleId.SEL_1) : rules;
  }

  /** The weakest evidence among them. */
  static Evidence weakest(List<RuleId> rules) {
    Evidence weakest = Evidence.DOCUMENTED;
    for (int i = 0; i < rules.size(); i++) {
      weakest = weakest.weaker(rules.get(i).evidence());
    }
    return weakest;
  }
}
