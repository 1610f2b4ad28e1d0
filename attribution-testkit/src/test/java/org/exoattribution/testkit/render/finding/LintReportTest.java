package org.exoattribution.testkit.render.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.analysis.lint.LintRule;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.analysis.lint.Linter;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.export.TenantsReader;
import org.exoattribution.testkit.render.Golden;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.Sarif;
import org.exoattribution.testkit.render.finding.LintReport.Entry;
import org.exoattribution.testkit.render.layout.Paragraph;
import org.exoattribution.testkit.scenario.LintSuppressions;
import org.exoattribution.testkit.source.SourceLocation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LintReportTest {
  private static final Path EXAMPLE = Path.of("exports-example");

  @Test
  void the_example_as_text() {
    Golden.assertMatches("lint-example.txt", example().text(Palette.NONE));
  }

  @Test
  void no_line_of_the_text_is_longer_than_80_columns() {
    assertThat(example().text(Palette.NONE).lines())
        .filteredOn(line -> line.length() > Paragraph.COLUMNS)
        .isEmpty();
  }

  @Test
  void the_example_as_json_lines() {
    Golden.assertMatches("lint-example.jsonl", example().lines().collect(Collectors.joining()));
  }

  @Test
  void the_example_as_sarif() {
    Golden.assertMatches("lint-example.sarif", example().sarif());
    Sarif.assertValid(example().sarif());
  }

  @Test
  void sarif_results_point_at_rules_files_and_lines() {
    JsonNode run = JsonMapper.shared().readTree(example().sarif()).path("runs").path(0);
    JsonNode rules = run.path("tool").path("driver").path("rules");

    assertThat(rules).hasSize(Linter.rules().size() + 1);
    assertThat(run.path("results"))
        .isNotEmpty()
        .allSatisfy(
            result -> {
              assertThat(rules.path(result.path("ruleIndex").intValue()).path("id").stringValue())
                  .isEqualTo(result.path("ruleId").stringValue());
              JsonNode place = result.path("locations").path(0).path("physicalLocation");
              assertThat(place.path("artifactLocation").path("uri").stringValue())
                  .matches(
                      place.path("region").isMissingNode() // a finding about the tenant
                          ? "exports-example/contoso/Get-AcceptedDomain\\.json"
                          : "exports-example/(contoso|fabrikam)/Get-InboundConnector\\.json");
              if (!place.path("region").isMissingNode()) {
                assertThat(place.path("region").path("startLine").intValue()).isPositive();
              }
            });
  }

  @Test
  void sarif_names_files_by_uri_references() {
    assertThat(uri("exports/my tenant/Get-InboundConnector.json"))
        .isEqualTo("exports/my%20tenant/Get-InboundConnector.json");
    assertThat(uri("./exports/../ex/a#b.json")).isEqualTo("ex/a%23b.json");
    assertThat(uri("a:b/c.json")).isEqualTo("./a:b/c.json");
    assertThat(uri("/exports/a.json")).isEqualTo("file:///exports/a.json");
  }

  private static LintFinding finding(LintRule rule, Optional<String> subject) {
    return new LintFinding(rule, "contoso", Optional.of("C"), subject, "It is.", "Do it.");
  }

  private static String uri(String file) {
    LintFinding finding = finding(Linter.rules().get(0), Optional.empty());
    Entry entry = new Entry(finding, Optional.of(new SourceLocation(file, 0)), Optional.empty());
    JsonNode log =
        JsonMapper.shared()
            .readTree(new LintReport(Linter.rules(), List.of(entry), PartialNotice.NONE).sarif());
    JsonNode place = log.at("/runs/0/results/0/locations/0/physicalLocation");
    assertThat(place.has("region")).isFalse();
    return place.path("artifactLocation").path("uri").stringValue();
  }

  @Test
  void sarif_fingerprints_are_different_even_of_findings_at_one_place() {
    List<Entry> entries =
        Stream.of(Optional.of("X"), Optional.of("Y"), Optional.of("Y"), Optional.<String>empty())
            .map(subject -> finding(LintRule.UNUSED_SUPPRESSION, subject))
            .map(each -> new Entry(each, Optional.empty(), Optional.empty()))
            .toList();
    String sarif =
        new LintReport(List.of(LintRule.UNUSED_SUPPRESSION), entries, PartialNotice.NONE).sarif();

    assertThat(Sarif.fingerprints(sarif))
        .containsExactly(
            "UNUSED_SUPPRESSION contoso / C: X",
            "UNUSED_SUPPRESSION contoso / C: Y",
            "UNUSED_SUPPRESSION contoso / C: Y #2",
            "UNUSED_SUPPRESSION contoso / C");
    Sarif.assertValid(sarif);
  }

  @Test
  void suppressed_findings_are_not_counted() {
    assertThat(example().count(Severity.WARNING)).isZero();
    assertThat(example().suppressed()).isEqualTo(2);
  }

  private static LintReport example() {
    TenantsImport tenants = TenantsReader.read(EXAMPLE);
    LintSuppressions suppressions = LintSuppressions.beside(EXAMPLE);
    List<LintRule> rules = new ArrayList<>(Linter.rules());
    rules.add(LintRule.UNUSED_SUPPRESSION);
    return new LintReport(
        rules,
        Linter.standard()
            .findings(tenants.directory())
            .map(
                finding ->
                    new Entry(
                        finding, tenants.locations().of(finding), suppressions.reasonFor(finding)))
            .toList(),
        PartialNotice.NONE);
  }
}
