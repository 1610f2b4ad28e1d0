package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesDetectorTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sourceIp\":\"192.0.2.1\"}",
        "\n  \n {\"name\":\"connections\"} \r\n{\"name\":\"b\"}\n",
        "\ufeff{\"name\":\"gr\u00fc\u00dfe\"}\n",
      })
  void a_whole_object_on_the_first_line_is_json_lines(String input) throws IOException {
    assertThat(isJsonLines(input)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "connections:\n  - {}\n",
        "{\n  \"connections\": []\n}\n",
        "{\"at\": \"2026-01-01T00:00:00Z\", \"connections\" : [{}]}\n",
      })
  void a_scenario_is_not(String input) throws IOException {
    assertThat(isJsonLines(input)).isFalse();
  }

  @Test
  void a_line_without_end_is_given_up() throws IOException {
    assertThat(isJsonLines("{" + "x".repeat(JsonLinesDetector.LONGEST_LINE) + "}")).isFalse();
  }

  private static boolean isJsonLines(String input) throws IOException {
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    BufferedInputStream in =
        new BufferedInputStream(new ByteArrayInputStream(bytes), JsonLinesDetector.LONGEST_LINE);
    boolean result = JsonLinesDetector.isJsonLines(in);
    assertThat(in.readAllBytes()).as("nothing is used up").isEqualTo(bytes);
    return result;
  }
}
