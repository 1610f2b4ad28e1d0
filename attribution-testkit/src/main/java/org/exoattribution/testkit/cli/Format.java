package org.exoattribution.testkit.cli;

import java.util.Locale;

/** How what is judged one by one is printed. */
enum Format {
  /** Blocks for people. */
  TEXT,
  /** One JSON object a line. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
