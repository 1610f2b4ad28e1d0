package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.exoattribution.testkit.render.Sarif;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  @TempDir Path folder;
  private Path before;
  private Path after;

  @BeforeEach
  void disable_the_connector() {
    before = Inputs.write(folder, "before.yaml", Inputs.TENANTS);
    after =
        Inputs.write(
            folder,
            "after.yaml",
            Inputs.TENANTS.replace("{ Name: Mail server", "{ Name: Mail server, Enabled: false"));
  }

  @Test
  void what_is_newly_refused_comes_first_and_fails() {
    CommandRun run = CommandRun.of("diff", before, after);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            """
            ERROR NEWLY_REFUSED: newly refused
              Before    Originating from contoso through "Mail server" (ip, mail-from)
              After     Rejected NO_CONNECTOR_MATCHED
              Classes   1
              Such as   from 198.51.100.7, plaintext, no certificate, MAIL FROM contoso.com,
                        RCPT TO unrelated.example
            """)
        .contains("change their attribution, in ");
  }

  @Test
  void a_change_that_only_accepts_more_does_not_fail() {
    CommandRun run = CommandRun.of("diff", "--sender", "contoso.com", after, before);

    assertThat(run.out()).contains("NOTE NEWLY_ACCEPTED").contains("from senders of contoso.com.");
  }

  @Test
  void no_change_is_said_as_a_proof() {
    CommandRun run = CommandRun.of("diff", before, before);

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("No change: every one of ").contains("rules 2025");
  }

  @Test
  void json_is_one_object_a_line() {
    assertThat(CommandRun.of("diff", "--format", "json", "--explain", before, after).out().lines())
        .allMatch(line -> line.startsWith("{\"type\":") && line.endsWith("}"))
        .anyMatch(line -> line.contains("\"explanationAfter\":"));
  }

  @Test
  void what_goes_on_to_many_tenants_alike_is_one_way_with_their_number() {
    String text = Inputs.sharedGateway(8);
    Path shared = Inputs.write(folder, "shared.yaml", text);
    Path alone =
        Inputs.write(
            folder, "alone.yaml", text.replaceFirst("Gateway, ", "Gateway, Enabled: false, "));
    Path none =
        Inputs.write(folder, "none.yaml", text.replace("Gateway, ", "Gateway, Enabled: false, "));

    CommandRun one = CommandRun.of("diff", shared, alone);
    CommandRun few = CommandRun.of("diff", shared, none);
    CommandRun full = CommandRun.of("diff", "--full", shared, none);

    assertThat(one.status()).isEqualTo(1);
    assertThat(one.out())
        .contains(
            """
              After     Originating from tenant2 through "Gateway" (ip, rcpt-to), and so to
                        6 tenants more
            """);
    assertThat(few.out()).contains("and 3 ways more of NEWLY_REFUSED; --full lists them");
    assertThat(full.out()).doesNotContain("--full").hasSizeGreaterThan(few.out().length());
  }

  @Test
  void sarif_is_one_log_that_points_at_the_tenants_after() {
    CommandRun run = CommandRun.of("diff", "--format", "sarif", before, after);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .hasLineCount(1)
        .contains("after.yaml\"},\"region\":{\"startLine\":5}")
        .doesNotContain("before.yaml");
    assertThat(Sarif.fingerprints(run.out()))
        .contains(
            "NEWLY_REFUSED Originating from contoso through \"Mail server\" (ip, mail-from)"
                + " becomes Rejected NO_CONNECTOR_MATCHED");
    Sarif.assertValid(run.out());
    Sarif.assertValid(CommandRun.of("diff", "--format", "sarif", before, before).out());
  }

  @Test
  void the_witnesses_are_a_scenario_that_check_passes_after_and_not_before() {
    Path file = folder.resolve("witnesses.json");

    CommandRun.of("diff", before, after, "--witnesses", file);

    assertThat(CommandRun.of("check", file).status()).isZero();
    assertThat(CommandRun.of("check", file, "--tenants", before).out())
        .contains("0 passed, ")
        .doesNotContain("PASS");
  }
}
