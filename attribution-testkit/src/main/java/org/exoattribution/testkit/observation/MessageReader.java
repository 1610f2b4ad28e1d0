package org.exoattribution.testkit.observation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages, or the headers of one: a file that begins with a separator line is an mbox (RFC
 * 4155). Bodies are passed over.
 */
final class MessageReader {
  private static final int LONGEST_HEADERS = 1 << 20;
  private static final int LONGEST_LINE = 1 << 24;
  private static final Pattern SEPARATOR = Pattern.compile("From .*\\d\\d:\\d\\d.*");

  private final ObservationReader reader;
  private final String name;
  private final BufferedReader lines;
  private final Charset charset;
  private final ObservationSink sink;
  private int number;

  /**
   * @param charset what gives the bytes of the headers back
   */
  MessageReader(
      ObservationReader reader, String name, Reader text, Charset charset, ObservationSink sink) {
    this.reader = reader;
    this.name = name;
    this.lines = new BufferedReader(text);
    this.charset = charset;
    this.sink = sink;
  }

  /** Whether a line begins a message of an mbox. */
  static boolean isSeparator(String line) {
    return SEPARATOR.matcher(line).matches();
  }

  /** The next line, whose length is bounded because a stream may have no line breaks. */
  private @Nullable String next() throws IOException {
    number++;
    StringBuilder line = new StringBuilder();
    int character = lines.read();
    if (character < 0) {
      return null;
    }
    for (; character >= 0 && character != '\n'; character = lines.read()) {
      line.append((char) character);
      if (line.length() > LONGEST_LINE) {
        throw new ScenarioException(
            new SourceLocation(name, number),
            "the line is longer than " + LONGEST_LINE + " characters");
      }
    }
    int end = line.length();
    return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
  }

  void read() throws IOException {
    String line = next();
    while (line != null && line.isBlank()) {
      line = next();
    }
    boolean mbox = line != null && isSeparator(line);
    while (line != null) {
      line = message(isSeparator(line) ? next() : line, mbox);
    }
  }

  /** Reads one message and returns the separator of the next. */
  private @Nullable String message(@Nullable String first, boolean mbox) throws IOException {
    SourceLocation location = new SourceLocation(name, number);
    StringBuilder headers = new StringBuilder();
    String line = first;
    while (line != null && !line.isEmpty() && headers.length() < LONGEST_HEADERS) {
      headers.append(line).append("\r\n");
      line = next();
    }
    byte[] bytes = headers.toString().getBytes(charset);
    reader.tell(() -> MessageEvidence.of(new HeaderBlock(bytes)), location, sink);
    boolean blank = true;
    while (line != null && mbox && !(blank && isSeparator(line))) {
      blank = line.isEmpty();
      line = next();
    }
    return mbox ? line : null;
  }
}
