package org.exoattribution.testkit.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.exoattribution.model.Readings;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.CertificateFlaw;
import org.exoattribution.testkit.pki.CertificateTemplate;
import org.exoattribution.testkit.pki.KeyAlgorithm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What administrators try by hand: swaks, and openssl s_client. */
class CommandLineClientsTest {
  @TempDir private Path folder;
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private final SmtpFrontDoor door =
      Street.open(Street.door().map("127.0.0.2", Street.GATEWAY).onNote(notes::add));

  @BeforeEach
  void certificate() throws IOException {
    MailTools.writeCertificate(folder, Street.CONTOSO);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private String swaks(String... options) throws IOException {
    MailTools.require(
        "swaks with TLS (Debian's packages swaks and libnet-ssleay-perl)",
        Path.of("/usr/bin/swaks"));
    List<String> command =
        new ArrayList<>(List.of("swaks", "--server", "127.0.0.1:" + door.port(), "--tls"));
    command.addAll(List.of(options));
    return MailTools.run("", command);
  }

  /** Swaks presents the first certificate of its file and no more. */
  @Test
  void swaks_relays_with_a_certificate_that_needs_no_intermediate() throws Exception {
    String[] options = {
      "--tls-cert",
      folder.resolve("chain.pem").toString(),
      "--tls-key",
      folder.resolve("key.pem").toString(),
      "--from",
      "<>",
      "--to",
      "one@example.net,two@fabrikam.com"
    };
    assertThat(swaks(options)).contains("<~* 550 5.7.64 TenantAttribution; ");
    MailTools.writeCertificate(
        folder, Street.ROOT.issue(CertificateTemplate.forHost("mail.contoso.com")));
    assertThat(swaks(options)).contains("<~  250 2.6.0 <").doesNotContain("<~* ");

    assertThat(door.transactions().get(0).certificateInWords().orElseThrow())
        .startsWith("refused by PKI-3, ");
    assertThat(door.transactions().get(1).attributions().get(0))
        .from("contoso")
        .via("Relay by certificate");
  }

  @Test
  void swaks_without_one_is_refused_and_from_a_mapped_address_it_is_not() throws Exception {
    assertThat(swaks("--from", "a@contoso.com", "--to", "one@example.net"))
        .contains("<~* 550 5.7.64 TenantAttribution; Relay Access Denied [");
    assertThat(
            swaks(
                "--local-interface",
                "127.0.0.2",
                "--from",
                "a@contoso.com",
                "--to",
                "one@example.net,two@example.org"))
        .contains("<~  250 2.6.0 <");
    assertThat(swaks("--from", "<>", "--to", "one@contoso.com", "--pipeline"))
        .contains("250 2.6.0 <");
  }

  @Test
  void openssl_hears_what_the_model_makes_of_its_certificate_in_the_notes() throws Exception {
    for (String version : List.of("-tls1_2", "-tls1_3")) {
      assertThat(openssl(door, version, "-quiet"))
          .contains("221 2.0.0 Service closing transmission channel");
    }
    assertThat(notes)
        .satisfiesExactly(
            note ->
                assertThat(note)
                    .contains("TLSv1.2, certificate CN=mail.contoso.com (chain of 2)")
                    .endsWith("accepted, names mail.contoso.com"),
            note -> assertThat(note).contains("TLSv1.3, certificate CN=mail.contoso.com"));
  }

  @Test
  void a_session_that_openssl_resumes_still_has_its_certificate() throws Exception {
    String session = folder.resolve("session").toString();
    openssl(door, "-sess_out", session, "-tls1_2");
    assertThat(openssl(door, "-sess_in", session, "-tls1_2")).contains("Reused, TLSv1.2");
    assertThat(notes).hasSize(2).allMatch(note -> note.contains("CN=mail.contoso.com"));
  }

  /** What each flaw looks like to whoever reads the notes, when a real client presents it. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"MD5_SIGNATURE", "WRONG_ORDER"})
  void openssl_presents_each_flaw_and_the_note_names_the_rule_that_it_fails(CertificateFlaw flaw)
      throws Exception {
    CertificateBundle flawed = flaw.in(Street.ROOT.wrongOnPurpose("mail.contoso.com"));
    MailTools.writeCertificate(folder, flawed);
    try (SmtpFrontDoor judge =
        Street.open(Street.door(flawed, Readings.defaults()).onNote(notes::add))) {
      assertThat(openssl(judge, "-quiet")).contains("221 2.0.0 Service closing");
    }
    assertThat(notes)
        .singleElement()
        .asString()
        .contains(
            "TLSv1.3, certificate CN=mail.contoso.com (chain of " + flawed.chain().size() + "): ")
        .contains("): refused by " + flaw.rule() + ", ");
  }

  /** No server of TLS 1.3 says that it knows MD5, and so the client presents nothing. */
  @Test
  void openssl_keeps_back_a_chain_that_is_signed_with_md5() throws Exception {
    MailTools.writeCertificate(
        folder, CertificateFlaw.MD5_SIGNATURE.in(Street.ROOT.wrongOnPurpose("mail.contoso.com")));
    openssl(door, "-quiet");
    assertThat(notes).singleElement().asString().endsWith("TLSv1.3, no certificate presented");
  }

  /** With another key than the first certificate's no client can begin. */
  @Test
  void openssl_itself_refuses_a_chain_in_the_wrong_order() throws Exception {
    MailTools.writeCertificate(
        folder, CertificateFlaw.WRONG_ORDER.in(Street.ROOT.wrongOnPurpose("mail.contoso.com")));
    assertThat(openssl(door)).contains("key values mismatch");
    assertThat(notes).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"P256", "RSA_2048"})
  void openssl_relays_whatever_the_kind_of_its_key(KeyAlgorithm algorithm) throws Exception {
    MailTools.writeCertificate(
        folder,
        Street.ROOT
            .intermediate("Example Issuing CA")
            .issue(CertificateTemplate.forHost("mail.contoso.com").withKeyAlgorithm(algorithm)));
    assertThat(openssl(door, "-quiet")).contains("221 2.0.0 Service closing");
    assertThat(notes).singleElement().asString().endsWith("accepted, names mail.contoso.com");
  }

  /** As a mail server would be configured: the certificate, its key, and the chain above it. */
  private String openssl(SmtpFrontDoor at, String... options) throws IOException {
    MailTools.require("openssl", Path.of("/usr/bin/openssl"));
    List<String> command =
        new ArrayList<>(List.of("openssl", "s_client", "-starttls", "smtp", "-crlf"));
    // What is weak is the model's to refuse, not the client's.
    command.addAll(List.of("-cipher", "DEFAULT@SECLEVEL=0", "-connect", "127.0.0.1:" + at.port()));
    command.addAll(List.of("-cert", folder.resolve("chain.pem").toString()));
    if (Files.size(folder.resolve("above.pem")) > 0) {
      command.addAll(List.of("-cert_chain", folder.resolve("above.pem").toString()));
    }
    command.addAll(List.of("-key", folder.resolve("key.pem").toString()));
    command.addAll(List.of(options));
    return MailTools.run("QUIT\n", command);
  }
}
