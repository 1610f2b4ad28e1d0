package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exoattribution.model.AttributionOutcome;

/** Outcomes with numbers, from 0. */
final class AtomOutcomes {
  private final Map<AttributionOutcome, Integer> numbers = new HashMap<>();
  private final List<AttributionOutcome> outcomes = new ArrayList<>();

  int numberOf(AttributionOutcome outcome) {
    Integer known = numbers.putIfAbsent(outcome, outcomes.size());
    if (known == null) {
      outcomes.add(outcome);
      return outcomes.size() - 1;
    }
    return known;
  }

  AttributionOutcome get(int number) {
    return outcomes.get(number);
  }

  int size() {
    return outcomes.size();
  }
}
