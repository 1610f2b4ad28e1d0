package org.exoattribution.testkit.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/** Reads files as bytes or text; what the system has against it becomes a message of one line. */
public final class SourceFiles {
  /** What is read as a whole fits into memory, and a stream that never ends ends here. */
  private static final int LARGEST = (int) Math.min(1 << 28, Runtime.getRuntime().maxMemory() / 16);

  /** How many bytes {@link #encoding} wants to see. */
  static final int HEAD = 3;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SourceFiles() {}

  public static byte[] bytes(Path file) {
    try (InputStream in = stream(file)) {
      return bytes(file.toString(), in);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** What is left of a stream, unless it is more than any document has. */
  public static byte[] bytes(String source, InputStream in) {
    SourceLocation location = SourceLocation.ofWhole(source);
    try {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length <= LARGEST) {
        return bytes;
      }
    } catch (IOException e) {
      throw unreadable(location, e);
    }
    throw new ScenarioException(
        location, "is too large: expected at most " + (LARGEST >> 20) + " MiB");
  }

  public static long size(Path file) {
    try {
      return Files.size(existing(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  public static InputStream stream(Path file) {
    try {
      return new FilterInputStream(Files.newInputStream(existing(file))) {
        @Override
        public int available() {
          return 0; // a pipe cannot tell, and the stream of a path would throw
        }
      };
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Path existing(Path file) {
    if (Files.exists(file) && !Files.isDirectory(file)) {
      return file;
    }
    String problem = Files.exists(file) ? "is a folder: expected a file" : "there is no such file";
    throw new ScenarioException(SourceLocation.ofWhole(file.toString()), problem);
  }

  public static String text(String source, byte[] bytes) {
    try {
      return decode(bytes);
    } catch (CharacterCodingException e) {
      throw notText(SourceLocation.ofWhole(source), e);
    }
  }

  /**
   * The encoding of a text that begins with these bytes. PowerShell writes UTF-8, with or without a
   * byte order mark, or UTF-16; a UTF-16 text without one is told by its first character, which is
   * ASCII in every document.
   */
  public static Charset encoding(byte[] head, int length) {
    int first = length > 0 ? head[0] & 0xFF : -1;
    int second = length > 1 ? head[1] & 0xFF : -1;
    if ((first == 0xFE && second == 0xFF) || (first == 0 && second > 0)) {
      return StandardCharsets.UTF_16BE;
    }
    if ((first == 0xFF && second == 0xFE) || (first > 0 && second == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.UTF_8;
  }

  /** The text in the encoding that the bytes begin with. */
  public static String decode(byte[] bytes) throws CharacterCodingException {
    Charset charset = encoding(bytes, bytes.length);
    return withoutMark(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
  }

  public static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  static ScenarioException notText(SourceLocation location, CharacterCodingException cause) {
    return new ScenarioException(location, "is not text: expected UTF-8 or UTF-16", cause);
  }

  /** What the system says, without the names of Java's classes. */
  public static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "access is denied";
    }
    String reason =
        cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
    return reason == null ? "the system gives no reason" : reason;
  }

  private static ScenarioException unreadable(Path file, IOException cause) {
    return unreadable(SourceLocation.ofWhole(file.toString()), cause);
  }

  public static ScenarioException unreadable(SourceLocation location, IOException cause) {
    return new ScenarioException(location, "cannot be read: " + reason(cause), cause);
  }
}
