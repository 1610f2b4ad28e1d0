package org.exoattribution.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Finding;
import org.exoattribution.model.RuleId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shipped scenarios about flawed certificates, each connection in its order, under every value
 * of the readings that judge certificates: the rule that failed, {@code other} for a sound
 * certificate of another name, or {@code ok} for mail that the connector relays.
 */
class CertificateRowsTest {
  private static final Path SCENARIOS = Path.of("scenarios");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // expired, not yet valid, revoked, unavailable, no intermediate, untrusted, other, sound
        "a3-four-certificate-requirements | revocation=REQUIRE_STATUS | PKI-2 PKI-2 PKI-5 PKI-5"
            + " PKI-3 PKI-4 other ok",
        "a3-four-certificate-requirements | revocation=REJECT_REVOKED | PKI-2 PKI-2 PKI-5 ok   "
            + " PKI-3 PKI-4 other ok",
        "a3-four-certificate-requirements | revocation=NOT_CHECKED    | PKI-2 PKI-2 ok    ok   "
            + " PKI-3 PKI-4 other ok",
        "a3-four-certificate-requirements | certificateTrust=CA_SIGNED| PKI-2 PKI-2 PKI-5 PKI-5"
            + " PKI-3 PKI-4 other ok",
        "a3-four-certificate-requirements | certificateTrust=ANY      | PKI-2 PKI-2 PKI-5 PKI-5 ok "
            + "   ok    other ok",
        "a3-four-certificate-requirements | keyUsage=TLS              | PKI-2 PKI-2 PKI-5 PKI-5"
            + " PKI-3 PKI-4 other ok",
        "a3-four-certificate-requirements | keyUsage=SERVER_AUTH      | PKI-2 PKI-2 PKI-5 PKI-5"
            + " PKI-3 PKI-4 other ok",
        "a3-four-certificate-requirements | keyUsage=ANY              | PKI-2 PKI-2 PKI-5 PKI-5"
            + " PKI-3 PKI-4 other ok",
        // leaf only, complete
        "row-06-intermediate-missing      | revocation=REQUIRE_STATUS | PKI-3 ok",
        "row-06-intermediate-missing      | revocation=REJECT_REVOKED | PKI-3 ok",
        "row-06-intermediate-missing      | revocation=NOT_CHECKED    | PKI-3 ok",
        "row-06-intermediate-missing      | certificateTrust=CA_SIGNED| PKI-3 ok",
        "row-06-intermediate-missing      | certificateTrust=ANY      | ok    ok",
        "row-06-intermediate-missing      | keyUsage=TLS              | PKI-3 ok",
        "row-06-intermediate-missing      | keyUsage=SERVER_AUTH      | PKI-3 ok",
        "row-06-intermediate-missing      | keyUsage=ANY              | PKI-3 ok",
        // private CA
        "row-07-private-ca                | revocation=REQUIRE_STATUS | PKI-4",
        "row-07-private-ca                | revocation=REJECT_REVOKED | PKI-4",
        "row-07-private-ca                | revocation=NOT_CHECKED    | PKI-4",
        "row-07-private-ca                | certificateTrust=CA_SIGNED| PKI-4",
        "row-07-private-ca                | certificateTrust=ANY      | ok",
        "row-07-private-ca                | keyUsage=TLS              | PKI-4",
        "row-07-private-ca                | keyUsage=SERVER_AUTH      | PKI-4",
        "row-07-private-ca                | keyUsage=ANY              | PKI-4"
      })
  void a_row_comes_out_as_each_reading_says(String file, String reading, String expected) {
    Map<String, String> readings =
        Map.of(
            reading.substring(0, reading.indexOf('=')),
            reading.substring(reading.indexOf('=') + 1));
    List<String> words = List.of(expected.split(" +"));

    assertThat(outcomes(file, readings, "IGNORE", "550")).isEqualTo(words);
    assertThat(outcomes(file, readings, "REFUSE", "454")).isEqualTo(words);
  }

  /**
   * @param refusal what the reply to a refused certificate begins with under {@code badCertificate}
   */
  private static List<String> outcomes(
      String file, Map<String, String> readings, String badCertificate, String refusal) {
    Map<String, String> all = new HashMap<>(readings);
    all.put("badCertificate", badCertificate);
    Scenario scenario =
        new ScenarioReader(
                new ScenarioOverrides(
                    Optional.empty(), Optional.empty(), all, Optional.empty(), false))
            .read(SCENARIOS.resolve(file + ".yaml"));
    return scenario.connections().stream()
        .map(each -> outcome(scenario.engine().resolve(each.transaction()).get(0), refusal))
        .toList();
  }

  private static String outcome(Attribution attribution, String refusal) {
    String failedRules =
        attribution.findings().stream()
            .flatMap(finding -> finding.rule().stream())
            .map(RuleId::id)
            .collect(Collectors.joining(","));
    return attribution.fold(
        originating -> "ok" + failedRules,
        incoming -> "incoming",
        rejected -> {
          if (attribution.findings().stream()
              .anyMatch(finding -> finding.id() == Finding.Id.CERTIFICATE_UNMATCHED)) {
            return "other" + failedRules;
          }
          return rejected.reply().toString().startsWith(refusal)
              ? failedRules
              : rejected.reply().toString();
        });
  }
}
