package org.exoattribution.testkit.source;

/**
 * Where a value was read.
 *
 * @param file the file as the user named it
 * @param line counted from 1; 0 stands for the file or folder as a whole
 */
public record SourceLocation(String file, int line) {
  public static SourceLocation ofWhole(String file) {
    return new SourceLocation(file, 0);
  }

  /** {@code file:line}, or the file alone. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
