package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.exoattribution.testkit.render.Sarif;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MisroutesCommandTest {
  private static final String FREE =
      """
      tenants:
        - name: contoso
          acceptedDomains: [contoso.com, mail.contoso.com]
          inboundConnectors:
            - { Name: Mail server, ConnectorType: OnPremises, TlsSenderCertificateName: mail.contoso.com }
        - name: fabrikam
          acceptedDomains: [fabrikam.com]
      """;

  @TempDir Path folder;

  @Test
  void every_misroute_is_printed_with_a_witness() {
    CommandRun run =
        CommandRun.of("misroutes", "--tenants", Inputs.write(folder, "t.yaml", Inputs.TENANTS));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            """
            ERROR FOREIGN_RECIPIENT: mail to another tenant's domain runs under the sending
                  tenant's connector first
              Mail of  fabrikam
              Outcome  Originating from contoso through "Mail server" (ip, mail-from)
              Classes  1
              Such as  from 198.51.100.7, plaintext, no certificate, MAIL FROM contoso.com,
                       RCPT TO fabrikam.com
            """)
        .contains("2 misroutes in ");
  }

  @Test
  void that_there_is_none_is_said_as_a_proof_with_its_bound() {
    CommandRun run = CommandRun.of("misroutes", "--tenants", Inputs.write(folder, "t.yaml", FREE));

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("No misroute: nothing is misattributed in any of ")
        .contains("rules 2025");
  }

  @Test
  void an_expected_flow_is_not_a_misroute() {
    CommandRun run =
        CommandRun.of(
            "misroutes",
            "--expect-flow",
            "198.51.100.7=contoso",
            "--tenants",
            Inputs.write(folder, "t.yaml", Inputs.TENANTS));

    assertThat(run.status()).isZero();
  }

  @Test
  void json_is_one_object_a_line() {
    CommandRun run =
        CommandRun.of(
            "misroutes",
            "--format",
            "json",
            "--tenants",
            Inputs.write(folder, "t.yaml", Inputs.TENANTS));

    assertThat(run.out().lines())
        .hasSize(3)
        .contains(
            "{\"misroute\":\"FOREIGN_RECIPIENT\",\"severity\":\"ERROR\",\"owner\":\"fabrikam\","
                + "\"outcome\":{\"verdict\":\"originating\",\"tenant\":\"contoso\","
                + "\"connector\":\"Mail server\",\"stage\":\"ip\",\"basis\":\"mail-from\"},"
                + "\"classes\":1,\"witness\":{\"sourceIp\":\"198.51.100.7\",\"tls\":false,"
                + "\"mailFrom\":\"contoso.com\",\"rcptTo\":\"fabrikam.com\"}}");
    assertThat(run.out().lines().toList().get(2)).startsWith("{\"misroutes\":2,\"cautions\":0,");
  }

  @Test
  void sarif_is_one_log_that_points_at_the_connector() {
    Path tenants = Inputs.write(folder, "t.yaml", Inputs.TENANTS);

    CommandRun run = CommandRun.of("misroutes", "--format", "sarif", "--tenants", tenants);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .hasLineCount(1)
        .contains("t.yaml\"},\"region\":{\"startLine\":5}")
        .contains("\"properties\":{\"bound\":\"");
    assertThat(Sarif.fingerprints(run.out()))
        .hasSize(2)
        .contains(
            "FOREIGN_RECIPIENT of fabrikam: Originating from contoso through \"Mail server\""
                + " (ip, mail-from)");
    Sarif.assertValid(run.out());
    assertThat(CommandRun.of("misroutes", "--format", "mermaid", "--tenants", tenants).status())
        .isEqualTo(2);
  }

  @Test
  void many_misroutes_of_one_connector_are_folded_and_counted_and_full_lists_each() {
    String text = Inputs.sharedGateway(8);
    Path tenants = Inputs.write(folder, "t.yaml", text);

    CommandRun folded = CommandRun.of("misroutes", "--tenants", tenants);
    CommandRun full = CommandRun.of("misroutes", "--full", "--tenants", tenants);

    assertThat(folded.status()).isEqualTo(1);
    assertThat(folded.out())
        .startsWith(
            """
            ERROR tenant1 / Gateway: 8 misroutes, 8 classes of connections
              FOREIGN_RECIPIENT: mail to another tenant's domain runs under the sending
                tenant's connector first
              All      7 misroutes, 7 classes of connections, of mail of tenant2, tenant3,
                       tenant4 and 4 more
              Worst    mail of tenant2, 1 class of connections: Originating from tenant1
                       through "Gateway" (ip, mail-from)
              Such as  from 198.51.100.7, plaintext, no certificate, MAIL FROM
                       tenant1.example, RCPT TO tenant2.example
              SHARED_SOURCE: on a source of several tenants, the recipient decides who sent
                the mail
            """)
        .contains("64 misroutes in ")
        .contains("64 of them are folded into 8 blocks of those with more than 5. --full lists");
    assertThat(full.out()).contains("64 misroutes in ").doesNotContain("folded");
    assertThat(full.out().lines().filter(line -> line.startsWith("ERROR "))).hasSize(64);
    assertThat(CommandRun.of("misroutes", "--format", "json", "--tenants", tenants).out().lines())
        .hasSize(65);
    assertThat(
            CommandRun.of("misroutes", "--explain", "--tenants", tenants)
                .out()
                .lines()
                .filter(line -> line.contains("Explanation: ")))
        .hasSize(16);
  }

  @Test
  void the_witnesses_are_a_scenario_that_check_passes() {
    Path file = folder.resolve("witnesses.json");
    Path tenants =
        Inputs.write(
            folder,
            "t.yaml",
            Inputs.TENANTS.replace(
                "SenderIPAddresses: [198.51.100.7]",
                "TlsSenderCertificateName: \"*.contoso.com\""));

    CommandRun run = CommandRun.of("misroutes", "--tenants", tenants, "--witnesses", file);

    assertThat(run.status()).isEqualTo(1);
    assertThat(file).content().contains("other.contoso.com");
    CommandRun check = CommandRun.of("check", file);
    assertThat(check.out()).contains("PASS").endsWith(" passed, 0 failed\n");
    assertThat(check.status()).isZero();
  }

  @Test
  void a_flow_a_tenant_or_a_size_that_cannot_be_is_an_error_of_one_line() {
    Path tenants = Inputs.write(folder, "t.yaml", Inputs.TENANTS);

    CommandRun flow = CommandRun.of("misroutes", "--tenants", tenants, "--expect-flow", "gateway");
    assertThat(flow.status()).isEqualTo(2);
    assertThat(flow.err()).startsWith("\"gateway\" is not an expected flow").hasLineCount(1);
    CommandRun tenant = CommandRun.of("misroutes", "--tenants", tenants, "--tenant", "gamma");
    assertThat(tenant.status()).isEqualTo(2);
    assertThat(tenant.err()).startsWith("\"gamma\" is not a tenant").hasLineCount(1);
    CommandRun size = CommandRun.of("misroutes", "--tenants", tenants, "--limit", "3");
    assertThat(size.status()).isEqualTo(2);
    assertThat(size.err()).startsWith("the search would take about").hasLineCount(1);
  }

  @Test
  void explain_adds_the_tree() throws Exception {
    Path tenants = Inputs.write(folder, "t.yaml", Inputs.TENANTS);

    assertThat(CommandRun.of("misroutes", "--explain", "--tenants", tenants).out())
        .contains("Explanation: + matched");
    assertThat(Files.readString(tenants)).isEqualTo(Inputs.TENANTS);
  }

  @Test
  void cautions_are_counted_and_listed_on_demand_and_do_not_fail() {
    Path tenants =
        Inputs.write(
            folder,
            "t.yaml",
            FREE.replace(
                "acceptedDomains: [fabrikam.com]",
                """
                acceptedDomains: [fabrikam.com, gw.eu.fabrikam.com]
                    inboundConnectors:
                      - Name: Gateway
                        ConnectorType: OnPremises
                        TlsSenderCertificateName: gw.eu.fabrikam.com
                """));

    CommandRun counted = CommandRun.of("misroutes", "--tenants", tenants);
    CommandRun listed = CommandRun.of("misroutes", "--tenants", tenants, "--cautions");

    assertThat(counted.status()).isZero();
    assertThat(counted.out())
        .startsWith("No misroute: ")
        .contains(" about certificates that would carry names of several tenants")
        .doesNotContain("WARNING");
    assertThat(listed.status()).isZero();
    assertThat(listed.out()).startsWith("WARNING COMBINED_CERTIFICATE: ");
  }
}
