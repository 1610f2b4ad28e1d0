package org.exoattribution.analysis;

/**
 * A rule of the linter: a kind of configuration that misleads, breaks or surprises.
 *
 * @param id in capitals, such as {@code ADDRESS_SHARED}; suppressions name it
 * @param severity how much its findings matter
 * @param summary what it looks for, in one clause
 * @param source the attribution rules and the public documents that it rests on
 */
public record LintRule(String id, Severity severity, String summary, String source) {

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
