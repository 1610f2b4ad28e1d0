package org.exoattribution.testkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code certificate} command on files that the openssl command line made. */
class OpensslCertificateCommandTest {
  private static final String FILES = "src/test/resources/org/exoattribution/testkit/pki/openssl/";
  private static final Path README = Path.of("README.md");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "good.pem    | --crl issuing-crl.pem --crl root-crl.der       | true  | ",
        "good.pem    | --ocsp good-ocsp.der --ocsp issuing-ocsp.der   | true  | ",
        "gateway.txt | --crl issuing-crl.pem --crl root-crl.der       | true  | ",
        "gateway.txt |                                                | true  | ",
        "revoked.pem | --crl issuing-crl.pem --crl root-crl.der       | false | PKI-5",
        "revoked.pem | --ocsp revoked-ocsp.der --ocsp issuing-ocsp.der| false | PKI-5",
        "good.pem    | --ocsp revoked-ocsp.der --ocsp issuing-ocsp.der| false | PKI-5",
        "good.pem    | --crl issuing-crl.pem                          | false | PKI-5",
        "expired.pem | --crl issuing-crl.pem --crl root-crl.der       | false | PKI-2",
        "missing-intermediate.pem | --crl issuing-crl.pem             | false | PKI-3"
      })
  void openssl_files_are_judged_by_the_command(
      String file, String options, boolean accepted, String rule) {
    CommandRun run = judge(file, (options == null ? "" : options) + " --format json");

    assertThat(run.status()).isEqualTo(accepted ? 0 : 1);
    assertThat(run.out())
        .contains(
            "\"accepted\":" + accepted,
            "\"failedRule\":" + (rule == null ? "null" : "\"" + rule + "\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway.txt", "missing-intermediate.pem"})
  void the_output_on_the_captured_handshake_stands_in_the_readme(String file) throws IOException {
    String out = judge(file, "--crl issuing-crl.pem --crl root-crl.der").out().replace(FILES, "");

    assertThat(Files.readString(README))
        .contains("```text\n" + out.substring(0, out.indexOf("  Tests:")) + "```\n");
  }

  private static CommandRun judge(String file, String options) {
    Object[] args =
        Stream.concat(
                Stream.of(
                    "certificate",
                    FILES + file,
                    "--anchors",
                    FILES + "root.pem",
                    "--at",
                    "2030-01-01T00:00:00Z"),
                Arrays.stream(options.strip().split(" +"))
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.contains(".") ? FILES + word : word))
            .toArray();
    return CommandRun.of(args);
  }
}
