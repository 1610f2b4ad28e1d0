package org.exoattribution.analysis.lint;

import org.exoattribution.analysis.rulebook.RulePage;
import org.exoattribution.analysis.rulebook.RulePages;

/**
 * A rule of the linter: a kind of configuration that misleads, breaks or surprises.
 *
 * @param id in capitals, such as {@code ADDRESS_SHARED}; suppressions name it
 * @param severity how much its findings matter
 * @param summary what it looks for, in one clause
 * @param meaning what comes of such a configuration
 * @param remedy what to do about it
 * @param source the attribution rules and the public documents that it rests on
 */
public record LintRule(
    String id, Severity severity, String summary, String meaning, String remedy, String source) {

  /** The rule by which whoever keeps accepted findings reports those that are no longer found. */
  public static final LintRule UNUSED_SUPPRESSION = of(RulePages.ofLintRule("UNUSED_SUPPRESSION"));

  /** The rule as its page in the rule book has it. */
  static LintRule of(RulePage page) {
    return new LintRule(
        page.id(),
        Severity.valueOf(page.severity().orElseThrow()),
        page.title(),
        page.meaning(),
        page.remedy(),
        page.sources().get(0));
  }

  /** How much a finding matters. */
  public enum Severity {
    /** There is mail that is attributed to the wrong tenant, or refused, as things stand. */
    ERROR,
    /** What was set has no effect, or breaks with the next small change or failure. */
    WARNING,
    /** Surprising, and often meant. */
    INFO
  }
}
