package org.exoattribution.testkit.observation;

import java.io.Reader;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.exoattribution.testkit.document.LineReader;
import org.exoattribution.testkit.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages, or the headers of one: a file that begins with a separator line is an mbox (RFC
 * 4155). Bodies are passed over.
 */
final class MessageReader {
  private static final int LONGEST_HEADERS = 1 << 20;
  private static final Pattern SEPARATOR = Pattern.compile("From .*\\d\\d:\\d\\d.*");

  private final ObservationReader reader;
  private final LineReader lines;
  private final Charset charset;
  private final ObservationSink sink;

  /**
   * @param charset what gives the bytes of the headers back
   */
  MessageReader(
      ObservationReader reader, String name, Reader text, Charset charset, ObservationSink sink) {
    this.reader = reader;
    this.lines = new LineReader(name, text);
    this.charset = charset;
    this.sink = sink;
  }

  /** Whether a line begins a message of an mbox. */
  static boolean isSeparator(String line) {
    return SEPARATOR.matcher(line).matches();
  }

  private @Nullable String next() {
    String line = lines.readLine();
    return line != null && line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  void read() {
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
  private @Nullable String message(@Nullable String first, boolean mbox) {
    SourceLocation location = lines.location();
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
