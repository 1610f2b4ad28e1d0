package org.exoattribution.testkit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.exoattribution.testkit.document.Node.Field;
import org.exoattribution.testkit.document.Node.Fields;
import org.exoattribution.testkit.document.Node.Scalar;
import org.exoattribution.testkit.document.Node.Scalar.Kind;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
  private static List<Field> fields(String text) {
    Optional<Node> document = Documents.parse("a.yaml", text);
    assertThat(document).isPresent();
    return ((Fields) document.get()).fields();
  }

  private static Scalar value(String yaml) {
    return (Scalar) fields("key: " + yaml + "\n").get(0).value();
  }

  @Test
  void every_value_knows_its_line() {
    List<Field> fields = fields("# comment\na: 1\n\nb:\n  - x\n  - y\n");

    assertThat(fields.get(0).location()).hasToString("a.yaml:2");
    assertThat(fields.get(1).location().line()).isEqualTo(4);
    assertThat(((Node.Items) fields.get(1).value()).nodes())
        .extracting(node -> node.location().line())
        .containsExactly(5, 6);
  }

  @Test
  void json_lines_are_counted_as_well() {
    List<Field> fields = fields("{\n\t\"a\": 1,\n\t\"b\": [\n\t\ttrue ]\n}");

    assertThat(fields.get(1).location().line()).isEqualTo(3);
    assertThat(((Node.Items) fields.get(1).value()).nodes().get(0).location().line()).isEqualTo(4);
  }

  @Test
  void equal_keys_are_both_kept() {
    assertThat(fields("a: 1\na: 2\n")).extracting(Field::key).containsExactly("a", "a");
    assertThat(fields("{\"a\":1,\"a\":2}")).extracting(Field::key).containsExactly("a", "a");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T00:00:00Z, TEXT, 2026-11-01T00:00:00Z",
    "2017-12-07, TEXT, 2017-12-07",
    "2017, NUMBER, 2017",
    "0123, NUMBER, 0123",
    "true, BOOLEAN, true",
    "True, BOOLEAN, true",
    "no, TEXT, no",
    "\"<>\", TEXT, <>",
    "~, NULL, ''",
    "null, NULL, ''",
    "'''''', TEXT, ''"
  })
  void scalars_keep_their_text(String yaml, Kind kind, String text) {
    assertThat(value(yaml)).isEqualTo(new Scalar(new SourceLocation("a.yaml", 1), kind, text));
  }

  @Test
  void a_missing_value_is_null() {
    assertThat(value("").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "# only a comment\n"})
  void a_text_without_content_holds_no_document(String text) {
    assertThat(Documents.parse("a.yaml", text)).isEmpty();
  }

  @Test
  void flow_style_yaml_that_is_not_json_is_still_yaml() {
    assertThat(fields("{ a: 1, b: [x] }")).extracting(Field::key).containsExactly("a", "b");
  }

  @Test
  void what_is_neither_is_refused_as_what_its_name_says() {
    assertThatThrownBy(() -> Documents.parse("a.json", "{\n \"a\": 1\n \"b\": 2 }"))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            "a.json:3: not readable: Unexpected character ('\"' (code 34)): was expecting comma to"
                + " separate Object entries");
    assertThatThrownBy(() -> Documents.parse("a.yaml", "{ a: [1, 2\nb: 3 }"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("a.yaml:2: not readable: expected ',' or ']'");
  }

  @Test
  void a_syntax_error_names_the_line_of_the_problem() {
    assertThatThrownBy(() -> Documents.parse("a.yaml", "a:\n\t- x\n"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("a.yaml:2: not readable: found character");
    assertThatThrownBy(() -> Documents.parse("a.yaml", "a: 1\nb: c: d\n"))
        .isInstanceOf(ScenarioException.class)
        .hasMessage("a.yaml:2: not readable: mapping values are not allowed here");
  }

  @Test
  void an_alias_is_refused_instead_of_taken_for_a_text() {
    assertThatThrownBy(() -> Documents.parse("a.yaml", "a: &x 1\nb: *x\n"))
        .isInstanceOf(ScenarioException.class)
        .hasMessage("a.yaml:2: the YAML alias \"*x\" is not supported: expected the value itself");
    assertThatThrownBy(() -> Documents.parse("a.yaml", "a: &x { k: 1 }\nb:\n  <<: *x\n"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("a.yaml:3: the YAML alias \"*x\"");
  }

  @Test
  void a_bomb_of_aliases_does_not_go_off() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertThatThrownBy(() -> Documents.parse("a.yaml", bomb.toString()))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("a.yaml:2: the YAML alias \"*a0\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.yaml"})
  void a_document_nested_too_deeply_is_refused(String source) {
    assertThatThrownBy(() -> Documents.parse(source, "[".repeat(100_000)))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void a_second_document_is_refused() {
    assertThatThrownBy(() -> Documents.parse("a.yaml", "a: 1\n---\nb: 2\n"))
        .isInstanceOf(ScenarioException.class)
        .hasMessage("a.yaml:3: a second document begins here: expected one only");
  }

  @Test
  void a_key_that_is_a_list_is_refused() {
    assertThatThrownBy(() -> Documents.parse("a.yaml", "? [a, b]\n: c\n"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("a.yaml:1: not readable: Expected a property name");
  }

  @Test
  void a_binary_tag_is_refused() {
    assertThatThrownBy(() -> Documents.parse("a.yaml", "a: !!binary aGVsbG8=\n"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("a.yaml:1: a value with a YAML tag");
  }

  @Test
  void yaml_of_many_megabytes_is_read() {
    assertThat(fields("# a comment of thirty characters\n".repeat(150_000) + "a: 1\n"))
        .singleElement()
        .extracting(field -> field.location().line())
        .isEqualTo(150_001);
  }
}
