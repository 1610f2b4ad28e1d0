package org.exoattribution.testkit.render;

import java.util.Locale;

/** The labelled lines of a block about a search's finding. */
final class WitnessText {
  private static final int LABEL = 11;

  private WitnessText() {}

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String classes(long classes) {
    return number(classes) + (classes == 1 ? " class" : " classes") + " of connections";
  }

  static void line(StringBuilder out, String label, String text) {
    out.append("  ").append(label).append(" ".repeat(LABEL - 2 - label.length()));
    Paragraph.append(out, LABEL, LABEL, text);
  }
}
