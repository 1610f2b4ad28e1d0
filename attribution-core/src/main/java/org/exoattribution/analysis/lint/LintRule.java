package org.exoattribution.analysis.lint;

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
  public static final LintRule UNUSED_SUPPRESSION =
      new LintRule(
          "UNUSED_SUPPRESSION",
          Severity.WARNING,
          "a suppression covers no finding",
          """
          Somebody accepted a finding that is not there: it was mended since, or the rule, tenant
          or connector is misspelt, and a finding like it would go unnoticed later.
          """,
          "Remove the suppression, or correct its rule, tenant or connector.",
          "the file of suppressions");

  /** Makes one line of a text block, which is broken where the source is. */
  public LintRule {
    meaning = meaning.strip().replaceAll("\\s+", " ");
  }

  /** How much a finding matters. */
  public enum Severity {
    /** Mail is, or can be, attributed to the wrong tenant or refused as things stand. */
    ERROR,
    /** It works, or seems to, and breaks with the next small change or failure. */
    WARNING,
    /** Surprising, but harmless. */
    INFO
  }
}
