package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Outcomes with numbers, from 0. */
final class AtomOutcomes {
  private final Map<ConnectionOutcome, Integer> numbers = new HashMap<>();
  private final List<ConnectionOutcome> outcomes = new ArrayList<>();

  int numberOf(ConnectionOutcome outcome) {
    Integer known = numbers.putIfAbsent(outcome, outcomes.size());
    if (known == null) {
      outcomes.add(outcome);
      return outcomes.size() - 1;
    }
    return known;
  }

  ConnectionOutcome get(int number) {
    return outcomes.get(number);
  }

  int size() {
    return outcomes.size();
  }
}
