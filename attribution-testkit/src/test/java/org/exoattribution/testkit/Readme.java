package org.exoattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The guide of this module, its README, and the examples in it that stand in a test between
 * markers.
 */
final class Readme {
  private static final Path FILE = Path.of("README.md");
  private static final Path TESTS = Path.of("src/test/java/org/exoattribution/testkit");
  private static final Pattern MARKED =
      Pattern.compile("^ *// readme\\R(.*?)^ *// end\\R", Pattern.MULTILINE | Pattern.DOTALL);

  private Readme() {}

  static String text() throws IOException {
    return Files.readString(FILE);
  }

  /** What stands between markers in the test, as the README should have it. */
  static List<String> examplesIn(Class<?> test) throws IOException {
    return MARKED
        .matcher(Files.readString(TESTS.resolve(test.getSimpleName() + ".java")))
        .results()
        .map(match -> match.group(1).stripTrailing().stripIndent() + "\n")
        .map(example -> example.replace("static class", "class")) // nested there only
        .toList();
  }

  /** The block of the language that begins so. */
  static String block(String language, String beginning) throws IOException {
    String readme = text();
    int start = readme.indexOf("```" + language + "\n" + beginning);
    assertThat(start).as("where the block begins").isNotNegative();
    return readme.substring(readme.indexOf('\n', start) + 1, readme.indexOf("```\n", start + 3));
  }
}
