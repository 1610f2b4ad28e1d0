package org.exoattribution.engine;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.RuleId;

/** Lists of the rules that decided, and how well they are known together. */
final class Rules {
  private Rules() {}

  /** The rules by which earlier stages passed on, then those of the stage that decided. */
  static List<RuleId> and(List<RuleId> earlier, RuleId... further) {
    List<RuleId> rules = new ArrayList<>(earlier.size() + further.length);
    rules.addAll(earlier);
    rules.addAll(List.of(further));
    return List.copyOf(rules);
  }

  /** The weakest evidence among them. */
  static Evidence weakest(List<RuleId> rules) {
    Evidence weakest = Evidence.DOCUMENTED;
    for (RuleId rule : rules) {
      weakest = weakest.weaker(rule.evidence());
    }
    return weakest;
  }
}
