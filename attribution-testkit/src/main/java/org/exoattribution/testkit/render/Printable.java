package org.exoattribution.testkit.render;

/**
 * Text that is safe to print. Names come from files that somebody else wrote; a control character
 * in one could move the cursor, recolour the terminal or forge a line, so each is shown as {@code
 * \}{@code uXXXX} instead.
 */
public final class Printable {
  private Printable() {}

  /** The text on one line, with everything that a terminal would obey made visible. */
  public static String visible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnsafe(text.charAt(i))) {
        return escaped(text, i);
      }
    }
    return text;
  }

  private static String escaped(String text, int firstUnsafe) {
    StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, firstUnsafe);
    for (int i = firstUnsafe; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isUnsafe(c)) {
        visible.append(escape(c));
      } else {
        visible.append(c);
      }
    }
    return visible.toString();
  }

  /** The escape that Java and JSON share. */
  static String escape(int c) {
    return String.format("\\u%04x", c);
  }

  /**
   * Controls of both ranges (C1 has a one-byte CSI), line and paragraph separators, and the marks
   * that reverse the direction of what follows.
   */
  static boolean isUnsafe(int c) {
    return c < 0x20
        || (c >= 0x7f && c <= 0x9f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200e
        || c == 0x200f
        || c == 0x061c
        || c == 0xfeff;
  }
}
