package org.exoattribution.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.exoattribution.model.IpAddress;
import org.exoattribution.testkit.cli.CommandRun;
import org.exoattribution.testkit.render.Samples;
import org.exoattribution.testkit.render.json.Json;
import org.exoattribution.testkit.render.json.SessionLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every line that a command prints as JSON is of the schema, and each of its kinds is printed. */
class OutputSchemaTest {
  private static final Path EXPORTS = Path.of("exports-example");
  private static final String SCENARIOS = "scenarios/";

  @TempDir Path folder;

  @Test
  void the_lines_of_resolve() throws IOException {
    List<Object> args = new ArrayList<>(List.of("resolve", "--format", "json", "--explain"));
    try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
      files.sorted().forEach(args::add);
    }

    assertThat(kinds(args.toArray())).containsExactly("result");
  }

  @Test
  void the_lines_of_the_searches_and_of_lint() {
    String before = SCENARIOS + "b1-ip-to-certificate-both-enabled.yaml";
    String after = SCENARIOS + "b2-ip-to-certificate-ip-connector-disabled.yaml";

    assertThat(
            kinds("misroutes", "--format", "json", "--explain", "--cautions", "--tenants", EXPORTS))
        .containsExactly("misroute", "source", "summary");
    assertThat(kinds("diff", "--format", "json", "--explain", before, after))
        .containsExactly("change", "summary");
    assertThat(kinds("lint", "--format", "json", "--tenants", EXPORTS))
        .containsExactly("finding", "summary");
  }

  @Test
  void the_lines_of_observed_and_certificate() throws IOException {
    Path seen =
        Files.writeString(
            folder.resolve("seen.jsonl"),
            """
            {"sourceIp":"203.0.113.10","mailFrom":"a@fabrikam.com","rcptTo":"b@example.net","observed":{"verdict":"originating","tenant":"fabrikam"}}
            {"sourceIp":"192.0.2.9","ehlo":"mail.contoso.com","tls":true,"mailFrom":"a@contoso.com","rcptTo":"b@example.net","observed":{"verdict":"originating","tenant":"contoso"}}
            {"sourceIp":"192.0.2.9","mailFrom":"a@example.com","rcptTo":"b@contoso.com","observed":{"verdict":"incoming","tenant":"nobody"}}
            {"sourceIp":"192.0.2.9","mailFrom":"a@example.com","rcptTo":"b@contoso.com","observed":{"verdict":"originating","tenant":"fabrikam"}}
            """);
    String chain = "src/test/resources/org/exoattribution/testkit/pki/openssl/good.pem";

    assertThat(kinds("observed", "--format", "json", "--tenants", EXPORTS, seen))
        .containsExactly("observation", "summary");
    assertThat(kinds("certificate", "--format", "json", chain)).containsExactly("result");
  }

  @Test
  void the_lines_of_serve() {
    SessionLine line =
        new SessionLine(
            SessionLine.resultOf("1", Samples.anonymous().attribution()),
            "S",
            IpAddress.parse("127.0.0.1"),
            Optional.of("TLSv1.3"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("250 2.6.0"));

    assertThat(Validation.ofLine(Json.line(line, false))).isEmpty();
    assertThat(Validation.ofLine(Json.line(line, true))).isEmpty();
    assertThat(Validation.ofLine(Json.line(line, false).replace("session", "sess"))).isNotEmpty();
  }

  @Test
  void a_line_with_a_wrong_key_or_type_is_refused() {
    String summary =
        "{\"type\":\"summary\",\"errors\":0,\"warnings\":0,\"infos\":0,\"suppressed\":0}";

    assertThat(Validation.ofLine(summary)).isEmpty();
    assertThat(Validation.ofLine(summary.replace("errors", "error"))).isNotEmpty();
    assertThat(Validation.ofLine(summary.replace("\"infos\":0", "\"infos\":null"))).isNotEmpty();
    assertThat(Validation.ofLine("{\"type\":\"summary\"}")).isNotEmpty();
  }

  /** The values of {@code type}; what has none is a result. */
  private static Set<String> kinds(Object... command) {
    Set<String> kinds = new TreeSet<>();
    CommandRun run = CommandRun.of(command);
    for (String line : run.out().lines().toList()) {
      assertThat(Validation.ofLine(line)).as(line).isEmpty();
      JsonNode type = JsonMapper.shared().readTree(line).path("type");
      kinds.add(type.asString("result"));
    }
    assertThat(kinds).as(run.err()).isNotEmpty();
    return kinds;
  }
}
