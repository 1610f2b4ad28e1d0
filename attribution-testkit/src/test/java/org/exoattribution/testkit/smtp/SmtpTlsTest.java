package org.exoattribution.testkit.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.CertificateFlaw;
import org.exoattribution.testkit.pki.CertificateTemplate;
import org.exoattribution.testkit.pki.KeyAlgorithm;
import org.exoattribution.testkit.pki.WrongOnPurpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * What a client with each kind of certificate gets. Whatever it presents, the handshake goes on.
 */
class SmtpTlsTest {
  private static final WrongOnPurpose WORKSHOP = Street.ROOT.wrongOnPurpose("mail.contoso.com");
  private static final String PASSWORD = "secret";
  private static final KeyStore KEYS = keys();

  private static KeyStore keys() {
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      byte[] file = Street.certificate("door.example").pkcs12(PASSWORD);
      keys.load(new ByteArrayInputStream(file), PASSWORD.toCharArray());
      return keys;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SmtpFrontDoor.Builder door(CertificateBundle client, Readings readings) {
    return Street.door(client, readings).keyStore(KEYS, PASSWORD);
  }

  private static String relay(SmtpFrontDoor door, CertificateBundle client, String protocol) {
    try (Knock knock = Knock.greeted(door)) {
      knock.startTls(client, protocol);
      knock.say("EHLO x", "MAIL FROM:<a@contoso.com>");
      String reply = knock.say("RCPT TO:<b@example.net>");
      return reply.startsWith("250") ? knock.say("DATA", "\r\n.") : reply;
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "WRONG_ORDER")
  void every_flaw_is_taken_in_the_handshake_and_costs_the_relay(CertificateFlaw flaw)
      throws Exception {
    CertificateBundle client = flaw.in(WORKSHOP);
    try (SmtpFrontDoor door = Street.open(door(client, Readings.defaults()))) {
      assertThat(relay(door, client, "TLSv1.3"))
          .startsWith("550 5.7.64 TenantAttribution; Relay Access Denied [");
      SmtpTransaction seen = door.awaitTransactions(1, Duration.ofSeconds(20)).get(0);
      assertThat(seen.certificateInWords().orElseThrow())
          .startsWith("refused by " + flaw.rule() + ", ");
      assertThat(seen.attributions().get(0))
          .isRejectedWith(RejectionReason.NO_CONNECTOR_MATCHED)
          .hasFinding(Finding.Id.CERTIFICATE_IGNORED);
    }
  }

  @Test
  void a_chain_in_the_wrong_order_fails_in_the_handshake_for_its_key_is_another() throws Exception {
    CertificateBundle client = CertificateFlaw.WRONG_ORDER.in(WORKSHOP);
    List<String> notes = new CopyOnWriteArrayList<>();
    try (SmtpFrontDoor door = Street.open(door(client, Readings.defaults()).onNote(notes::add))) {
      assertThatThrownBy(() -> relay(door, client, "TLSv1.2")).isInstanceOf(RuntimeException.class);
      for (int i = 0; i < 200 && notes.isEmpty(); i++) {
        Thread.sleep(50);
      }
      assertThat(notes).singleElement().asString().contains(": TLS handshake failed: ");
    }
  }

  /** Under the reading that refuses them; at RCPT TO. */
  @ParameterizedTest
  @CsvSource({
    "EXPIRED, ATTR41: CertificateExpired: ",
    "UNKNOWN_CA, 'UntrustedRoot: '",
    "SELF_SIGNED, 'UntrustedRoot: '"
  })
  void a_bad_certificate_may_be_refused_itself(CertificateFlaw flaw, String cause) {
    CertificateBundle client = flaw.in(WORKSHOP);
    Readings refusing = Readings.defaults().with(Reading.BAD_CERTIFICATE.key(), "REFUSE");
    try (SmtpFrontDoor door = Street.open(door(client, refusing))) {
      assertThat(relay(door, client, "TLSv1.3"))
          .startsWith(
              "454 4.7.0 Failed to establish appropriate TLS channel: "
                  + cause.strip()
                  + " Access Denied [");
    }
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.2, P256", "TLSv1.3, P256", "TLSv1.2, RSA_2048", "TLSv1.3, RSA_2048"})
  void a_sound_certificate_relays_whatever_its_key(String protocol, KeyAlgorithm algorithm) {
    CertificateBundle client =
        Street.ROOT
            .intermediate("Example Issuing CA")
            .issue(CertificateTemplate.forHost("mail.contoso.com").withKeyAlgorithm(algorithm));
    try (SmtpFrontDoor door = Street.open(door(client, Readings.defaults()))) {
      assertThat(relay(door, client, protocol)).startsWith("250 2.6.0 ");
    }
  }
}
