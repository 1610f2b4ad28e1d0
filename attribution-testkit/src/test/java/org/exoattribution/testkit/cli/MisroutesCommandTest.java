package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
