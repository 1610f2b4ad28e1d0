package org.exoattribution.model;

import java.util.List;
import java.util.Set;

/**
 * What an attribution rests on, and what makes it fragile.
 *
 * @param rules the rules that decided, in order
 * @param evidence the weakest evidence among them in the case at hand
 * @param contestedReadings the readings that belong to a smallest set of readings whose change to
 *     other values changes the result (its reply too); under other values of the rest it is the
 *     same
 * @param findings in the order of {@link Finding.Id}
 */
public record Grounds(
    List<RuleId> rules, Evidence evidence, Set<Reading> contestedReadings, List<Finding> findings) {

  /** Copies the collections. */
  public Grounds {
    rules = List.copyOf(rules);
    contestedReadings = ReadingSet.of(contestedReadings);
    findings = List.copyOf(findings);
  }

  /** Whether the findings hold one of this id. */
  public boolean hasFinding(Finding.Id id) {
    return findings.stream().anyMatch(finding -> finding.id() == id);
  }
}
