package org.exoattribution.testkit.observation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.testkit.document.EncodedText;
import org.exoattribution.testkit.source.ScenarioException;
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

  MessageReader(ObservationReader reader) {
    this.reader = reader;
  }

  /** Whether a line begins a message of an mbox. */
  static boolean isSeparator(String line) {
    return SEPARATOR.matcher(line).matches();
  }

  void read(String name, InputStream in, Charset charset, ObservationSink sink) throws IOException {
    // Bodies are in any charset, and this one keeps every byte.
    Charset bytes = charset.equals(StandardCharsets.UTF_8) ? StandardCharsets.ISO_8859_1 : charset;
    new Lines(name, new BufferedReader(new InputStreamReader(in, bytes)), bytes, sink).read();
  }

  private final class Lines {
    private final String name;
    private final BufferedReader lines;
    private final Charset charset;
    private final ObservationSink sink;
    private int number;

    Lines(String name, BufferedReader lines, Charset charset, ObservationSink sink) {
      this.name = name;
      this.lines = lines;
      this.charset = charset;
      this.sink = sink;
    }

    private @Nullable String next() throws IOException {
      number++;
      return lines.readLine();
    }

    void read() throws IOException {
      String line = next();
      line = line == null ? null : withoutMark(line);
      while (line != null && line.isBlank()) {
        line = next();
      }
      boolean mbox = line != null && isSeparator(line);
      while (line != null) {
        line = message(isSeparator(line) ? next() : line, mbox);
      }
    }

    /** A byte order mark is one character of UTF-16, and three of ISO 8859-1. */
    private String withoutMark(String line) {
      String mark =
          new String("\uFEFF".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      return line.startsWith(mark) ? line.substring(mark.length()) : EncodedText.withoutMark(line);
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
      evidence(headers, location);
      boolean blank = true;
      while (line != null && mbox && !(blank && isSeparator(line))) {
        blank = line.isEmpty();
        line = next();
      }
      return mbox ? line : null;
    }

    private void evidence(StringBuilder headers, SourceLocation location) {
      Charset encoding =
          charset.equals(StandardCharsets.ISO_8859_1) ? charset : StandardCharsets.UTF_8;
      try {
        Evidence evidence =
            MessageEvidence.of(new HeaderBlock(headers.toString().getBytes(encoding)));
        if (evidence.isHosted()) {
          sink.sentByMailbox(location);
        } else {
          sink.observed(evidence.sighting(location, reader));
        }
      } catch (InvalidValueException e) {
        sink.unreadable(new ScenarioException(location, String.valueOf(e.getMessage())));
      }
    }
  }
}
