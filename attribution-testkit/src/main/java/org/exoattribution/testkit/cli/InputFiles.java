package org.exoattribution.testkit.cli;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.testkit.document.SourceFiles;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/** Reads whole files, or standard input, with messages that name them. */
final class InputFiles {
  /** The argument that stands for standard input. */
  static final String STANDARD_INPUT = "-";

  private final InputStream standardInput;

  InputFiles(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /** How messages and results name the argument. */
  static String name(String file) {
    return file.equals(STANDARD_INPUT) ? Terminal.STANDARD_INPUT : file;
  }

  /**
   * What the parser makes of the content.
   *
   * @throws ScenarioException if the file cannot be read or the parser refuses its content
   */
  <T> T read(String file, Function<byte[], T> parser) {
    try {
      return parser.apply(bytes(file));
    } catch (InvalidValueException e) {
      throw unusable(file, String.valueOf(e.getMessage()));
    }
  }

  private byte[] bytes(String file) {
    return file.equals(STANDARD_INPUT)
        ? SourceFiles.bytes(name(file), standardInput)
        : SourceFiles.bytes(existing(file, "a file or - for standard input"));
  }

  /**
   * @throws ScenarioException if there is no such file
   */
  static Path existing(String file, String expected) {
    Path path = Path.of(file);
    if (!Files.exists(path)) {
      throw unusable(file, "there is no such file: expected " + expected);
    }
    if (Files.isDirectory(path)) {
      throw unusable(file, "is a folder: expected " + expected);
    }
    return path;
  }

  static ScenarioException unusable(String file, String problem) {
    return new ScenarioException(new SourceLocation(name(file), 0), problem);
  }
}
