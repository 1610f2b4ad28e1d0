package org.exoattribution.testkit.cli;

/** The exit statuses that all commands share. */
final class ExitCodes {
  /** Done. */
  static final int DONE = 0;

  /** An expectation failed, or a search found something harmful. */
  static final int FAILED = 1;

  /** The input could not be used. */
  static final int UNUSABLE_INPUT = 2;

  private ExitCodes() {}
}
