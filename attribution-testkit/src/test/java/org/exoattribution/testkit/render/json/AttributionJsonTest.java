package org.exoattribution.testkit.render.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.exoattribution.model.Attribution;
import org.exoattribution.testkit.render.Samples;
import org.exoattribution.testkit.render.layout.Printable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class AttributionJsonTest {
  @Test
  void keys_come_in_the_order_of_the_contract_and_absent_values_are_null() {
    assertThat(AttributionJson.of("client mail", Samples.originating().attribution()))
        .isEqualTo(
            "{\"connection\":\"client mail\",\"recipient\":\"someone@fabrikam.com\","
                + "\"verdict\":\"originating\",\"tenant\":\"varunagroup\","
                + "\"connector\":\"Inbound from HCW\",\"stage\":\"certificate\","
                + "\"basis\":\"certificate-domain\",\"reason\":null,\"reply\":null,"
                + "\"findings\":[\"FOREIGN_RECIPIENT\",\"WILDCARD_CAPTURE\"],"
                + "\"rules\":[\"CERT-2\",\"CERT-3\",\"CERT-4\"],\"evidence\":\"DOCUMENTED\"}");
  }

  @Test
  void a_rejection_has_reason_and_reply_and_no_basis() {
    assertThat(AttributionJson.of("2", Samples.nothingMatched().attribution()))
        .isEqualTo(
            "{\"connection\":\"2\",\"recipient\":\"someone@example.net\","
                + "\"verdict\":\"rejected\",\"tenant\":null,\"connector\":null,"
                + "\"stage\":\"incoming\",\"basis\":null,\"reason\":\"NO_CONNECTOR_MATCHED\","
                + "\"reply\":\"550 5.7.64 TenantAttribution; Relay Access Denied\","
                + "\"findings\":[\"DISABLED_CONNECTOR_WOULD_MATCH\"],"
                + "\"rules\":[\"CERT-1\",\"IP-4\",\"IN-1\"],\"evidence\":\"DOCUMENTED\"}");
  }

  @Test
  void anonymous_mail_has_no_connector() {
    assertThat(AttributionJson.of("3", Samples.anonymous().attribution()))
        .contains("\"verdict\":\"incoming\",\"tenant\":\"fabrikam\",\"connector\":null,")
        .contains("\"findings\":[],");
  }

  @Test
  void the_explanation_is_the_last_key_when_it_is_asked_for() {
    String line = AttributionJson.of("2", Samples.nothingMatched());

    assertThat(line)
        .startsWith(withoutBrace(AttributionJson.of("2", Samples.nothingMatched().attribution())))
        .endsWith(",\"explanation\":" + AttributionJson.of(Samples.nothingMatched()) + "}");
  }

  @Test
  void lines_end_in_a_line_feed_each_and_equal_the_single_objects() {
    StringWriter out = new StringWriter();
    try (AttributionJsonLines lines = new AttributionJsonLines(out)) {
      lines.write("a", Samples.anonymous().attribution());
      lines.write("b", Samples.originating());
    }

    assertThat(out)
        .hasToString(
            AttributionJson.of("a", Samples.anonymous().attribution())
                + "\n"
                + AttributionJson.of("b", Samples.originating())
                + "\n");
  }

  @Test
  void a_line_is_the_single_object_whatever_the_verdict_and_the_name() {
    for (Attribution each :
        List.of(
            Samples.anonymous().attribution(),
            Samples.originating().attribution(),
            Samples.nothingMatched().attribution())) {
      String name = "a \"b\" \\ \u00fc \u2028 \u007f \t " + each.verdict();
      StringWriter out = new StringWriter();
      try (AttributionJsonLines lines = new AttributionJsonLines(out)) {
        lines.write(name, each);
      }
      assertThat(out).hasToString(AttributionJson.of(name, each) + "\n");
    }
  }

  @Test
  void every_control_character_is_escaped_and_read_back_as_it_was() {
    StringBuilder name = new StringBuilder("\u2028\u202e\ufeff\u00fc\ud83d\ude00");
    for (char c = 0; c < 0xa0; c++) {
      name.append(c);
    }

    String line = AttributionJson.of(name.toString(), Samples.anonymous().attribution());

    assertThat(line.codePoints()).noneMatch(Printable::isUnsafe);
    JsonNode read = new ObjectMapper().readTree(line);
    assertThat(read.get("connection").asString()).isEqualTo(name.toString());
    assertThat(line).contains("\u00fc\ud83d\ude00");
  }

  private static String withoutBrace(String object) {
    return object.substring(0, object.length() - 1);
  }
}
