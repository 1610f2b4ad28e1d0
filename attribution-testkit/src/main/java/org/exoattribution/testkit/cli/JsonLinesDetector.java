package org.exoattribution.testkit.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Tells whether standard input is JSON Lines, for it has no file name. It is if the first line that
 * is not blank is one whole JSON object and that object is no scenario: it has no key {@code
 * connections}.
 */
final class JsonLinesDetector {
  /** A connection on one line is far shorter. */
  static final int LONGEST_LINE = 1 << 16;

  private static final Pattern CONNECTIONS = Pattern.compile("\"connections\"\\s*:");

  private JsonLinesDetector() {}

  /** Looks ahead, and leaves the stream as it was. */
  static boolean isJsonLines(BufferedInputStream in) throws IOException {
    in.mark(LONGEST_LINE);
    StringBuilder line = new StringBuilder();
    int b = in.read();
    for (int i = 1; b >= 0 && i < LONGEST_LINE && !(b == '\n' && !isBlank(line)); i++) {
      line.append((char) b);
      b = in.read();
    }
    in.reset();
    String text = withoutMark(line.toString()).strip();
    return text.startsWith("{") && text.endsWith("}") && !CONNECTIONS.matcher(text).find();
  }

  private static boolean isBlank(StringBuilder line) {
    return withoutMark(line.toString()).isBlank();
  }

  /** The bytes were read one to a character, so a byte order mark is three of them. */
  private static String withoutMark(String line) {
    String mark =
        new String("\uFEFF".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return line.startsWith(mark) ? line.substring(mark.length()) : line;
  }
}
