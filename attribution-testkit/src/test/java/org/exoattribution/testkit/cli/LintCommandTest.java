package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticPki;
import org.exoattribution.testkit.render.Sarif;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintCommandTest {
  private static final Path EXAMPLE = Path.of("exports-example");

  private static final String CLEAN =
      """
      tenants:
        - name: contoso
          rejectDirectSend: true
          acceptedDomains: [contoso.com]
          inboundConnectors:
            - { Name: C, ConnectorType: OnPremises, TlsSenderCertificateName: contoso.com }
      """;

  private static final String WILDCARD = CLEAN.replace(": contoso.com }", ": '*.contoso.com' }");

  @TempDir private Path folder;

  @Test
  void an_error_gives_status_1_and_its_file_and_line() {
    CommandRun run = CommandRun.of("lint", "--tenants", EXAMPLE);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("INFO DIRECT_SEND_NOT_REJECTED at contoso\n")
        .contains(
            """

            ERROR CERTIFICATE_DOMAIN_BELOW_ACCEPTED_DOMAIN at contoso / Inbound from
              6c1e5b2f-\
            """)
        .contains("\n  File    exports-example/contoso/Get-InboundConnector.json:19\n")
        .endsWith("\n3 errors, 4 info; 2 suppressed\n");
  }

  @Test
  void json_lines_are_also_about_suppressed_findings() {
    CommandRun run = CommandRun.of("lint", "--tenants", EXAMPLE, "--format", "json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .hasLineCount(10)
        .contains("\"suppressed\":\"this example may only use addresses for documentation\"}\n")
        .contains("{\"type\":\"finding\",", "\"suppressed\":null}\n")
        .endsWith(
            "{\"type\":\"summary\",\"errors\":3,\"warnings\":0,\"infos\":4,\"suppressed\":2}\n");
  }

  @Test
  void sarif_is_one_log() {
    CommandRun run = CommandRun.of("lint", "--tenants", EXAMPLE, "--format", "SARIF");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).startsWith("{\"$schema\":").endsWith("}]}\n").hasLineCount(1);
  }

  @Test
  void what_plays_no_part_in_the_exports_is_counted_on_standard_error() {
    assertThat(CommandRun.of("lint", "--tenants", EXAMPLE).err())
        .isEqualTo("note: 2 properties without influence on results (--verbose lists them)\n");
    assertThat(CommandRun.of("lint", "--verbose", "--tenants", EXAMPLE).err())
        .contains("exports-example/contoso/Get-AcceptedDomain.json:6: note: \"Default\" of ");
  }

  @Test
  void nothing_found_gives_status_0() {
    Path tenants = Inputs.write(folder, "tenants.yaml", CLEAN);

    assertThat(CommandRun.of("lint", "--tenants", tenants))
        .isEqualTo(new CommandRun(0, "no findings\n", ""));
    assertThat(CommandRun.of("lint", "--tenants", tenants, "--format", "json").out())
        .isEqualTo(
            "{\"type\":\"summary\",\"errors\":0,\"warnings\":0,\"infos\":0,\"suppressed\":0}\n");
  }

  @Test
  void a_warning_alone_gives_status_0() {
    CommandRun run =
        CommandRun.of("lint", "--tenants", Inputs.write(folder, "tenants.yaml", WILDCARD));

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("WARNING WILDCARD_CAPTURES_EVERY_HOST at contoso / C\n")
        .contains("\n  File    " + folder.resolve("tenants.yaml") + ":6\n")
        .endsWith("\n1 warning\n");
  }

  @Test
  void a_suppression_that_covers_nothing_is_reported_where_it_stands() {
    Path tenants = Inputs.write(folder, "tenants.yaml", CLEAN);
    Path file =
        Inputs.write(
            folder,
            "lint-suppressions.yaml",
            "- { rule: ADDRESS_SHARED, tenant: contoso, connector: C, reason: known }\n");

    CommandRun run = CommandRun.of("lint", "--tenants", tenants);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("WARNING UNUSED_SUPPRESSION at contoso / C\n")
        .contains("\n  File    " + file + ":1\n");
  }

  @Test
  void another_file_of_suppressions_is_used_instead_of_the_one_beside() {
    Path tenants = Inputs.write(folder, "tenants.yaml", WILDCARD);
    Inputs.write(folder, "lint-suppressions.yaml", "not even a list\n");
    Path other =
        Inputs.write(
            folder,
            "other.yaml",
            "- { rule: WILDCARD_CAPTURES_EVERY_HOST, tenant: CONTOSO, reason: one host only }\n");

    assertThat(CommandRun.of("lint", "--tenants", tenants, "--suppressions", other))
        .isEqualTo(new CommandRun(0, "no findings; 1 suppressed\n", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'- { rule: X, tenant: contoso, reason: y }'|1: rule cannot be \"X\": expected one of ",
        "'- { rule: ADDRESS_SHARD, tenant: a, reason: y }'|1: rule cannot be \"ADDRESS_SHARD\": did"
            + " you mean \"ADDRESS_SHARED\"?",
        "'- { rule: ADDRESS_SHARED, tenant: contoso }'|1: \"reason\" is missing in a suppression:"
            + " expected why the finding is accepted",
        "'- { rule: ADDRESS_SHARED, tenant: contoso, reason: \" \" }'|1: reason is \" \": expected"
            + " why the finding is accepted",
        "'- { rule: ADDRESS_SHARED, reason: y }'|1: \"tenant\" is missing in a suppression:"
            + " expected the name of a tenant",
        "'- { rule: ADDRESS_SHARED, tenant: a, reason: y, conector: C }'|1: \"conector\" is not a"
            + " key of a suppression: did you mean \"connector\"?",
        "'rules: []'|1: the document is an object: expected a list of suppressions, each with a"
            + " reason",
      })
  void an_unusable_file_of_suppressions_is_named_with_its_line(String content, String problem)
      throws Exception {
    Path tenants = Inputs.write(folder, "tenants.yaml", CLEAN);
    Path file = Files.writeString(folder.resolve("lint-suppressions.yaml"), content + "\n");

    CommandRun run = CommandRun.of("lint", "--tenants", tenants);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(file + ":" + problem).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lint|Missing required option: '--tenants=PATH' (try 'attribution lint --help')",
        "lint --tenants nosuch|nosuch: there is no such file",
        "lint --tenants nosuch --suppressions x|nosuch: there is no such file",
      })
  void without_tenants_there_is_nothing_to_look_at(String commandLine, String message) {
    assertThat(CommandRun.of((Object[]) commandLine.split(" ", -1)))
        .isEqualTo(new CommandRun(2, "", message + "\n"));
  }

  @Test
  void a_gateway_and_a_reading_can_be_given() {
    Path tenants =
        Inputs.write(
            folder, "tenants.yaml", CLEAN.replace(": contoso.com }", ": '*.relay.example' }"));

    assertThat(CommandRun.of("lint", "--tenants", tenants).out())
        .doesNotContain("WILDCARD_COVERS_GATEWAY");
    assertThat(CommandRun.of("lint", "--tenants", tenants, "--gateway", "relay.example").out())
        .contains("ERROR WILDCARD_COVERS_GATEWAY at contoso / C\n");
    assertThat(CommandRun.of("lint", "--tenants", tenants, "--gateway", "*").err())
        .startsWith("--gateway: \"*\" is not a domain name")
        .hasLineCount(1);
    assertThat(CommandRun.of("lint", "--tenants", tenants, "--reading", "wildcardDepth=X").err())
        .startsWith("--reading: ")
        .hasLineCount(1);
  }

  @Test
  void a_certificate_of_a_server_that_expires_soon_is_reported() {
    Path tenants = Inputs.write(folder, "tenants.yaml", WILDCARD);
    String chain =
        SyntheticPki.shared()
            .issue(SyntheticCertificate.named("mail.contoso.com"), Instant.now(CommandRun.CLOCK))
            .chainPem();
    Path pem = Inputs.write(folder, "chain.pem", chain);

    assertThat(CommandRun.of("lint", "--tenants", tenants, "--certificate", pem).out())
        .doesNotContain("CERTIFICATE_EXPIRES");
    assertThat(
            CommandRun.of(
                    "lint",
                    "--tenants",
                    tenants,
                    "--certificate",
                    pem,
                    "--at",
                    "2030-01-01T00:00:00Z")
                .out())
        .contains(
            "WARNING CERTIFICATE_EXPIRES at contoso / C\n  The certificate mail.contoso.com ");
    assertThat(CommandRun.of("lint", "--tenants", tenants, "--certificate", "nosuch.pem").err())
        .contains("nosuch.pem")
        .hasLineCount(1);
  }

  @Test
  void two_unused_suppressions_at_one_place_are_two_results_of_sarif() {
    Path tenants = Inputs.write(folder, "tenants.yaml", CLEAN);
    Inputs.write(
        folder,
        "lint-suppressions.yaml",
        """
        - { rule: ADDRESS_SHARED, tenant: contoso, connector: C, reason: known }
        - { rule: ADDRESS_NOT_PUBLIC, tenant: contoso, connector: C, reason: known }
        """);

    String sarif = CommandRun.of("lint", "--tenants", tenants, "--format", "sarif").out();

    assertThat(Sarif.fingerprints(sarif))
        .containsExactly(
            "UNUSED_SUPPRESSION contoso / C: ADDRESS_SHARED",
            "UNUSED_SUPPRESSION contoso / C: ADDRESS_NOT_PUBLIC");
    Sarif.assertValid(sarif);
  }

  @Test
  void help_explains_every_option() {
    assertThat(CommandRun.of("lint", "--help").out())
        .startsWith("Usage: attribution lint ")
        .contains("--tenants=PATH", "--format=FORMAT", "--suppressions=FILE", "--verbose")
        .contains("--gateway=DOMAIN", "--certificate=FILE", "--at=INSTANT", "--reading=KEY=VALUE");
  }
}
