package org.exoattribution.testkit.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.exoattribution.model.Explanation;
import org.exoattribution.testkit.render.MismatchText;
import org.exoattribution.testkit.scenario.Expectation;
import org.exoattribution.testkit.scenario.Expectation.Difference;
import org.exoattribution.testkit.scenario.Scenario;
import org.exoattribution.testkit.scenario.ScenarioConnection;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.scenario.ScenarioReader;
import org.exoattribution.testkit.source.ScenarioException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.AssertionFailedError;

/**
 * Makes tests of scenario files: one container a file, in it one test a connection. What is wrong
 * with one file is a failing test in its place, so that the others still run.
 */
final class ScenarioFiles {
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  private ScenarioFiles() {}

  static Stream<DynamicNode> tests(List<Path> filesOrFolders, Consumer<Explanation> observer) {
    if (filesOrFolders.isEmpty()) {
      throw new IllegalArgumentException(
          "no scenario file is named: expected at least one file or folder");
    }
    return filesOrFolders.stream()
        .flatMap(path -> Files.isDirectory(path) ? inFolder(path, observer) : of(path, observer));
  }

  private static Stream<DynamicNode> inFolder(Path folder, Consumer<Explanation> observer) {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(ScenarioFiles::isScenario).sorted().toList();
    } catch (IOException e) {
      return failing(folder, folder + ": cannot be read: expected a folder of scenario files", e);
    }
    return files.isEmpty()
        ? failing(folder, folder + ": holds no file in " + ENDINGS + ": expected a scenario", null)
        : files.stream().flatMap(file -> of(file, observer));
  }

  private static boolean isScenario(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(path) && ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static Stream<DynamicNode> of(Path file, Consumer<Explanation> observer) {
    Scenario scenario;
    try {
      scenario = new ScenarioReader(ScenarioOverrides.none()).read(file);
    } catch (ScenarioException e) {
      return failing(file, e.getMessage(), e);
    }
    List<ScenarioConnection> expecting =
        scenario.connections().stream().filter(c -> !c.expectations().isEmpty()).toList();
    if (expecting.isEmpty()) {
      return failing(
          file,
          file + ": has no expectation: expected \"expect\" at one connection at least",
          null);
    }
    Stream<DynamicNode> tests =
        expecting.stream()
            .map(
                connection ->
                    dynamicTest(
                        connection.name(),
                        source(file, "?line=" + connection.location().line()),
                        () -> check(scenario, connection, observer)));
    return Stream.of(dynamicContainer(name(file) + partial(scenario), source(file, ""), tests));
  }

  /** Compares what comes of a connection for each of its recipients with what the file expects. */
  private static void check(
      Scenario scenario, ScenarioConnection connection, Consumer<Explanation> observer) {
    List<Explanation> explanations = scenario.engine().explain(connection.transaction());
    explanations.forEach(observer);
    List<String> messages = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (int i = 0; i < explanations.size(); i++) {
      Expectation expectation = connection.expectations().get(i);
      List<String> missed = new ArrayList<>();
      for (Difference each : expectation.differences(explanations.get(i).attribution())) {
        missed.add(each.key() + ": " + each.expected());
        actual.add(each.key() + ": " + each.actual());
      }
      if (!missed.isEmpty()) {
        expected.addAll(missed);
        messages.add(expectation.location() + "\n" + MismatchText.of(explanations.get(i), missed));
      }
    }
    if (!messages.isEmpty()) {
      throw new AssertionFailedError(
          String.join("\n", messages), String.join("\n", expected), String.join("\n", actual));
    }
  }

  private static Stream<DynamicNode> failing(
      Path path, @Nullable String message, @Nullable Throwable cause) {
    return Stream.of(
        dynamicTest(
            name(path),
            source(path, ""),
            () -> {
              throw new AssertionFailedError(message, cause);
            }));
  }

  /** What the name of a file's tests says of tenants that lack something (INC-1). */
  private static String partial(Scenario scenario) {
    return scenario.importReport().isComplete() ? "" : " (partial tenants: proves nothing)";
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /**
   * JUnit reads the line off the query, and IDEs jump there. Under Surefire nobody does, and its
   * version 3.5.3 drops every test whose source is neither class nor method, the failing ones too.
   */
  private static @Nullable URI source(Path file, String query) {
    boolean surefire = System.getProperty("surefire.test.class.path") != null;
    return surefire ? null : URI.create(file.toUri() + query);
  }
}
