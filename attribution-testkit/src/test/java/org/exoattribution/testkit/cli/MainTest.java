package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir private Path folder;

  @Test
  void help_lists_the_commands_and_exit_statuses() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("Usage: attribution [-hV] COMMAND\n")
        .contains("  resolve ", "  check ", "  lint ", "  certificate ", "Exit status: 0 done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"resolve", "check", "certificate"})
  void every_option_of_a_command_is_described_in_a_sentence(String command) {
    CommandRun run = CommandRun.of(command, "--help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("Usage: attribution " + command).contains("--verbose");
    String options = run.out().substring(run.out().indexOf("\n  "), run.out().indexOf("\n\n"));
    assertThat(options.split("\n +(-\\w, +)?--")).allMatch(text -> text.strip().endsWith("."));
  }

  @Test
  void the_version_is_printed() {
    assertThat(CommandRun.of("--version").out()).startsWith("attribution ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|No command given: expected one of resolve, check, lint, certificate, rule, schema,"
            + " misroutes,"
            + " diff, observed, report, serve, help, generate-completion (try 'attribution"
            + " --help')",
        "resolv|Unmatched argument at index 0: 'resolv', did you mean resolve or report or"
            + " misroutes? (try 'attribution --help')",
        "check|Missing required parameter: 'FILE' (try 'attribution check --help')",
        "check --frmat x|Unknown option: '--frmat' (try 'attribution check --help')",
        "resolve --reading a x|Value for option '--reading' (KEY=VALUE) should be in KEY=VALUE"
            + " format but was a (try 'attribution resolve --help')",
        "resolve nosuch.yaml|nosuch.yaml: there is no such file: expected a scenario file (.yaml,"
            + " .yml, .json), a .jsonl file, or - for standard input",
        "certificate nosuch.pem|nosuch.pem: there is no such file: expected a file or - for"
            + " standard input",
      })
  void a_wrong_command_line_gives_one_line_and_status_2(String commandLine, String message) {
    Object[] args = commandLine.isEmpty() ? new Object[0] : commandLine.split(" ");

    assertThat(CommandRun.of(args)).isEqualTo(new CommandRun(2, "", message + "\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "--at,yesterday,an instant",
    "--rules,1999,a rule set",
  })
  void a_malformed_option_says_what_was_expected(String option, String value, String kind) {
    CommandRun run = CommandRun.of("resolve", option, value, "x.yaml");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("Invalid value for option '" + option + "'")
        .contains("\"" + value + "\" is not " + kind + ": expected ")
        .hasLineCount(1);
  }

  @Test
  void a_path_that_no_system_has_is_told_without_a_class_of_java() {
    assertThat(CommandRun.of("resolve", "a\0b.yaml").err())
        .contains("b.yaml\" is no path: expected a path of characters");
    assertThat(CommandRun.of("lint", "--tenants", "a\0b.yaml").err())
        .contains("is no path: expected a path of characters")
        .doesNotContain("java");
  }

  @Test
  void a_folder_is_no_file() {
    assertThat(CommandRun.of("resolve", folder).err())
        .startsWith(folder + ": is a folder: expected a scenario file")
        .hasLineCount(1);
  }

  @Test
  void a_stack_trace_is_shown_only_when_it_is_asked_for() {
    assertThat(CommandRun.withInput("", "resolve", "-").err())
        .startsWith("standard input: ")
        .hasLineCount(1);
    assertThat(CommandRun.withInput("", "resolve", "--verbose", "-").err())
        .startsWith("standard input: ")
        .contains("\tat org.exoattribution.");
  }

  @Test
  void a_deeply_nested_document_is_refused() {
    CommandRun run = CommandRun.withInput("[".repeat(100_000), "resolve", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1);
  }

  @Test
  void control_characters_of_arguments_do_not_reach_the_terminal() {
    CommandRun run = CommandRun.of("resolve", "x.yaml", "--\033[2J\nnosuch");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("\\u001b[2J").hasLineCount(1);
  }
}
