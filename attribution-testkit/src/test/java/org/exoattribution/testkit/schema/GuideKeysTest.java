package org.exoattribution.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of keys in the guide are the schema's. */
class GuideKeysTest {
  private static final JsonNode SCENARIO = JsonMapper.shared().readTree(Schema.SCENARIO.text());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/$defs/connection",
        "/$defs/describedCertificate",
        "/$defs/certificateFiles",
        "/$defs/expect",
        "/$defs/tenant",
        "/$defs/acceptedDomain",
        "/$defs/inboundConnector"
      })
  void the_guide_has_the_table(String object) throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains(table(SCENARIO.at(object)));
  }

  @Test
  void the_example_for_editors_is_of_the_schema_that_it_names() throws IOException {
    String guide = Files.readString(Path.of("README.md"));
    int start = guide.indexOf("# yaml-language-server: $schema=" + Schema.SCENARIO.fileName());
    String example = guide.substring(start, guide.indexOf("```", start));

    assertThat(Validation.errors(Schema.SCENARIO, example)).isEmpty();
    assertThat(example).contains("connections:");
  }

  private static String table(JsonNode object) {
    List<String> required = new ArrayList<>();
    object.path("required").forEach(key -> required.add(key.asString()));
    StringBuilder table = new StringBuilder("| key | meaning | default |\n|---|---|---|\n");
    for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
      JsonNode value = property.getValue();
      table
          .append("| `")
          .append(property.getKey())
          .append("` | ")
          .append(meaning(value).replace("|", "\\|"))
          .append(" | ")
          .append(required.contains(property.getKey()) ? "required" : defaultOf(value))
          .append(" |\n");
    }
    return table.toString();
  }

  private static String defaultOf(JsonNode value) {
    return value.has("default") ? "`" + value.path("default").asString() + "`" : "";
  }

  private static String meaning(JsonNode value) {
    String description = value.path("description").asString();
    String choices =
        value
            .path("enum")
            .valueStream()
            .filter(choice -> choice.isString() && !choice.asString().matches("(?i)true|false"))
            .map(choice -> "`" + choice.asString() + "`")
            .collect(Collectors.joining(", "));
    return choices.isEmpty() ? description : description.replaceFirst("\\.$", "") + ": " + choices;
  }
}
