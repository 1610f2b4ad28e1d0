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

  private static final String USED = "--expect-flow=198.51.100.7=fabrikam";

  @Test
  void every_misroute_is_printed_with_a_witness() {
    CommandRun run =
        CommandRun.of(
            "misroutes", USED, "--tenants", Inputs.write(folder, "t.yaml", Inputs.TENANTS));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("3 misroutes in ")
        .contains(
            """
            ERROR 198.51.100.7, of contoso, fabrikam
              Decides   the recipient, the sender
              FOREIGN_SENDER: mail from another tenant's domain runs under this tenant's
                connector
              Mail from fabrikam
            """)
        .contains(
            """
              FOREIGN_RECIPIENT: mail to another tenant's domain runs under the sending
                tenant's connector first
              Mail to   fabrikam
              Outcome   Originating from contoso through "Mail server" (ip, mail-from)
              Such as   from 198.51.100.7, plaintext, no certificate, MAIL FROM contoso.com,
                        RCPT TO fabrikam.com
            """);
  }

  @Test
  void a_source_of_one_tenant_is_a_line_and_no_failure_until_others_are_said_to_use_it() {
    Path tenants =
        Inputs.write(
            folder,
            "t.yaml",
            FREE.replace(
                "TlsSenderCertificateName: mail.contoso.com",
                "TlsSenderCertificateName: \"*.contoso.com\""));

    CommandRun run = CommandRun.of("misroutes", "--tenants", tenants);
    CommandRun assumed =
        CommandRun.of("misroutes", "--assume", "shared=gateway.contoso.com", "--tenants", tenants);

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(
            """
            WARNING any host that presents a certificate for *.contoso.com sends as contoso,
                    whoever the sender is
            """);
    assertThat(assumed.status()).isEqualTo(1);
    assertThat(assumed.out()).contains("ERROR gateway.contoso.com").contains("STRANGER_CAPTURED");
    assertThat(CommandRun.of("misroutes", "--assume", "x", "--tenants", tenants).err())
        .startsWith("\"x\" is not an assumption: expected shared=SOURCE")
        .hasLineCount(1);
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
  void json_is_one_object_a_line_with_its_type() {
    CommandRun run =
        CommandRun.of(
            "misroutes",
            USED,
            "--format",
            "json",
            "--tenants",
            Inputs.write(folder, "t.yaml", Inputs.TENANTS));

    assertThat(run.out().lines())
        .contains(
            "{\"type\":\"source\",\"source\":\"198.51.100.7\",\"tenants\":[\"contoso\",\"fabrikam\"]}",
            "{\"type\":\"misroute\",\"misroute\":\"FOREIGN_RECIPIENT\",\"severity\":\"ERROR\","
                + "\"source\":\"198.51.100.7\",\"mailOf\":\"recipient\",\"owner\":\"fabrikam\","
                + "\"owners\":1,"
                + "\"outcome\":{\"verdict\":\"originating\",\"tenant\":\"contoso\","
                + "\"connector\":\"Mail server\",\"stage\":\"ip\",\"basis\":\"mail-from\","
                + "\"reason\":null},"
                + "\"classes\":1,\"witness\":{\"sourceIp\":\"198.51.100.7\",\"tls\":false,"
                + "\"mailFrom\":\"contoso.com\",\"rcptTo\":\"fabrikam.com\"}}");
    assertThat(run.out().lines().reduce("", (first, last) -> last))
        .startsWith("{\"type\":\"summary\",\"misroutes\":");
  }

  @Test
  void sarif_is_one_log_that_points_at_the_connector() {
    Path tenants = Inputs.write(folder, "t.yaml", Inputs.TENANTS);

    CommandRun run = CommandRun.of("misroutes", USED, "--format", "sarif", "--tenants", tenants);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .hasLineCount(1)
        .contains("t.yaml\"},\"region\":{\"startLine\":5}")
        .contains("\"properties\":{\"bound\":\"");
    assertThat(Sarif.fingerprints(run.out()))
        .contains(
            "FOREIGN_RECIPIENT 198.51.100.7 of fabrikam: Originating from contoso through \"Mail"
                + " server\" (ip, mail-from)");
    Sarif.assertValid(run.out());
    assertThat(CommandRun.of("misroutes", "--format", "mermaid", "--tenants", tenants).status())
        .isEqualTo(2);
  }

  @Test
  void many_misroutes_of_one_source_are_counted_and_full_lists_each_representative() {
    Path tenants = Inputs.write(folder, "t.yaml", Inputs.sharedGateway(8));

    CommandRun few = CommandRun.of("misroutes", "--tenants", tenants);
    CommandRun full = CommandRun.of("misroutes", "--full", "--tenants", tenants);

    assertThat(few.status()).isEqualTo(1);
    assertThat(few.out())
        .startsWith("64 misroutes in ")
        .contains("By kind: FOREIGN_RECIPIENT 56, SHARED_SOURCE 8.")
        .contains("ERROR 198.51.100.7, of tenant1, tenant2, tenant3 and 5 more")
        .contains("Mail to   tenant1 and 6 more")
        .contains("56 misroutes in all; --full lists them");
    assertThat(few.out().lines().filter(line -> line.contains("Such as"))).hasSize(6);
    assertThat(full.out().lines().filter(line -> line.contains("Such as"))).hasSize(16);
    assertThat(
            CommandRun.of("misroutes", "--explain", "--tenants", tenants)
                .out()
                .lines()
                .filter(line -> line.contains("Explanation: ")))
        .hasSize(6);
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

    CommandRun run =
        CommandRun.of(
            "misroutes",
            "--assume=shared=other.contoso.com",
            "--tenants",
            tenants,
            "--witnesses",
            file);

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
    assertThat(size.err()).startsWith("the search would try ").hasLineCount(1);
  }

  @Test
  void explain_adds_the_tree() throws Exception {
    Path tenants = Inputs.write(folder, "t.yaml", Inputs.TENANTS);

    assertThat(CommandRun.of("misroutes", USED, "--explain", "--tenants", tenants).out())
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
        .contains("about certificates that would carry names of several")
        .doesNotContain("COMBINED_CERTIFICATE");
    assertThat(listed.status()).isZero();
    assertThat(listed.out()).contains("COMBINED_CERTIFICATE: ").contains("WARNING ");
  }
}
