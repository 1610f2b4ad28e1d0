package org.exoattribution.engine;

import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;

/**
 * One condition of a rule, stated once: the stages ask {@link #holds} to decide and {@link
 * #explain} to report.
 *
 * @param <C> what it is asked about
 */
final class Condition<C> {
  /** Asks about a subject in a resolution. */
  interface Test<C> {
    boolean test(Resolution resolution, C subject);
  }

  /** Puts into words. */
  interface Words<C> {
    String of(Resolution resolution, C subject);
  }

  private final String label;
  private final RuleId rule;
  private final Test<C> applies;
  private final Test<C> holds;
  private final Words<C> expected;
  private final Words<C> actual;

  Condition(
      String label,
      RuleId rule,
      Test<C> applies,
      Test<C> holds,
      Words<C> expected,
      Words<C> actual) {
    this.label = label;
    this.rule = rule;
    this.applies = applies;
    this.holds = holds;
    this.expected = expected;
    this.actual = actual;
  }

  /** Whether it says nothing about the subject, or is met. */
  boolean holds(Resolution resolution, C subject) {
    return !applies.test(resolution, subject) || holds.test(resolution, subject);
  }

  ConditionExplanation explain(Resolution resolution, C subject) {
    Outcome outcome = Outcome.NOT_APPLICABLE;
    if (applies.test(resolution, subject)) {
      outcome = holds.test(resolution, subject) ? Outcome.MATCHED : Outcome.NOT_MATCHED;
    }
    return new ConditionExplanation(
        label, outcome, rule, expected.of(resolution, subject), actual.of(resolution, subject));
  }
}
