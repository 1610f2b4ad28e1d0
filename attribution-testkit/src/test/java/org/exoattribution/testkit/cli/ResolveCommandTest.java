package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exoattribution.testkit.render.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolveCommandTest {
  @TempDir private Path folder;

  @Test
  void every_recipient_has_a_block_for_people() {
    CommandRun run = CommandRun.of("resolve", file("s.yaml", Inputs.SCENARIO));

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("own mail, to someone@example.net\n  Originating from contoso: ")
        .contains("forwarded mail, to kate@example.net\n  Rejected: ")
        .contains("forwarded mail, to kim@example.net\n  Rejected: ")
        .contains("\n  Action     send with the MAIL FROM domain contoso.com, which contoso owns")
        .doesNotContain("Explanation:")
        .doesNotContain("\033");
  }

  @Test
  void json_has_one_object_a_recipient_in_order() {
    CommandRun run = CommandRun.of("resolve", "--format", "json", file("s.yaml", Inputs.SCENARIO));

    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(3);
    assertThat(run.out().lines().toList().get(0))
        .startsWith(
            "{\"connection\":\"own mail\",\"recipient\":\"someone@example.net\","
                + "\"verdict\":\"originating\",\"tenant\":\"contoso\","
                + "\"connector\":\"Mail server\",\"stage\":\"ip\",\"basis\":\"mail-from\","
                + "\"reason\":null,\"reply\":null,\"findings\":[],\"rules\":[");
    assertThat(run.out().lines().toList().get(2)).contains("\"recipient\":\"kim@example.net\"");
  }

  @Test
  void the_explanation_is_added_on_demand() {
    Path file = file("s.yaml", Inputs.SCENARIO);

    assertThat(CommandRun.of("resolve", "--explain", file).out())
        .contains("\n  Explanation: ")
        .contains("contoso / Mail server");
    assertThat(CommandRun.of("resolve", "--explain", "--format=JSON", file).out().lines())
        .allSatisfy(
            line -> assertThat(line).contains(",\"explanation\":{\"stages\":[").endsWith("}"));
  }

  @Test
  void a_flowchart_a_recipient_is_drawn_on_demand() {
    CommandRun run =
        CommandRun.of("resolve", "--format", "mermaid", file("s.yaml", Inputs.SCENARIO));

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("%% own mail, to someone@example.net\nflowchart TD\n")
        .contains("\n\n%% forwarded mail, to kim@example.net\nflowchart TD\n");
  }

  @Test
  void a_directive_in_a_name_is_none_in_a_flowchart() {
    String directive = "%%%{init: {}}%%";
    String named = Inputs.SCENARIO.replace("own mail", '"' + directive + '"');

    CommandRun run = CommandRun.of("resolve", "--format", "mermaid", file("s.yaml", named));

    assertThat(run.out()).startsWith("%% %%% {init: {}}%%, to").doesNotContain("%%{");
  }

  @Test
  void options_override_the_file() {
    Path file = file("s.yaml", Inputs.SCENARIO);

    assertThat(CommandRun.of("resolve", "--format=json", "--rules=2016", file).out())
        .contains("\"basis\":\"connector\"");
    Path others =
        file("t.yaml", "tenants: [{ name: tailspintoys, acceptedDomains: [example.net] }]\n");
    assertThat(CommandRun.of("resolve", "--format=json", "--tenants", others, file).out())
        .contains("\"tenant\":\"tailspintoys\"")
        .doesNotContain("contoso\"");
  }

  @Test
  void a_reading_may_be_set_and_is_checked() {
    String toContoso =
        Inputs.TENANTS
            + "connections:\n"
            + "  - { sourceIp: 198.51.100.7, mailFrom: a@b.example, rcptTo: x@contoso.com }\n";
    Path file = file("s.yaml", toContoso);

    assertThat(
            CommandRun.of(
                    "resolve", "--format=json", "--reading", "recipientOnlyIpMatch=INCOMING", file)
                .out())
        .contains("\"verdict\":\"incoming\"");
    CommandRun refused = CommandRun.of("resolve", "--reading", "wildcardDepth=TWO", file);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "--reading: \"TWO\" is not a value of reading wildcardDepth: expected ALL_SUBDOMAINS,"
                + " SINGLE_LABEL\n");
  }

  @Test
  void readings_that_only_matter_together_are_told() {
    String scenario =
        """
        tenants:
          - name: contoso
            acceptedDomains: [contoso.com, mail.contoso.com]
            inboundConnectors:
              - name: gateway
                connectorType: OnPremises
                tlsSenderCertificateName: mail.contoso.com
        connections:
          - sourceIp: 192.0.2.1
            tls: true
            certificate:
              { commonName: mail.contoso.com, issuer: untrusted, revocation: unavailable }
            mailFrom: a@fabrikam.com
            rcptTo: b@example.net
        """;

    assertThat(CommandRun.withInput(scenario, "resolve", "-").out())
        .contains("under revocation=REJECT_REVOKED certificateTrust=ANY: Originating");
  }

  @Test
  void a_jsonl_file_is_resolved_line_by_line_up_to_a_bad_one() {
    Path tenants = file("t.yaml", Inputs.TENANTS);
    Path lines = file("c.jsonl", Inputs.line("one") + Inputs.line("two") + "{\"sourceIp\":7}\n");

    CommandRun run = CommandRun.of("resolve", "--tenants", tenants, "--format=json", lines);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("{\"connection\":\"one\"");
    assertThat(run.err()).startsWith(lines + ":3: ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=json",
        "--format=text",
        "--format=mermaid",
        "--format=json --explain",
        "--format=text --explain"
      })
  void a_log_resolved_in_parallel_prints_what_the_same_scenario_does(String options) {
    Path tenants = file("t.yaml", Inputs.TENANTS);
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      log.add(
          "{\"sourceIp\":\"198.51.100.%d\",\"mailFrom\":\"s%d@%s\",\"rcptTo\":\"r%d@%s\"}"
              .formatted(
                  5 + i % 4,
                  i,
                  i % 2 == 0 ? "contoso.com" : "adatum.example",
                  i,
                  i % 3 == 0 ? "fabrikam.com" : "example.net"));
    }
    Path lines = file("c.jsonl", String.join("\n", log));
    Path scenario = file("c.json", "{\"connections\":[" + String.join(",\n", log) + "]}");

    CommandRun inParallel = resolve(options, tenants, lines);
    CommandRun oneByOne = resolve(options, tenants, scenario);

    assertThat(oneByOne.status()).isZero();
    assertThat(oneByOne.out()).contains("r0@fabrikam.com", "r899@example.net");
    assertThat(inParallel).isEqualTo(oneByOne);
  }

  private static CommandRun resolve(String options, Path tenants, Path file) {
    List<Object> args = new ArrayList<>(List.of("resolve", "--tenants", tenants));
    args.addAll(List.of(options.split(" ")));
    args.add(file);
    return CommandRun.of(args.toArray());
  }

  @Test
  void a_jsonl_file_needs_tenants() {
    Path lines = file("c.jsonl", Inputs.line("one"));

    assertThat(CommandRun.of("resolve", lines))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                lines + ": has connections but no tenants: expected --tenants PATH with it\n"));
  }

  @Test
  void standard_input_may_be_a_scenario_or_json_lines() {
    Path tenants = file("t.yaml", Inputs.TENANTS);
    String input = "\n" + Inputs.line("one") + Inputs.line("two");

    assertThat(CommandRun.withInput(Inputs.SCENARIO, "resolve", "-").out()).contains("own mail");
    assertThat(CommandRun.withInput(input, "resolve", "--tenants", tenants, "-").out())
        .contains("one, to b@fabrikam.com", "two, to b@fabrikam.com");
    assertThat(CommandRun.withInput(Inputs.SCENARIO, "resolve", "-", "-"))
        .isEqualTo(new CommandRun(2, "", "standard input: is named twice: expected - once\n"));
  }

  @Test
  void a_bad_file_stops_everything_before_the_first_result() {
    Path bad = file("bad.yaml", Inputs.TENANTS + "conections: []\n");

    CommandRun run = CommandRun.of("resolve", file("s.yaml", Inputs.SCENARIO), bad);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(bad + ":8: ").contains("\"connections\"").hasLineCount(1);
  }

  @Test
  void what_plays_no_part_is_counted_and_listed_if_asked_for() throws IOException {
    Path contoso = Files.createDirectories(folder.resolve("exports/contoso"));
    Inputs.write(contoso, "Get-AcceptedDomain.json", "[{\"DomainName\":\"fabrikam.com\"}]");
    Inputs.write(contoso, "Get-InboundConnector.json", "[{\"Name\":\"Partner\",\"Shade\":\"x\"}]");
    Path lines = file("c.jsonl", Inputs.line("one"));

    CommandRun quiet = CommandRun.of("resolve", "--tenants", folder.resolve("exports"), lines);
    CommandRun verbose =
        CommandRun.of("resolve", "--verbose", "--tenants", folder.resolve("exports"), lines);

    assertThat(quiet.status()).isZero();
    assertThat(quiet.out()).contains("Incoming to contoso");
    assertThat(quiet.err().lines()).singleElement().asString().startsWith("note: ");
    assertThat(quiet.err()).contains("--verbose").doesNotContain("Shade");
    assertThat(verbose.err()).contains(": note: \"Shade\" ").doesNotContain("--verbose");
  }

  @Test
  void colours_come_from_the_terminal() {
    CommandRun run =
        CommandRun.run(
            InputStream.nullInputStream(),
            Palette.ANSI,
            "resolve",
            file("s.yaml", Inputs.SCENARIO));

    assertThat(run.out()).contains("\033[32mOriginating\033[0m");
  }

  @Test
  void a_reader_that_has_gone_ends_the_work_quietly() throws IOException {
    byte[] line = Inputs.line("x").getBytes(StandardCharsets.UTF_8);
    CountingInput in = new CountingInput(line, 200_000);
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new SequenceInputStream(in, InputStream.nullInputStream()),
            new PrintWriter(new BrokenPipe()),
            new PrintWriter(err),
            Palette.NONE,
            false,
            CommandRun.CLOCK);

    int status =
        Main.run(
            terminal,
            "resolve",
            "--format=json",
            "--tenants",
            file("t.yaml", Inputs.TENANTS).toString(),
            "-");

    assertThat(status).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(in.linesLeft).isPositive();
  }

  private Path file(String name, String content) {
    return Inputs.write(folder, name, content);
  }

  /** The same line again and again. */
  private static final class CountingInput extends InputStream {
    private final byte[] line;
    private int position;
    private int linesLeft;

    CountingInput(byte[] line, int lines) {
      this.line = line;
      this.linesLeft = lines;
    }

    @Override
    public int read() {
      if (linesLeft == 0) {
        return -1;
      }
      int b = line[position++];
      if (position == line.length) {
        position = 0;
        linesLeft--;
      }
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      int b = read();
      if (b < 0) {
        return -1;
      }
      bytes[offset] = (byte) b;
      return 1;
    }
  }

  private static final class BrokenPipe extends Writer {
    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
      throw new IOException("Broken pipe");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
