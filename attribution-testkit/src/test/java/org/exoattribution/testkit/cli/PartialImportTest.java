package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command over tenants of which a connector is missing (INC-1). */
class PartialImportTest {
  private static final String GAP =
      "Get-InboundConnector.json:1: ConnectorType of connector \"Relay\" is \"1\": expected"
          + " OnPremises or Partner; the connector is left out: no connection matches it; export it"
          + " with ConvertTo-Json -EnumsAsStrings, or ";

  @TempDir Path folder;

  @BeforeEach
  void export() throws IOException {
    for (String tenant : List.of("contoso", "fabrikam")) {
      Path exports = Files.createDirectories(folder.resolve("exports").resolve(tenant));
      Inputs.write(exports, "Get-AcceptedDomain.json", "[\"" + tenant + ".com\"]");
      Inputs.write(exports, "Get-InboundConnector.json", "[]");
    }
    Inputs.write(
        folder.resolve("exports/contoso"),
        "Get-InboundConnector.json",
        "[{ \"Name\": \"Relay\", \"ConnectorType\": 1, \"SenderIPAddresses\": [\"198.51.100.7\"]"
            + " }]");
    Inputs.write(
        folder,
        "from.yaml",
        "tenantsFrom: exports\n" + Inputs.CONNECTIONS.replace("contoso }", "x }"));
    Inputs.write(folder, "log.jsonl", Inputs.line("one"));
  }

  /** The command with the folder in place of a plain name of a file in it. */
  private CommandRun run(String command, String... more) {
    List<Object> args = new ArrayList<>();
    for (String word : Splitter.on(" ").split(command)) {
      args.add(Files.exists(folder.resolve(word)) ? folder.resolve(word) : word);
    }
    args.addAll(Arrays.asList(more));
    return CommandRun.of(args.toArray());
  }

  static Stream<String> commands() {
    return Stream.of(
        "lint --tenants exports",
        "misroutes --tenants exports",
        "diff exports exports",
        "resolve from.yaml",
        "resolve --tenants exports log.jsonl",
        "check from.yaml");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_refuses_them_with_the_lines_of_the_report(String command) {
    CommandRun run = run(command);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains(GAP),
            line ->
                assertThat(line).startsWith("the tenants are incomplete").contains("--partial"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void if_it_is_asked_for_an_answer_says_that_it_is_partial_and_no_proof(String command) {
    CommandRun run = run(command, "--partial");

    assertThat(run.status()).isLessThan(2);
    assertThat(run.err()).contains("Get-InboundConnector.json:1: warning: ");
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("PARTIAL: of what takes part in attribution, ")
        .contains("so this may be wrong and proves nothing")
        .doesNotContain("This holds for", "nothing is misattributed", "keeps its attribution");
    assertThat(run.out().lines()).doesNotContain("no findings");
  }

  @ParameterizedTest
  @MethodSource
  void json_says_so_in_every_object(String command, int objects) {
    CommandRun run = run(command, "--partial", "--format", "json");

    assertThat(run.out().lines())
        .hasSizeGreaterThanOrEqualTo(objects)
        .allSatisfy(line -> assertThat(line).startsWith("{").endsWith(",\"partial\":true}"));
    assertThat(run.out()).doesNotContain("holds for");
  }

  static Stream<Arguments> json_says_so_in_every_object() {
    return Stream.of(
        arguments("lint --tenants exports", 0),
        arguments("misroutes --tenants exports", 1),
        arguments("diff exports exports", 1),
        arguments("resolve from.yaml", 3),
        arguments("resolve --explain --tenants exports log.jsonl", 1));
  }

  @ParameterizedTest
  @MethodSource
  void sarif_has_a_result_for_each_thing_that_is_missing(String command, int results) {
    CommandRun run = run(command, "--partial", "--format", "sarif");

    assertThat(run.out())
        .containsOnlyOnce("{\"id\":\"IMPORT_INCOMPLETE\",")
        .contains("makes an import incomplete");
    assertThat(run.out()).doesNotContain("holds for");
    assertThat(run.out().split("\"ruleId\":\"IMPORT_INCOMPLETE\"", -1)).hasSize(results + 1);
    assertThat(run.out())
        .contains("contoso/Get-InboundConnector.json\"},\"region\":{\"startLine\":1}");
  }

  static Stream<Arguments> sarif_has_a_result_for_each_thing_that_is_missing() {
    return Stream.of(
        arguments("lint --tenants exports", 1),
        arguments("misroutes --tenants exports", 1),
        arguments("diff exports exports", 2));
  }

  @Test
  void a_flowchart_says_so() {
    assertThat(run("resolve --tenants exports log.jsonl --format mermaid", "--partial").out())
        .contains("\n%% PARTIAL: ");
  }

  @Test
  void a_scenario_may_ask_for_it() {
    Inputs.write(
        folder,
        "partial.yaml",
        "tenantsFrom: exports\n"
            + "partial: true\n"
            + "connections: [{ sourceIp: 198.51.100.7, mailFrom: a@contoso.com, rcptTo:"
            + " b@fabrikam.com, expect: { verdict: incoming } }]");

    CommandRun run = run("check partial.yaml");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("1 passed, 0 failed\nPARTIAL: ");
  }

  @Test
  void the_tenants_of_the_command_line_are_not_those_that_a_scenario_may_take_in_part() {
    Inputs.write(folder, "partial.yaml", Inputs.SCENARIO + "partial: true\n");

    assertThat(run("check partial.yaml").status()).isZero();
    assertThat(
            run("check partial.yaml", "--tenants", folder.resolve("exports").toString()).status())
        .isEqualTo(2);
  }

  @Test
  void witnesses_can_be_checked_against_the_tenants_that_they_come_from() {
    Inputs.write(
        folder.resolve("exports/fabrikam"),
        "Get-InboundConnector.json",
        "[{ \"Name\": \"Gateway\", \"ConnectorType\": \"OnPremises\","
            + " \"SenderIPAddresses\": [\"198.51.100.7\"] }]");
    CommandRun search =
        run(
            "misroutes --tenants exports --partial --expect-flow 198.51.100.7=contoso,fabrikam"
                + " --witnesses",
            folder + "/found.json");

    assertThat(search.status()).isEqualTo(1);
    CommandRun check = run("check", folder + "/found.json");
    assertThat(check.out()).contains(" passed, 0 failed\nPARTIAL: ");
  }
}
