package org.exoattribution.testkit.cli;

import java.util.Locale;

/** How results are printed. */
enum ResultFormat {
  /** Blocks for people. */
  TEXT,
  /** One JSON object a line. */
  JSON,
  /** One flowchart a recipient, in the language of Mermaid. */
  MERMAID;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
