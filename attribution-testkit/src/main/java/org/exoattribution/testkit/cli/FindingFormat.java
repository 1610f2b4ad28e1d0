package org.exoattribution.testkit.cli;

import java.util.Locale;

/** How findings of the linter or of a search are printed. */
enum FindingFormat {
  /** Blocks for people. */
  TEXT,
  /** One JSON object a line. */
  JSON,
  /** A log for code-hosting services. */
  SARIF;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
