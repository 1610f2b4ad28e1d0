package org.exoattribution.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.analysis.observation.Judgement;
import org.exoattribution.analysis.search.DiffHarm;
import org.exoattribution.analysis.search.MisrouteKind;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.Stage;
import org.exoattribution.model.StageExplanation;
import org.exoattribution.testkit.cli.CommandRun;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the schemas list is what the code has: no value is forgotten, no key left over. */
class SchemaNamesTest {
  private static final JsonNode OUTPUT = JsonMapper.shared().readTree(Schema.OUTPUT.text());
  private static final JsonNode SCENARIO = JsonMapper.shared().readTree(Schema.SCENARIO.text());

  @TempDir static Path folder;

  static Stream<Object> values() {
    List<Object> values = new ArrayList<>();
    for (String of : List.of("/$defs/outcome/properties/", "/$defs/result/properties/")) {
      values.add(arguments(OUTPUT.at(of + "verdict"), keys(Attribution.Verdict.values())));
      values.add(arguments(OUTPUT.at(of + "stage"), keys(Stage.values())));
      values.add(arguments(OUTPUT.at(of + "basis"), keys(AttributionBasis.values())));
      values.add(arguments(OUTPUT.at(of + "reason"), names(RejectionReason.values())));
    }
    String expect = "/$defs/expect/properties/";
    values.add(arguments(SCENARIO.at(expect + "verdict"), keys(Attribution.Verdict.values())));
    values.add(arguments(SCENARIO.at(expect + "stage"), keys(Stage.values())));
    values.add(arguments(SCENARIO.at(expect + "basis"), keys(AttributionBasis.values())));
    values.add(arguments(SCENARIO.at(expect + "reason"), names(RejectionReason.values())));
    values.add(arguments(SCENARIO.at(expect + "findings/items"), names(Finding.Id.values())));
    for (Reading reading : Reading.values()) {
      values.add(
          arguments(
              SCENARIO.at("/properties/readings/properties/" + reading.key()),
              Readings.valuesOf(reading)));
    }
    String result = "/$defs/result/properties/";
    values.add(arguments(OUTPUT.at(result + "findings/items"), names(Finding.Id.values())));
    values.add(arguments(OUTPUT.at(result + "evidence"), names(Evidence.values())));
    values.add(
        arguments(OUTPUT.at("/$defs/condition/properties/outcome"), names(Outcome.values())));
    values.add(
        arguments(OUTPUT.at("/$defs/misroute/properties/misroute"), names(MisrouteKind.values())));
    values.add(arguments(OUTPUT.at("/$defs/changed/properties/change"), names(DiffHarm.values())));
    values.add(
        arguments(
            OUTPUT.at("/$defs/observation/properties/verdict"), names(Judgement.Kind.values())));
    return values.stream();
  }

  @ParameterizedTest
  @MethodSource("values")
  void an_enumeration_has_the_values_of_the_model(JsonNode schema, List<String> expected) {
    List<String> listed = new ArrayList<>();
    for (JsonNode value : schema.path("enum")) {
      if (!value.isNull()) {
        listed.add(value.asString());
      }
    }

    assertThat(listed).containsExactlyElementsOf(expected);
  }

  static Stream<Object> records() {
    return Stream.of(
        arguments("outcome", AttributionOutcome.class),
        arguments("stage", StageExplanation.class),
        arguments("condition", ConditionExplanation.class));
  }

  @ParameterizedTest
  @MethodSource("records")
  void an_object_has_the_keys_of_its_record(String name, Class<?> type) {
    assertThat(keys(name))
        .containsExactlyElementsOf(
            Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList());
  }

  static Stream<Object> printed() throws IOException {
    String before = "scenarios/b1-ip-to-certificate-both-enabled.yaml";
    String after = "scenarios/b2-ip-to-certificate-ip-connector-disabled.yaml";
    String exports = "exports-example";
    String chain = "src/test/resources/org/exoattribution/testkit/pki/openssl/good.pem";
    Path seen =
        Files.writeString(
            folder.resolve("seen.jsonl"),
            """
            {"sourceIp":"192.0.2.9","mailFrom":"a@example.com","rcptTo":"b@contoso.com","observed":{"verdict":"incoming","tenant":"nobody"}}
            """);
    JsonNode result = line("", "resolve", "--explain", after);
    return Stream.of(
        arguments("result", result),
        arguments("explanation", result.path("explanation")),
        arguments("change", result.at("/explanation/changes/0")),
        arguments("moves", result.at("/explanation/changes/0/moves")),
        arguments("restsOn", result.at("/explanation/restsOn")),
        arguments("connector", result.at("/explanation/stages/0/connectors/0")),
        arguments("misroute", line("misroute", "misroutes", "--explain", "--tenants", exports)),
        arguments("source", line("source", "misroutes", "--tenants", exports)),
        arguments("misroutesSummary", line("summary", "misroutes", "--tenants", exports)),
        arguments("changed", line("change", "diff", "--explain", before, after)),
        arguments("diffSummary", line("summary", "diff", before, after)),
        arguments("finding", line("finding", "lint", "--tenants", exports)),
        arguments("lintSummary", line("summary", "lint", "--tenants", exports)),
        arguments("observation", line("observation", "observed", "--tenants", exports, seen)),
        arguments("observedSummary", line("summary", "observed", "--tenants", exports, seen)),
        arguments("certificate", line("", "certificate", chain)));
  }

  @ParameterizedTest
  @MethodSource("printed")
  void an_object_has_the_keys_that_are_printed(String name, JsonNode printed) {
    assertThat(printed.propertyNames()).containsExactlyElementsOf(keys(name));
  }

  private static List<String> keys(String name) {
    List<String> keys =
        new ArrayList<>(OUTPUT.at("/$defs/" + name + "/properties").propertyNames());
    keys.remove("partial"); // which whoever writes the line adds
    return keys;
  }

  /** The first line of a type. */
  private static JsonNode line(String type, Object... command) {
    List<Object> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--format", "json"));
    return CommandRun.of(args.toArray())
        .out()
        .lines()
        .map(JsonMapper.shared()::readTree)
        .filter(line -> line.path("type").asString("").equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  /** What the enumerations of the model are called outside of Java. */
  private static List<String> keys(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(
            value ->
                value instanceof Stage stage
                    ? stage.key()
                    : value instanceof AttributionBasis basis
                        ? basis.key()
                        : ((Attribution.Verdict) value).key())
        .toList();
  }
}
