package org.exoattribution.model;

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

  static InvalidValueException notA(String kind, String given, String expected) {
    return new InvalidValueException(quote(given) + " is not " + kind + ": expected " + expected);
  }

  /**
   * The value in quotes, shortened, with every control character visible, so that it is one line.
   */
  static String quote(String given) {
    StringBuilder quoted = new StringBuilder("\"");
    int end = Math.min(given.length(), LONGEST_QUOTE);
    for (int i = 0; i < end; i++) {
      char c = given.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append(end < given.length() ? "...\"" : "\"").toString();
  }
}
