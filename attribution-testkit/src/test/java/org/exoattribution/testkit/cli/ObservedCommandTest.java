package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticPki;
import org.exoattribution.testkit.render.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservedCommandTest {
  private static final String ID = "5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11";
  private static final String TENANTS =
      """
      tenants:
        - name: varunagroup
          tenantId: 5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11
          acceptedDomains: [varunagroup.de, varunagroup.onmicrosoft.com]
          inboundConnectors:
            - Name: Inbound from HCW
              ConnectorType: OnPremises
              TlsSenderCertificateName: "*.varunagroup.de"
        - name: contoso
          acceptedDomains: [contoso.com]
          inboundConnectors:
            - { Name: Mail server, ConnectorType: OnPremises, SenderIPAddresses: [198.51.100.7] }
        - { name: fabrikam, acceptedDomains: [fabrikam.com] }
      """;
  private static final String VARUNA =
      "source,event_id,return_path,recipient_address,directionality,tenant_id,custom_data\n"
          + "SMTP,RECEIVE,someone@setebos-ag.com,someone@fabrikam.com,2,,\""
          + "S:ProxiedClientIPAddress=81.173.212.44;S:ProxiedClientHostname=mx01.varunagroup.de;"
          + "S:InboundConnectorData=Name=Inbound from HCW;ConnectorType=OnPremises;TenantId="
          + ID
          + ";S:FromEntity=HybridOnPrem;S:Oorg=varunagroup.de\"\n";

  @TempDir private Path folder;

  private Path file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CommandRun run(Object... arguments) {
    Object[] all = new Object[arguments.length + 3];
    all[0] = "observed";
    all[1] = "--tenants";
    all[2] = file("tenants.yaml", TENANTS);
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return CommandRun.of(all);
  }

  private static String line(String source, String from, String observed) {
    return "{\"sourceIp\":\""
        + source
        + "\",\"tls\":true,\"mailFrom\":\""
        + from
        + "\",\"rcptTo\":\"someone@example.net\",\"observed\":"
        + observed
        + "}\n";
  }

  private static String contoso(String source, String from) {
    return line(source, from, "{\"verdict\":\"originating\",\"tenant\":\"contoso\"}");
  }

  @Test
  void the_varuna_row_agrees_if_the_gateway_presented_its_certificate() {
    CommandRun run = run(file("trace.csv", VARUNA));

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            AGREES_IF 1 message from 81.173.212.44 (mx01.varunagroup.de), MAIL FROM
                setebos-ag.com, RCPT TO fabrikam.com
              Observed  Originating from varunagroup through "Inbound from HCW"
              Model     Incoming to fabrikam, anonymous, without a certificate
              Model     Originating from varunagroup through "Inbound from HCW"
                        (certificate, certificate-domain), with a certificate for
                        *.varunagroup.de
              Meaning   only a certificate for *.varunagroup.de explains it, and one for the
                        EHLO name mx01.varunagroup.de would do
              Besides   directionality 2, Oorg varunagroup.de, which is not the verdict
              First     FILE:2

            0 agree, 1 agree if a certificate was presented, 0 contradict, 0 are of unknown
            tenants; 0 sent by mailboxes were skipped, 0 could not be read.
            """
                .replace("FILE", folder.resolve("trace.csv").toString()));
  }

  @Test
  void json_has_one_object_a_group_and_a_summary() {
    Path trace =
        file("trace.csv", VARUNA + VARUNA.lines().skip(1).findFirst().orElseThrow() + "\n");

    CommandRun run = run("--format", "json", trace);

    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith(
            "{\"type\":\"observation\",\"source\":\"81.173.212.44\",\"verdict\":\"AGREES_IF\",\"count\":2,\"observed\":{\"verdict\":\"originating\",\"tenant\":\"varunagroup\",\"connector\":\"Inbound"
                + " from HCW\",\"ehlo\":\"mx01.varunagroup.de\"")
        .contains(
            ",\"predicted\":[{\"certificate\":null,\"verdict\":\"incoming\",\"tenant\":\"fabrikam\"")
        .contains("\"ifCertificate\":[\"*.varunagroup.de\"],\"files\":[\"" + trace + "\"]")
        .contains("\"ehloExplains\":true,\"nearest\":[]}")
        .doesNotContain("someone@");
    assertThat(lines.get(1))
        .isEqualTo(
            "{\"type\":\"summary\",\"AGREES\":0,\"AGREES_IF\":2,\"UNKNOWN_TENANT\":0,\"CONTRADICTS\":0,"
                + "\"sentByMailbox\":0,\"unreadable\":0}");
  }

  @Test
  void a_contradiction_exits_1_with_its_nearest_explanation() {
    CommandRun run = run(file("seen.jsonl", contoso("198.51.100.8", "someone@contoso.com")));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .startsWith("CONTRADICTS ")
        .contains("nearest: 198.51.100.8 is not among the addresses of any connector of contoso");
  }

  @Test
  void equal_observations_are_one_group_and_mailboxes_are_named_on_demand() {
    Path file =
        file(
            "seen.jsonl",
            contoso("198.51.100.7", "one@contoso.com")
                + contoso("198.51.100.7", "two@contoso.com"));

    assertThat(run(file).out())
        .startsWith("AGREES 2 messages from 198.51.100.7, MAIL FROM contoso");
    assertThat(run("--full", file).out()).contains("one@contoso.com");
  }

  @Test
  void of_the_groups_that_agree_text_lists_the_largest_and_json_all() {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= 25; i++) {
      lines.append(line("203.0.113." + i, "a@example.net", "{\"verdict\":\"rejected\"}"));
    }
    Path file = file("seen.jsonl", lines.toString());

    assertThat(run(file).out())
        .contains("\n5 more groups agree; --format json lists them.\n\n25 agree,");
    assertThat(run("--format", "json", file).out().lines()).hasSize(26);
  }

  @Test
  void a_tenant_may_be_known_by_an_id_of_the_command_line() {
    Path file =
        file(
            "seen.jsonl",
            line(
                "198.51.100.7",
                "a@contoso.com",
                "{\"verdict\":\"originating\",\"tenant\":\"0c1b7a5e-0000-0000-0000-9d525b2f6c1e\"}"));

    assertThat(run(file).out()).startsWith("UNKNOWN_TENANT 1 message");
    assertThat(run(file).status()).isZero();
    assertThat(run("--tenant-id", "Contoso=0C1B7A5E-0000-0000-0000-9d525b2f6c1e", file).out())
        .startsWith("AGREES 1 message");
    assertThat(run("--to", "a@", file).err()).startsWith("--to: \"a@\" is not");
    CommandRun wrong = run("--tenant-id", "litware=0c1b", file);
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).startsWith("--tenant-id: \"litware\" is not a tenant: expected");
  }

  @Test
  void with_the_certificate_given_the_varuna_row_agrees_or_contradicts() {
    String at = "2026-03-23T10:00:00Z";
    Path gateway = file("gateway.pem", issued("mx01.varunagroup.de", at).chainPem());
    Path other = file("other.pem", issued("mx01.example.net", at).chainPem());
    Path root = file("root.pem", issued("mx01.example.net", at).trustAnchorsPem());
    Path trace = file("trace.csv", VARUNA);

    CommandRun agrees = run(with(root, at, "MX01.varunagroup.de=" + gateway, trace));
    CommandRun contradicts = run(with(root, at, "mx01.varunagroup.de=" + other, trace));

    assertThat(agrees.out()).startsWith("AGREES 1 message");
    assertThat(contradicts.status()).isEqualTo(1);
    assertThat(contradicts.out()).startsWith("CONTRADICTS 1 message");
  }

  @Test
  void a_line_may_describe_the_certificate_itself() {
    String line =
        line("81.173.212.44", "<>", "{\"tenant\":\"varunagroup\",\"verdict\":\"originating\"}");

    assertThat(run(file("seen.jsonl", line)).out()).startsWith("AGREES_IF 1 message");
    assertThat(
            run(file(
                    "seen.jsonl",
                    line.replace(
                        "\"tls\":true",
                        "\"certificate\":{\"commonName\":\"mx01.varunagroup.de\"}")))
                .out())
        .startsWith("AGREES 1 message");
  }

  @Test
  void the_certificate_of_a_line_may_be_a_file_beside_it() {
    file("gateway.pem", issued("mx01.varunagroup.de", "2026-11-01T00:00:00Z").chainPem());
    String line =
        line("81.173.212.44", "<>", "{\"tenant\":\"varunagroup\",\"verdict\":\"originating\"}")
            .replace("\"tls\":true", "\"certificate\":{\"pem\":\"gateway.pem\"}");

    assertThat(run(file("seen.jsonl", line)).out()).startsWith("AGREES 1 message");
  }

  private static Object[] with(Path root, String at, String certificate, Path trace) {
    return new Object[] {"--anchors", root, "--at", at, "--certificate", certificate, trace};
  }

  private static CertificateBundle issued(String name, String at) {
    return SyntheticPki.shared().issue(SyntheticCertificate.named(name), Instant.parse(at));
  }

  @Test
  void what_was_observed_is_a_scenario_that_check_runs() {
    Path scenario = folder.resolve("observed.json");
    Path trace = file("trace.csv", VARUNA);
    Path agreeing = file("seen.jsonl", contoso("198.51.100.7", "someone@contoso.com"));

    assertThat(run("--scenario", scenario, trace, agreeing).status()).isZero();
    CommandRun check = CommandRun.of("check", scenario);
    assertThat(check.out()).contains("2 passed, 0 failed");
    assertThat(check.status()).isZero();
    assertThat(scenario).content().contains("setebos-ag.com").doesNotContain("someone@");
  }

  @Test
  void a_contradiction_is_a_scenario_that_fails() {
    Path scenario = folder.resolve("observed.json");
    Path seen = file("seen.jsonl", contoso("198.51.100.8", "someone@contoso.com"));

    assertThat(run("--scenario", scenario, seen).status()).isEqualTo(1);
    assertThat(CommandRun.of("check", scenario).status()).isEqualTo(1);
  }

  @Test
  void a_line_that_cannot_be_read_is_reported_without_mailboxes_and_the_rest_is_used() {
    Path file =
        file(
            "seen.jsonl",
            contoso("198.51.100.7", "someone@-bad-")
                + contoso("198.51.100.7", "someone@contoso.com")
                + "{\"sourceIp\":\"198.51.100.7\"}\n");

    CommandRun run = run(file);

    assertThat(run.status()).isZero();
    assertThat(run.err().lines()).hasSize(2).allSatisfy(l -> assertThat(l).contains("seen.jsonl:"));
    assertThat(run.err()).doesNotContain("someone").contains("...@-bad-");
    assertThat(run.out()).startsWith("AGREES 1 message").contains("2 could not be read.");
  }

  @Test
  void bad_input_exits_2_with_one_line() {
    Path text = file("text.txt", "nothing\n");

    assertThat(run(text).status()).isEqualTo(2);
    assertThat(run(text).err())
        .isEqualTo(
            text
                + ": holds no observations: expected a message or its headers, an mbox, an"
                + " extended message trace (CSV), or JSON Lines\n");
    assertThat(run(folder.resolve("none.eml")).err()).contains("there is no such file");
    assertThat(run(file("bad.jsonl", "{}\n")).status()).isEqualTo(2);
  }

  @Test
  void standard_input_is_read() {
    CommandRun run =
        CommandRun.run(
            new ByteArrayInputStream(VARUNA.getBytes(StandardCharsets.UTF_16LE)),
            Palette.NONE,
            "observed",
            "--tenants",
            file("tenants.yaml", TENANTS),
            "-");

    assertThat(run.out()).startsWith("AGREES_IF 1 message").contains("First     standard input:2");
  }
}
