package org.exoattribution.testkit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.testkit.document.SourceFiles;
import picocli.CommandLine.Option;

/** The option {@code --force}, without which no file is overwritten. */
final class ForceOption {
  @Option(names = "--force")
  private boolean force;

  /**
   * Before work whose result would be lost.
   *
   * @throws InvalidValueException if the file is there and may not be overwritten, or its folder is
   *     not
   */
  void check(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InvalidValueException(
          file + ": cannot be written: expected a file in a folder that exists");
    }
    if (!force && Files.exists(file)) {
      throw new InvalidValueException(
          file + ": is there already: expected a new file, or --force to overwrite it");
    }
  }

  /**
   * Writes the file.
   *
   * @throws InvalidValueException as {@link #check}, or if it cannot be written
   */
  void write(Path file, String content) {
    check(file);
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new InvalidValueException(
          file + ": cannot be written (" + SourceFiles.reason(e) + "): expected a file to write");
    }
  }
}
