package org.exoattribution.testkit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.exoattribution.testkit.render.json.Json;
import org.exoattribution.testkit.render.json.Reasons;
import org.exoattribution.testkit.scenario.Scenario;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.scenario.ScenarioReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator reads about the cases that everybody meets. */
class AdviceGoldenTest {
  @ParameterizedTest
  @CsvSource({
    "b2-ip-to-certificate-ip-connector-disabled, b2",
    "c1-forwarded-mail-ip-scoped-current, c1",
    "row-13-one-certificate-for-two-tenants, row-13",
    "row-14-mail-past-the-gateway, row-14",
    "e1-varuna-and-setebos, e1"
  })
  void the_text_says_why_and_what_to_do_next(String scenario, String golden) {
    String text =
        details(scenario).stream()
            .map(details -> AttributionText.plain().explained(scenario, details))
            .collect(Collectors.joining("\n"));

    Golden.assertMatches(golden + "-explained.txt", text);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @CsvSource({"b2-ip-to-certificate-ip-connector-disabled, b2", "e1-varuna-and-setebos, e1"})
  void the_json_has_changes_and_what_the_result_rests_on(String scenario, String golden) {
    String json =
        details(scenario).stream()
            .map(details -> Json.text(Reasons.of(details)))
            .collect(Collectors.joining("\n", "", "\n"));

    Golden.assertMatches(golden + "-explained.json", json);
  }

  @ParameterizedTest
  @CsvSource({"b2-ip-to-certificate-ip-connector-disabled, b2", "e1-varuna-and-setebos, e1"})
  void the_flowchart_shows_the_way_to_the_verdict(String scenario, String golden) {
    String flowcharts =
        details(scenario).stream()
            .map(details -> ExplanationMermaid.flowchart(details.explanation()))
            .collect(Collectors.joining("\n"));

    Golden.assertMatches(golden + ".mmd", flowcharts);
  }

  private static List<ResultDetails> details(String name) {
    Scenario scenario =
        new ScenarioReader(ScenarioOverrides.none()).read(Path.of("scenarios", name + ".yaml"));
    ResultStudy study = ResultStudy.of(scenario.engine());
    return scenario.connections().stream()
        .flatMap(connection -> study.of(connection.transaction()).stream())
        .toList();
  }
}
