package org.exoattribution.model;

import java.util.stream.Stream;

/**
 * A value or a directory that the model refuses. The message is one line: what was given, in
 * quotes, and what is expected, with the rule that refuses it.
 */
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 200;

  /**
   * Makes the exception with a finished message.
   *
   * @param message one line: what was given and what is expected
   */
  public InvalidValueException(String message) {
    super(message);
  }

  static InvalidValueException notA(String kind, String given, String expected, RuleId rule) {
    return new InvalidValueException(
        quote(given) + " is not " + kind + ": expected " + expected + " (" + rule.id() + ")");
  }

  /** What a rule refuses, with what was given in quotes. */
  static InvalidValueException because(RuleId rule, String format, String... given) {
    Object[] quoted = Stream.of(given).map(InvalidValueException::quote).toArray();
    return new InvalidValueException(format.formatted(quoted) + " (" + rule.id() + ")");
  }

  /**
   * A value that is not what it should be.
   *
   * @param kind what it should be, such as {@code an instant}
   * @param given the value as it was given
   * @param expected what is expected instead
   */
  public static InvalidValueException notA(String kind, String given, String expected) {
    return new InvalidValueException(quote(given) + " is not " + kind + ": expected " + expected);
  }

  /**
   * The value in quotes, shortened, with every control and format character visible, so that it is
   * one line.
   */
  public static String quote(String given) {
    StringBuilder quoted = new StringBuilder("\"");
    int end = Math.min(given.length(), LONGEST_QUOTE);
    if (end < given.length() && Character.isHighSurrogate(given.charAt(end - 1))) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = given.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (isInvisible(c)) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append(end < given.length() ? "...\"" : "\"").toString();
  }

  /** Whether a character breaks the line or does not show: control, format, line separator. */
  static boolean isInvisible(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Whether a text with this character is not one line. */
  static boolean breaksLine(char c) {
    boolean printable = c >= ' ' && c <= '~'; // said at once, for nearly all are
    return !printable && isInvisible(c) && Character.getType(c) != Character.FORMAT;
  }
}
