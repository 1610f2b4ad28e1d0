package org.exoattribution.testkit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What SARIF 2.1.0 and its schema demand of a log like ours, with the sections of the standard: no
 * property but those it has, all that it requires, and indexes that point at their rule.
 */
public final class Sarif {
  private static final Set<String> LEVELS = Set.of("error", "warning", "note", "none");

  private Sarif() {}

  /** Fails unless the log is as the standard demands. */
  public static void assertValid(String text) {
    JsonNode log = JsonMapper.shared().readTree(text);
    assertKeys(log, Set.of("version", "runs"), Set.of("$schema")); // 3.13
    assertThat(log.path("version").stringValue()).isEqualTo("2.1.0");
    assertThat(log.path("runs")).hasSize(1);
    JsonNode run = log.path("runs").path(0);
    assertKeys(run, Set.of("tool"), Set.of("results", "properties")); // 3.14
    assertKeys(run.path("tool"), Set.of("driver"), Set.of()); // 3.18
    JsonNode driver = run.path("tool").path("driver");
    assertKeys(driver, Set.of("name"), Set.of("rules")); // 3.19
    assertThat(driver.path("rules")).isNotEmpty().doesNotHaveDuplicates();
    driver.path("rules").forEach(Sarif::assertRule);
    assertThat(run.has("results")).isTrue(); // 3.14.23: empty if nothing was found
    run.path("results").forEach(result -> assertResult(result, driver.path("rules")));
    assertThat(fingerprints(text)).doesNotHaveDuplicates();
  }

  private static void assertRule(JsonNode rule) {
    assertKeys( // 3.49
        rule, Set.of("id"), Set.of("shortDescription", "help", "defaultConfiguration"));
    assertText(rule.path("shortDescription"));
    assertText(rule.path("help"));
    assertKeys(rule.path("defaultConfiguration"), Set.of(), Set.of("level")); // 3.50
    assertThat(LEVELS).contains(rule.at("/defaultConfiguration/level").stringValue());
  }

  private static void assertResult(JsonNode result, JsonNode rules) {
    assertKeys( // 3.27
        result,
        Set.of("message"),
        Set.of("ruleId", "ruleIndex", "level", "locations", "partialFingerprints", "suppressions"));
    assertThat(rules.path(result.path("ruleIndex").intValue()).path("id").stringValue())
        .isEqualTo(result.path("ruleId").stringValue());
    assertThat(LEVELS).contains(result.path("level").stringValue());
    assertText(result.path("message"));
    for (JsonNode location : result.path("locations")) {
      JsonNode place = location.path("physicalLocation");
      assertKeys(place, Set.of("artifactLocation"), Set.of("region")); // 3.29
      assertThat(URI.create(place.at("/artifactLocation/uri").stringValue())).isNotNull(); // 3.4.3
      if (place.has("region")) {
        assertThat(place.at("/region/startLine").intValue()).isPositive(); // 3.30.5
      }
    }
    for (JsonNode suppression : result.path("suppressions")) {
      assertKeys(suppression, Set.of("kind"), Set.of("justification")); // 3.35
      assertThat(suppression.path("kind").stringValue()).isIn("inSource", "external");
    }
  }

  /** The fingerprints of the results, in their order. */
  public static List<String> fingerprints(String text) {
    return JsonMapper.shared()
        .readTree(text)
        .at("/runs/0/results")
        .valueStream()
        .map(result -> result.at("/partialFingerprints/identity~1v1").stringValue())
        .toList();
  }

  private static void assertText(JsonNode message) { // 3.11, 3.12
    assertKeys(message, Set.of("text"), Set.of());
    assertThat(message.path("text").stringValue()).isNotBlank();
  }

  private static void assertKeys(JsonNode object, Set<String> required, Set<String> allowed) {
    assertThat(object.isObject()).isTrue();
    assertThat(object.propertyNames()).containsAll(required);
    assertThat(object.propertyNames())
        .allMatch(key -> required.contains(key) || allowed.contains(key));
  }
}
