package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code report} writes, as text. */
class ReportCommandTest {
  /** Ends a tag, an attribute, a script and a line, and runs a script where it can. */
  private static final String HOSTILE = "\"'></title></svg><script>alert(1)</script>\u202e{{name}}";

  @TempDir private Path folder;

  private String page(Object tenants) throws IOException {
    Path out = folder.resolve("report.html");
    CommandRun run = CommandRun.of("report", "--tenants", tenants, "--out", out, "--force");
    assertThat(run.status()).as(run.err()).isZero();
    return Files.readString(out);
  }

  @Test
  void the_page_has_a_map_misroutes_lint_readings_and_every_connector() throws IOException {
    assertThat(page("exports-example"))
        .startsWith("<!DOCTYPE html>")
        .contains("<svg ", "Made at 2026-11-01T00:00:00Z from exports-example", "are complete")
        .contains(
            "FOREIGN_SENDER",
            "ADDRESS_SHARED: ",
            ">contoso / Hosted gateway</a>: ",
            "certificate stage")
        .contains("<code>recipientOnlyIpMatch</code>")
        .contains("<tr id=\"connector-1\">", "<a class=\"where\" href=\"#connector-2\">")
        .contains("203.0.113.10 <span class=\"tag ERROR\">shared</span>");
  }

  @Test
  void nothing_is_loaded_and_nothing_runs() throws IOException {
    assertThat(page("exports-example"))
        .contains("content=\"default-src 'none'; style-src 'sha256-")
        .doesNotContain("<script", "http://", "https://", "style=\"", "url(", "@import");
  }

  @Test
  void names_cannot_break_out_of_the_page() throws IOException {
    String name = HOSTILE.replace("'", "''");
    Path tenants =
        Files.writeString(
            folder.resolve("tenants.yaml"),
            "tenants:\n  - name: '%s'\n    acceptedDomains: [contoso.com]\n".formatted(name)
                + "    inboundConnectors:\n      - Name: '%s'\n".formatted(name)
                + "        ConnectorType: OnPremises\n        SenderIPAddresses: [192.0.2.1]\n");

    assertThat(page(tenants))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "{{name}}")
        .doesNotContain("<script>", "\u202e");
  }

  @Test
  void of_three_hundred_tenants_the_ordinary_ones_are_folded() throws IOException {
    String tenants =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    "  - name: tenant%d%n    acceptedDomains: [mx%d.example]%n".formatted(i, i)
                        + "    inboundConnectors:%n      - Name: relay%n".formatted()
                        + "        ConnectorType: OnPremises%n".formatted()
                        + "        TlsSenderCertificateName: mx%d.example%n"
                            .formatted(i < 3 ? 0 : i))
            .collect(Collectors.joining("", "tenants:\n", ""));

    String page = page(Files.writeString(folder.resolve("many.yaml"), tenants));

    assertThat(page)
        .contains("<summary>297 ordinary connectors</summary>")
        .hasSizeLessThan(300_000);
    assertThat(page.split("<tr id=", -1)).hasSize(301);
    assertThat(page.split("<details", -1)).as("findings, rule by rule").hasSizeLessThan(30);
    assertThat(page.substring(page.indexOf("<svg "), page.indexOf("</svg>")).split("<rect", -1))
        .hasSizeLessThan(12);
  }

  @Test
  void a_page_that_is_there_is_kept() throws IOException {
    Path out = Files.writeString(folder.resolve("mine.html"), "mine");

    CommandRun run = CommandRun.of("report", "--tenants", "exports-example", "--out", out);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--force");
    assertThat(out).hasContent("mine");
  }
}
