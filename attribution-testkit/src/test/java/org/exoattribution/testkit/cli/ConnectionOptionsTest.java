package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code resolve} of one connection that the command line gives, without a file. */
class ConnectionOptionsTest {
  private static final String EXPORTS = "exports-example";
  private static final String OPENSSL =
      "src/test/resources/org/exoattribution/testkit/pki/openssl/";

  private static CommandRun resolve(String options) {
    return CommandRun.of(
        (Object[]) ("resolve --tenants " + EXPORTS + " " + options).split(" ", -1));
  }

  @Test
  void one_connection_is_resolved_without_a_file() {
    CommandRun run = resolve("--ip 203.0.113.10 --from anna@fabrikam.com --to someone@example.net");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("mail from anna@fabrikam.com, to someone@example.net\n")
        .contains("  Originating from fabrikam: its connector \"Gateway of the provider\"");
  }

  @Test
  void every_recipient_has_a_result() {
    CommandRun run =
        resolve(
            "--ip 203.0.113.10 --from fabrikam.com --to a.example --to b.example --format json");

    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.out()).contains("\"recipient\":\"a.example\"", "\"recipient\":\"b.example\"");
  }

  @Test
  void a_certificate_is_given_by_its_names() {
    CommandRun run =
        resolve(
            "--ip 192.0.2.1 --from a.example --to b.example --cert-name mx.a.example"
                + " --cert-name mail.contoso.com --explain");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("mx.a.example").contains("mail.contoso.com");
  }

  @Test
  void a_certificate_in_a_file_is_judged_now_unless_an_instant_is_given() {
    String connection = "--ip 192.0.2.1 --from a.example --to b.example --cert " + OPENSSL;

    assertThat(resolve(connection + "good.pem").out()).contains("CERTIFICATE_IGNORED", "(PKI-3)");
    assertThat(resolve(connection + "good.pem --at 2050-01-01T00:00:00Z").out())
        .contains("(PKI-2)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--ip 1.2.3 --from a.example --to b.example | --ip: \"1.2.3\" is not an IP address",
        "--ip 192.0.2.1 --from @ --to b.example | --from: \"@\"",
        "--ip 192.0.2.1 --from a.example --to <> | --to: \"<>\"",
        "--ip 192.0.2.1 --from a.example | --to=RECIPIENT",
        "--ip 192.0.2.1 --from a.example --to b.example --cert-name a_b! | --cert-name: \"a_b!\"",
        "--ip 192.0.2.1 --from a.example --to b.example --cert-name a.b --cert c | not both",
        "--ip 192.0.2.1 --from a.example --to b.example s.yaml | and no FILE",
        "--format json | expected FILE, or --ip, --from and --to"
      })
  void what_is_wrong_is_said_of_its_option(String options, String message) {
    CommandRun run = resolve(options);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  @Test
  void tenants_are_asked_for() {
    CommandRun run = CommandRun.of("resolve", "--ip", "192.0.2.1", "--from", "a.b", "--to", "c.d");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("--ip: expected --tenants with it");
  }
}
