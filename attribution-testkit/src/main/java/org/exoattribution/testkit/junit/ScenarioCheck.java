package org.exoattribution.testkit.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.exoattribution.model.Explanation;
import org.exoattribution.testkit.render.MismatchText;
import org.exoattribution.testkit.scenario.Expectation;
import org.exoattribution.testkit.scenario.Expectation.Difference;
import org.exoattribution.testkit.scenario.Scenario;
import org.exoattribution.testkit.scenario.ScenarioConnection;
import org.opentest4j.AssertionFailedError;

/** Compares what comes of a scenario's connection with what the file expects. */
final class ScenarioCheck {
  private final List<String> messages = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private final List<String> actual = new ArrayList<>();

  private ScenarioCheck() {}

  /**
   * Resolves the connection for all its recipients.
   *
   * @throws AssertionFailedError if a recipient's attribution is not as expected
   */
  static void run(
      Scenario scenario, ScenarioConnection connection, Consumer<Explanation> observer) {
    List<Explanation> explanations = scenario.engine().explain(connection.transaction());
    explanations.forEach(observer);
    ScenarioCheck check = new ScenarioCheck();
    for (int i = 0; i < explanations.size(); i++) {
      check.compare(connection.expectations().get(i), explanations.get(i));
    }
    check.finish();
  }

  private void compare(Expectation expectation, Explanation explanation) {
    List<Difference> differences = expectation.differences(explanation.attribution());
    if (differences.isEmpty()) {
      return;
    }
    for (Difference difference : differences) {
      expected.add(difference.key() + ": " + difference.expected());
      actual.add(difference.key() + ": " + difference.actual());
    }
    messages.add(
        expectation.location()
            + "\n"
            + MismatchText.of(
                explanation,
                differences.stream().map(d -> d.key() + ": " + d.expected()).toList()));
  }

  private void finish() {
    if (!messages.isEmpty()) {
      throw new AssertionFailedError(
          messages.stream().collect(Collectors.joining("\n")),
          String.join("\n", expected),
          String.join("\n", actual));
    }
  }
}
