package org.exoattribution.testkit.junit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.exoattribution.model.Explanation;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;

/**
 * Scenario files as tests: a class with nothing in it that implements this and has a {@link
 * ScenarioSource} runs the files named there, and {@link #in} gives the tests to a factory method
 * of one's own. Each connection with an expectation is a test by its name that an IDE can jump to.
 * A file that is missing, empty, wrong or without expectations is a test that fails.
 */
public interface ScenarioTests {

  /** The tests of the files that the class's {@link ScenarioSource} names. */
  @TestFactory
  default Stream<DynamicNode> scenarios(TestInfo info) {
    Class<?> testClass = info.getTestClass().orElseThrow();
    ScenarioSource source = testClass.getAnnotation(ScenarioSource.class);
    if (source == null) {
      throw new IllegalStateException(
          testClass.getName()
              + " implements ScenarioTests but names no files: expected"
              + " @ScenarioSource(\"scenarios\") or the like on the class");
    }
    return ScenarioFiles.tests(Arrays.stream(source.value()).map(Path::of).toList(), this::observe);
  }

  /** Is told what was resolved, for each recipient; does nothing unless overridden. */
  default void observe(Explanation explanation) {}

  /**
   * The tests of these files.
   *
   * @param filesOrFolders files, or folders whose {@code *.yaml}, {@code *.yml} and {@code *.json}
   *     files all are scenarios
   */
  static Stream<DynamicNode> in(Path... filesOrFolders) {
    return in(explanation -> {}, filesOrFolders);
  }

  /**
   * The tests of these files.
   *
   * @param observer is told what was resolved, for each recipient, such as {@code
   *     coverage::observe}
   * @param filesOrFolders as of {@link #in(Path...)}
   */
  static Stream<DynamicNode> in(Consumer<Explanation> observer, Path... filesOrFolders) {
    Objects.requireNonNull(observer, "observer");
    Objects.requireNonNull(filesOrFolders, "filesOrFolders");
    return ScenarioFiles.tests(Arrays.asList(filesOrFolders), observer);
  }
}
