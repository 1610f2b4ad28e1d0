package org.exoattribution.testkit.render.layout;

import java.util.stream.Collectors;

/**
 * Text that is safe to print. Names come from files that somebody else wrote; a control character
 * in one could move the cursor, recolour the terminal or forge a line, so each is shown as {@code
 * \}{@code uXXXX} instead.
 */
public final class Printable {
  private Printable() {}

  /** The text on one line, with everything that a terminal would obey or hide made visible. */
  public static String visible(String text) {
    return text.codePoints().noneMatch(Printable::isUnsafe) ? text : escaped(text);
  }

  private static String escaped(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                isUnsafe(c)
                    ? Character.toString(c)
                        .chars()
                        .mapToObj(Printable::escape)
                        .collect(Collectors.joining())
                    : Character.toString(c))
        .collect(Collectors.joining());
  }

  /** The escape that Java and JSON share. */
  public static String escape(int c) {
    return String.format("\\u%04x", c);
  }

  /**
   * Controls of both ranges (C1 has a one-byte CSI), line and paragraph separators, half
   * characters, and what is invisible: the marks of direction, joiners, fillers, tags and variation
   * selectors.
   */
  public static boolean isUnsafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default ->
          c == 0x34f
              || c == 0x115f
              || c == 0x1160
              || c == 0x3164
              || c == 0xffa0
              || (c >= 0x180b && c <= 0x180f)
              || (c >= 0xfe00 && c <= 0xfe0f)
              || (c >= 0xe0000 && c <= 0xe0fff);
    };
  }
}
