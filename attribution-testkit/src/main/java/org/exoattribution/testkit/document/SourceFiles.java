package org.exoattribution.testkit.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/** Reads files; what the system has against it becomes a message of one line. */
public final class SourceFiles {
  /** What is read as a whole fits into memory, and a stream that never ends ends here. */
  private static final int LARGEST = (int) Math.min(1 << 28, Runtime.getRuntime().maxMemory() / 16);

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
      return EncodedText.decode(bytes);
    } catch (CharacterCodingException e) {
      throw notText(SourceLocation.ofWhole(source), e);
    }
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
