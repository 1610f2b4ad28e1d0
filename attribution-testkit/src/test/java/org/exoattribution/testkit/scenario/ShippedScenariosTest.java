package org.exoattribution.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.model.Attribution;
import org.exoattribution.testkit.export.ImportReport;
import org.exoattribution.testkit.scenario.Expectation.Difference;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every shipped scenario expects something of every recipient, and gets it. */
class ShippedScenariosTest {
  private static final Path FOLDER = Path.of("scenarios");

  @TestFactory
  List<DynamicTest> every_shipped_scenario_comes_out_right() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<DynamicTest> tests =
          files
              .sorted()
              .map(file -> DynamicTest.dynamicTest(file.toString(), () -> comesOutRight(file)))
              .toList();
      assertThat(tests).isNotEmpty();
      return tests;
    }
  }

  private static void comesOutRight(Path file) {
    Scenario scenario = new ScenarioReader(ScenarioOverrides.none()).read(file);

    assertThat(scenario.importReport().entries(ImportReport.Severity.WARNING)).isEmpty();
    assertThat(scenario.connections())
        .isNotEmpty()
        .allSatisfy(connection -> assertThat(differences(scenario, connection)).isEmpty());
  }

  private static List<Difference> differences(Scenario scenario, ScenarioConnection connection) {
    List<Attribution> attributions = scenario.engine().resolve(connection.transaction());
    assertThat(connection.expectations()).hasSameSizeAs(attributions);
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < attributions.size(); i++) {
      differences.addAll(connection.expectations().get(i).differences(attributions.get(i)));
    }
    return differences;
  }

  @Test
  void a_changed_expectation_does_not() {
    Scenario scenario =
        Texts.read(
            """
            tenants:
              - name: contoso
                acceptedDomains: [contoso.com]
            connections:
              - sourceIp: 192.0.2.1
                mailFrom: stranger.example
                rcptTo: anna@contoso.com
                expect: { verdict: originating }
            """);

    assertThat(differences(scenario, scenario.connections().get(0)))
        .containsExactly(new Difference("verdict", "originating", "incoming"));
  }
}
