package org.exoattribution.testkit.render;

/**
 * The colours of the text renderings, as terminal escape sequences. Nothing is coloured unless the
 * caller asks for it.
 *
 * @param good begins what matched or was attributed
 * @param bad begins what did not match or was rejected
 * @param strong begins a heading
 * @param end ends each of them
 */
public record Palette(String good, String bad, String strong, String end) {
  /** No colour. */
  public static final Palette NONE = new Palette("", "", "", "");

  /** The eight colours that every terminal has. */
  public static final Palette ANSI = new Palette("\033[32m", "\033[31m", "\033[1m", "\033[0m");

  /** The text of something that matched or was attributed. */
  public String good(String text) {
    return good + text + end;
  }

  /** The text of something that did not match or was rejected. */
  public String bad(String text) {
    return bad + text + end;
  }

  /** The text of a heading. */
  public String strong(String text) {
    return strong + text + end;
  }
}
