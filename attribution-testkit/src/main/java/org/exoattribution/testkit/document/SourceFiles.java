package org.exoattribution.testkit.document;

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
  private SourceFiles() {}

  public static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(existing(file));
    } catch (IOException e) {
      throw unreadable(SourceLocation.ofWhole(file.toString()), e);
    }
  }

  /** How many bytes the file has. */
  public static long size(Path file) {
    try {
      return Files.size(existing(file));
    } catch (IOException e) {
      throw unreadable(SourceLocation.ofWhole(file.toString()), e);
    }
  }

  /** The file's content, to be closed by whoever reads it. */
  public static InputStream stream(Path file) {
    try {
      return Files.newInputStream(existing(file));
    } catch (IOException e) {
      throw unreadable(SourceLocation.ofWhole(file.toString()), e);
    }
  }

  private static Path existing(Path file) {
    SourceLocation location = SourceLocation.ofWhole(file.toString());
    if (!Files.exists(file)) {
      throw new ScenarioException(location, "there is no such file");
    }
    if (Files.isDirectory(file)) {
      throw new ScenarioException(location, "is a folder: expected a file");
    }
    return file;
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

  public static ScenarioException unreadable(SourceLocation location, IOException cause) {
    return new ScenarioException(location, "cannot be read: " + reason(cause), cause);
  }
}
