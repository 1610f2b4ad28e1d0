package org.exoattribution.testkit.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The object in an ordinary line of a log, read in a tenth of the time that any document takes: its
 * values are texts in ASCII without escapes, but for {@code tls} and for {@code certificate}, an
 * object without further ones. What is not so plain, or no JSON, is for the general reader to
 * judge.
 */
final class PlainConnection {
  private static final List<String> KEYS = ConnectionParser.KEYS;

  private final @Nullable String[] values = new String[KEYS.size()];
  private final String text;
  private final int length;
  private int at;

  private PlainConnection(String text) {
    this.text = text;
    this.length = text.endsWith("\r") ? text.length() - 1 : text.length();
  }

  static @Nullable PlainConnection parse(String line) {
    PlainConnection object = new PlainConnection(line);
    return object.isAscii() && object.read() ? object : null;
  }

  /** The text, the flag or the text of the object that stands under a key; null if none does. */
  @Nullable String get(String key) {
    return values[KEYS.indexOf(key)];
  }

  /** Whether every character is one of ASCII that stands for itself, in a text too. */
  private boolean isAscii() {
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private boolean read() {
    if (!take('{')) {
      return false;
    }
    do {
      String name = text();
      int key = name == null ? -1 : KEYS.indexOf(name);
      if (name == null || key < 0 || values[key] != null || !take(':')) {
        return false;
      }
      values[key] =
          switch (name) {
            case "certificate" -> object();
            case "tls" -> flag();
            default -> text();
          };
      if (values[key] == null) {
        return false;
      }
    } while (take(','));
    return take('}') && at == length;
  }

  /** Whether this character is next; spaces around it are passed over. */
  private boolean take(char wanted) {
    skipSpaces();
    boolean taken = isNext(wanted);
    at += taken ? 1 : 0;
    skipSpaces();
    return taken;
  }

  private void skipSpaces() {
    while (isNext(' ')) {
      at++;
    }
  }

  private boolean isNext(char wanted) {
    return at < length && text.charAt(at) == wanted;
  }

  /** Up to the first brace: if that stands in a text or a further object, this is no JSON. */
  private @Nullable String object() {
    return isNext('{') ? upTo(text.indexOf('}', at) + 1) : null;
  }

  private @Nullable String flag() {
    String flag = isNext('t') ? "true" : "false";
    return text.startsWith(flag, at) ? upTo(at + flag.length()) : null;
  }

  private @Nullable String text() {
    String quoted = isNext('"') ? upTo(text.indexOf('"', at + 1) + 1) : null;
    return quoted == null ? null : quoted.substring(1, quoted.length() - 1);
  }

  private @Nullable String upTo(int end) {
    if (end == 0) {
      return null;
    }
    String passed = text.substring(at, end);
    at = end;
    return passed;
  }
}
