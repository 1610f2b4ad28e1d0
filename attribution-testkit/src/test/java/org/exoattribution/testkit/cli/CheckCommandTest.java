package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir private Path folder;

  @Test
  void what_is_as_expected_passes() {
    CommandRun run = CommandRun.of("check", file("s.yaml", Inputs.SCENARIO));

    assertThat(run)
        .isEqualTo(
            new CommandRun(0, "PASS own mail\nPASS forwarded mail\n2 passed, 0 failed\n", ""));
  }

  @Test
  void a_failure_shows_what_differs_and_why() {
    Path file =
        file(
            "s.yaml",
            Inputs.SCENARIO
                .replace("tenant: contoso }", "tenant: fabrikam, connector: null }")
                .replace("5.7.64", "5.7.51"));

    CommandRun run = CommandRun.of("check", file);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("FAIL own mail\n  " + file + ":13\n")
        .contains("\n    tenant: expected fabrikam, actual contoso\n")
        .contains("\n    connector: expected none, actual Mail server\n")
        .contains("\n  Explanation: ")
        .contains("FAIL forwarded mail\n")
        .contains("\n    reply: expected 550 5.7.51, actual 550 5.7.64 ")
        .contains("forwarded mail, to kim@example.net\n")
        .doesNotContain("forwarded mail, to kate@example.net\n")
        .endsWith("\n0 passed, 2 failed\n");
  }

  @Test
  void connections_without_expectation_are_counted_apart() {
    Path file = file("s.yaml", Inputs.SCENARIO.replaceFirst("\n +expect: \\{ verdict.*", ""));

    assertThat(CommandRun.of("check", file).out())
        .isEqualTo(
            """
            PASS forwarded mail
            1 connection has no expectation and was not checked
            1 passed, 0 failed
            """);
  }

  @Test
  void a_file_that_expects_nothing_is_an_error_and_no_pass() {
    Path file = file("s.yaml", Inputs.SCENARIO.replaceAll("\n +expect: .*", ""));
    Path good = file("good.yaml", Inputs.SCENARIO);

    assertThat(CommandRun.of("check", good, file))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                file + ": no connection has the key \"expect\": expected at least one to check\n"));
  }

  @Test
  void several_files_are_named_and_counted_together() {
    Path one = file("one.yaml", Inputs.SCENARIO);
    Path two = file("two.yaml", Inputs.SCENARIO);

    assertThat(CommandRun.of("check", one, two).out())
        .contains("PASS own mail (" + one + ")\n")
        .contains("PASS own mail (" + two + ")\n")
        .endsWith("\n4 passed, 0 failed\n");
  }

  @Test
  void options_override_the_file() {
    assertThat(CommandRun.of("check", "--rules", "2016", file("s.yaml", Inputs.SCENARIO)).out())
        .contains("FAIL forwarded mail\n")
        .endsWith("\n1 passed, 1 failed\n");
  }

  @Test
  void json_lines_may_have_expectations() {
    Path tenants = file("t.yaml", Inputs.TENANTS);
    String expecting =
        Inputs.line("two").replace("\"}\n", "\",\"expect\":{\"verdict\":\"rejected\"}}\n");

    CommandRun checked =
        CommandRun.of(
            "check", "--tenants", tenants, file("c.jsonl", Inputs.line("one") + expecting));
    CommandRun unchecked =
        CommandRun.of("check", "--tenants", tenants, file("d.jsonl", Inputs.line("one")));

    assertThat(checked.status()).isEqualTo(1);
    assertThat(checked.out()).contains("FAIL two\n").endsWith("\n0 passed, 1 failed\n");
    assertThat(unchecked.status()).isEqualTo(2);
    assertThat(unchecked.err()).contains("d.jsonl: no connection has the key \"expect\"");
  }

  @Test
  void a_misspelt_verdict_is_an_error_and_no_failure() {
    Path file = file("s.yaml", Inputs.SCENARIO.replace("originating", "orginating"));

    CommandRun run = CommandRun.of("check", file);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("\"orginating\"").contains("\"originating\"").hasLineCount(1);
  }

  private Path file(String name, String content) {
    return Inputs.write(folder, name, content);
  }
}
