package org.exoattribution.testkit.source;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A file that cannot be used. The message is one line: file, line, what is wrong with what was
 * given in quotes, and what is expected.
 */
public class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\p{Cntrl}\u2028\u2029]+\\s*");

  /**
   * @param location what the problem is about
   * @param problem what is wrong and what is expected
   */
  public ScenarioException(SourceLocation location, String problem) {
    super(oneLine(location + ": " + problem));
  }

  public ScenarioException(SourceLocation location, String problem, Throwable cause) {
    super(oneLine(location + ": " + problem), cause);
  }

  /**
   * For a problem in several places.
   *
   * @param lines a line for each, ready to be shown
   */
  protected ScenarioException(List<String> lines) {
    super(String.join("\n", lines));
  }

  /** What the model or the certificate factory has against a value. */
  public static String problem(IllegalArgumentException refusal) {
    return String.valueOf(refusal.getMessage());
  }

  public static String oneLine(String text) {
    return LINE_BREAKS.matcher(text).replaceAll(" ");
  }
}
