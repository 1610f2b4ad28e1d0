package org.exoattribution.testkit.pki;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The flawed certificates of the published cases under every value of the readings that judge them.
 * Each cell is what becomes of the mail: {@code through} the connector, or refused for the failed
 * rule, or for a sound certificate that is {@code unmatched}. Every cell is asked under both values
 * of reading {@code badCertificate}: ignored, the reply is 550 5.7.64, refused it is 454.
 */
class CertificateReadingsTableTest {
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final CertificateGate GATE = CertificateGate.at(AT);
  private static final CertificateAuthority ROOT =
      CertificateAuthority.create("Example Root CA", AT);
  private static final CertificateTemplate MAIL = CertificateTemplate.forHost("mail.contoso.com");
  private static final WrongOnPurpose WORKSHOP = ROOT.wrongOnPurpose(MAIL);

  private static final String RELAY_DENIED = "550 5.7.64 TenantAttribution; Relay Access Denied";
  private static final String NO_CHANNEL =
      "454 4.7.0 Failed to establish appropriate TLS channel: ";

  private static final Map<String, CertificateBundle> PRESENTED =
      Map.ofEntries(
          Map.entry("sound", WORKSHOP.sound()),
          Map.entry("A3 expired", WORKSHOP.expired()),
          Map.entry("A3 not yet valid", WORKSHOP.notYetValid()),
          Map.entry("A3 revoked by CRL", WORKSHOP.revokedByCrl()),
          Map.entry("A3 revoked by OCSP", WORKSHOP.revokedByOcsp()),
          Map.entry("A3 status unavailable", WORKSHOP.statusUnavailable()),
          Map.entry("A3 and 6 no intermediate", WORKSHOP.missingIntermediate()),
          Map.entry("A3 and 7 private CA", WORKSHOP.unknownCa()),
          Map.entry("self-signed", WORKSHOP.selfSigned()),
          Map.entry("A3 another host name", issue(CertificateTemplate.forHost("other.example"))),
          Map.entry("clientAuth only", issue(MAIL.withExtendedKeyUsage("clientAuth"))),
          Map.entry("serverAuth only", issue(MAIL.withExtendedKeyUsage("serverAuth"))),
          Map.entry("codeSigning only", WORKSHOP.wrongKeyUsage()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          presented                | defaults     | revocation=REJECT_REVOKED | revocation=NOT_CHECKED | certificateTrust=ANY | keyUsage=SERVER_AUTH | keyUsage=ANY
          sound                    | through      | through                   | through                | through              | through              | through
          A3 expired               | PKI-2        | PKI-2                     | PKI-2                  | PKI-2                | PKI-2                | PKI-2
          A3 not yet valid         | PKI-2        | PKI-2                     | PKI-2                  | PKI-2                | PKI-2                | PKI-2
          A3 revoked by CRL        | PKI-5        | PKI-5                     | through                | PKI-5                | PKI-5                | PKI-5
          A3 revoked by OCSP       | PKI-5        | PKI-5                     | through                | PKI-5                | PKI-5                | PKI-5
          A3 status unavailable    | PKI-5        | through                   | through                | PKI-5                | PKI-5                | PKI-5
          A3 and 6 no intermediate | PKI-3        | PKI-3                     | PKI-3                  | through              | PKI-3                | PKI-3
          A3 and 7 private CA      | PKI-4        | PKI-4                     | PKI-4                  | through              | PKI-4                | PKI-4
          self-signed              | PKI-4        | PKI-4                     | PKI-4                  | through              | PKI-4                | PKI-4
          A3 another host name     | unmatched    | unmatched                 | unmatched              | unmatched            | unmatched            | unmatched
          clientAuth only          | through      | through                   | through                | through              | PKI-6                | through
          serverAuth only          | through      | through                   | through                | through              | through              | through
          codeSigning only         | PKI-6        | PKI-6                     | PKI-6                  | PKI-6                | PKI-6                | through
          """)
  void each_reading_lets_through_what_it_says(
      String presented,
      String defaults,
      String rejectRevoked,
      String notChecked,
      String anyTrust,
      String serverAuth,
      String anyUsage) {
    Readings readings = Readings.defaults();

    assertOutcome(presented, readings, defaults);
    assertOutcome(presented, readings.with("revocation", "REJECT_REVOKED"), rejectRevoked);
    assertOutcome(presented, readings.with("revocation", "NOT_CHECKED"), notChecked);
    assertOutcome(presented, readings.with("certificateTrust", "ANY"), anyTrust);
    assertOutcome(presented, readings.with("keyUsage", "SERVER_AUTH"), serverAuth);
    assertOutcome(presented, readings.with("keyUsage", "ANY"), anyUsage);
  }

  @Test
  void revocation_that_is_left_out_by_the_reading_is_told() {
    Readings notChecked = Readings.defaults().with("revocation", "NOT_CHECKED");

    assertThat(GATE.with(notChecked).resolve(WORKSHOP.revokedByCrl()).findings())
        .extracting(Finding::id)
        .containsExactly(Finding.Id.REVOCATION_NOT_CHECKED);
    assertThat(GATE.resolve(WORKSHOP.sound()).findings()).isEmpty();
  }

  private static void assertOutcome(String presented, Readings readings, String expected) {
    CertificateBundle bundle = requireNonNull(PRESENTED.get(presented), presented);
    Readings refusing = readings.with("badCertificate", "REFUSE");

    assertThat(outcome(GATE.with(readings).resolve(bundle)))
        .as("%s under %s", presented, readings)
        .isEqualTo(ignoring(expected));
    assertThat(outcome(GATE.with(refusing).resolve(bundle)))
        .as("%s under %s", presented, refusing)
        .isEqualTo(refusing(expected));
  }

  private static String ignoring(String expected) {
    return switch (expected) {
      case "through" -> "through";
      case "unmatched" -> RELAY_DENIED + " CERTIFICATE_UNMATCHED";
      default -> RELAY_DENIED + " " + expected;
    };
  }

  /** A refused session tells a certificate out of date from all other reasons. */
  private static String refusing(String expected) {
    return switch (expected) {
      case "through", "unmatched" -> ignoring(expected);
      case "PKI-2" -> NO_CHANNEL + "ATTR41: CertificateExpired: Access Denied PKI-2";
      default -> NO_CHANNEL + "UntrustedRoot: Access Denied " + expected;
    };
  }

  private static String outcome(Attribution attribution) {
    return attribution.fold(
        originating -> "through",
        incoming -> "incoming",
        rejected ->
            rejected.reply()
                + attribution.findings().stream()
                    .filter(finding -> finding.id() != Finding.Id.REVOCATION_NOT_CHECKED)
                    .map(finding -> " " + finding.rule().map(RuleId::id).orElse("" + finding.id()))
                    .collect(Collectors.joining()));
  }

  private static CertificateBundle issue(CertificateTemplate template) {
    return ROOT.intermediate("Example Issuing CA").issue(template);
  }
}
