package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody tries who has just met the command line. */
class FirstHourTest {
  private static final String SHARED = "scenarios/a1-shared-gateway-ip-scoped.yaml";
  private static final String SCENARIO = "scenarios/e1-varuna-and-setebos.yaml";

  @TempDir private Path folder;

  @Test
  void help_tells_about_a_command() {
    assertThat(CommandRun.of("help", "lint"))
        .isEqualTo(CommandRun.of("lint", "--help"))
        .satisfies(run -> assertThat(run.out()).startsWith("Usage: attribution lint "));
    assertThat(CommandRun.of("help").out()).contains("resolve", "misroutes", "rule");
    assertThat(CommandRun.of("help", "nosuch").status()).isEqualTo(2);
  }

  @Test
  void a_shell_completes_the_commands() {
    CommandRun run = CommandRun.of("generate-completion");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("#!/usr/bin/env bash\n").contains("misroutes", "--tenants");
  }

  @Test
  void tenants_are_read_from_standard_input() throws IOException {
    String tenants = "tenants: [{ name: contoso, acceptedDomains: [contoso.com] }]\n";
    String connection = "resolve --tenants - --ip 192.0.2.1 --from a.b --to contoso.com";

    assertThat(CommandRun.withInput(tenants, "lint", "--tenants", "-").status()).isZero();
    assertThat(CommandRun.withInput(tenants, (Object[]) connection.split(" ", -1)).out())
        .contains("Incoming to contoso");
    assertThat(CommandRun.withInput("tenants: 1", "lint", "--tenants", "-").err())
        .startsWith("standard input:1: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lint", "misroutes"})
  void the_tenants_of_a_scenario_are_looked_at_without_its_connections(String command) {
    CommandRun run = CommandRun.of(command, "--tenants", SCENARIO);

    assertThat(run.status()).isLessThan(2);
    assertThat(run.out()).contains("varunagroup");
  }

  @Test
  void a_connection_on_standard_input_asks_for_tenants() {
    CommandRun run =
        CommandRun.withInput("{\"sourceIp\":\"192.0.2.1\",\"mailFrom\":\"a.b\"}", "resolve", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("standard input: has a connection but no tenants: give --tenants");
  }

  @Test
  void a_file_is_overwritten_only_by_force() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.json"), "mine");
    Object[] search = {"misroutes", "--tenants", SHARED, "--witnesses", file};

    CommandRun refused = CommandRun.of(search);

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .endsWith(file + ": is there already: expected a new file, or --force to overwrite it\n");
    assertThat(file).hasContent("mine");
    assertThat(
            CommandRun.of("misroutes", "--tenants", SHARED, "--witnesses", file, "--force").out())
        .isNotEmpty();
    assertThat(Files.readString(file)).startsWith("{");
  }

  @Test
  void a_folder_that_is_not_there_is_noticed_before_the_work_is_done() {
    Path file = folder.resolve("missing").resolve("mine");
    String message = file + ": cannot be written: expected a file in a folder that exists\n";

    assertThat(CommandRun.of("report", "--tenants", "none", "--out", file).err())
        .isEqualTo(message);
    assertThat(CommandRun.of("misroutes", "--tenants", SHARED, "--witnesses", file).err())
        .endsWith(message);
    assertThat(CommandRun.of("schema", "--out", folder.resolve("missing")).err())
        .endsWith(" cannot be written: expected a file in a folder that exists\n");
  }

  @Test
  void standard_input_is_read_once_and_cannot_be_named_by_a_scenario() {
    assertThat(CommandRun.withInput("x", "diff", "-", "-"))
        .isEqualTo(new CommandRun(2, "", "standard input: is named twice: expected - once\n"));
    Path file = folder.resolve("witnesses.json");
    assertThat(
            CommandRun.withInput(
                    "tenants: [{ name: contoso, acceptedDomains: [contoso.com] }]",
                    "misroutes",
                    "--tenants",
                    "-",
                    "--witnesses",
                    file)
                .err())
        .isEqualTo(
            file + ": cannot name tenants on standard input: expected --tenants with a file\n");
  }

  @ParameterizedTest
  @CsvSource({
    "help nosuch,Unknown subcommand 'nosuch': expected a command (try 'attribution --help')",
    "resolve --ip 192.0.2.1 --from a.b,"
        + "Missing required argument(s): --to=RECIPIENT (try 'attribution resolve --help')"
  })
  void what_is_missing_is_said_in_one_line(String command, String message) {
    assertThat(CommandRun.of((Object[]) command.split(" ")))
        .isEqualTo(new CommandRun(2, "", message + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "many", "1.5"})
  void a_limit_is_a_number_above_zero(String limit) {
    CommandRun run = CommandRun.of("misroutes", "--tenants", SCENARIO, "--limit", limit);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("\"" + limit + "\" is no number of connections: expected one above 0");
  }

  @Test
  void a_certificate_in_files_asks_for_an_instant() throws IOException {
    String scenario =
        "tenants: [{ name: contoso, acceptedDomains: [contoso.com] }]\n"
            + "%sconnections:\n"
            + "  - { sourceIp: 192.0.2.1, mailFrom: a.b, rcptTo: contoso.com, certificate: { pem:"
            + " %s } }\n";
    Path pem =
        Path.of("src/test/resources/org/exoattribution/testkit/pki/openssl/good.pem")
            .toAbsolutePath();
    Path undated = Files.writeString(folder.resolve("undated.yaml"), scenario.formatted("", pem));
    Path today =
        Files.writeString(folder.resolve("now.yaml"), scenario.formatted("at: now\n", pem));

    assertThat(CommandRun.of("resolve", undated).err())
        .startsWith(
            undated + ":3: a certificate in files and no instant to judge it at: expected \"at\"");
    assertThat(CommandRun.of("resolve", undated, "--at", "2026-11-01T00:00:00Z").status()).isZero();
    assertThat(CommandRun.of("resolve", today).status()).isZero();
  }
}
