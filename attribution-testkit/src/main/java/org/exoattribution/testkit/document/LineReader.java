package org.exoattribution.testkit.document;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, counted. A line has a greatest length, so that a stream without line
 * breaks is an error and does not fill the memory.
 */
public final class LineReader implements Closeable {
  private static final int LONGEST_LINE = 1 << 20;

  private final String source;
  private final Closeable in;
  private final Reader reader;
  private final char[] buffer = new char[1 << 16];
  private int position;
  private int limit;
  private int lineNumber;

  public LineReader(String source, InputStream in) {
    this.source = source;
    this.in = in;
    try {
      BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
      buffered.mark(SourceFiles.HEAD);
      byte[] head = buffered.readNBytes(SourceFiles.HEAD);
      buffered.reset();
      // A decoder of its own refuses what is not text; the default would put question marks there.
      this.reader =
          new InputStreamReader(buffered, SourceFiles.encoding(head, head.length).newDecoder());
    } catch (IOException e) {
      throw SourceFiles.unreadable(SourceLocation.ofWhole(source), e);
    }
  }

  /** The same of a text that has been decoded. */
  public LineReader(String source, Reader text) {
    this.source = source;
    this.in = text;
    this.reader = text;
  }

  public SourceLocation location() {
    return new SourceLocation(source, lineNumber);
  }

  /** The next line without its end; null after the last. */
  public @Nullable String readLine() {
    lineNumber++;
    try {
      StringBuilder beginning = new StringBuilder(0);
      while (position < limit || fill()) {
        int start = position;
        int end = start;
        while (end < limit && buffer[end] != '\n') {
          end++;
        }
        position = Math.min(end + 1, limit);
        if (end < limit && beginning.length() == 0) {
          return whole(new String(buffer, start, end - start));
        }
        beginning.append(buffer, start, end - start);
        if (end < limit) {
          return whole(beginning.toString());
        }
        if (beginning.length() > LONGEST_LINE) {
          throw new ScenarioException(
              location(), "the line is longer than " + LONGEST_LINE + " characters");
        }
      }
      return beginning.length() == 0 ? null : whole(beginning.toString());
    } catch (CharacterCodingException e) {
      throw SourceFiles.notText(location(), e);
    } catch (IOException e) {
      throw SourceFiles.unreadable(location(), e);
    }
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, reader.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  private String whole(String line) {
    return lineNumber == 1 ? SourceFiles.withoutMark(line) : line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
