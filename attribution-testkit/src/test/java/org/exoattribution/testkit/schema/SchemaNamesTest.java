package org.exoattribution.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
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
import org.exoattribution.testkit.render.json.CertificateLine;
import org.exoattribution.testkit.render.json.ChangeLine;
import org.exoattribution.testkit.render.json.LintLine;
import org.exoattribution.testkit.render.json.MisrouteLine;
import org.exoattribution.testkit.render.json.ObservationLine;
import org.exoattribution.testkit.render.json.Reasons;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the schemas list is what the code has: no value is forgotten, no key left over. */
class SchemaNamesTest {
  private static final JsonNode OUTPUT = JsonMapper.shared().readTree(Schema.OUTPUT.text());
  private static final JsonNode SCENARIO = JsonMapper.shared().readTree(Schema.SCENARIO.text());

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
        arguments("condition", ConditionExplanation.class),
        arguments("explanation", Reasons.class),
        arguments("change", Reasons.Change.class),
        arguments("restsOn", Reasons.RestsOn.class),
        arguments("misroute", MisrouteLine.class),
        arguments("source", MisrouteLine.Source.class),
        arguments("misroutesSummary", MisrouteLine.Summary.class),
        arguments("changed", ChangeLine.class),
        arguments("diffSummary", ChangeLine.Summary.class),
        arguments("finding", LintLine.class),
        arguments("lintSummary", LintLine.Summary.class),
        arguments("observation", ObservationLine.class),
        arguments("certificate", CertificateLine.class));
  }

  @ParameterizedTest
  @MethodSource("records")
  void an_object_has_the_keys_of_its_record(String name, Class<?> type) {
    List<String> keys =
        new ArrayList<>(OUTPUT.at("/$defs/" + name + "/properties").propertyNames());
    keys.remove("partial"); // which whoever writes the line adds

    assertThat(keys).containsExactlyElementsOf(components(type).toList());
  }

  private static Stream<String> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(
            component ->
                isUnwrapped(type, component)
                    ? components(component.getType())
                    : Stream.of(component.getName()));
  }

  private static boolean isUnwrapped(Class<?> type, RecordComponent component) {
    try {
      return type.getDeclaredField(component.getName()).isAnnotationPresent(JsonUnwrapped.class);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
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
