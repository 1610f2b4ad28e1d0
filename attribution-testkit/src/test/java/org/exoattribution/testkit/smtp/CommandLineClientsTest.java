package org.exoattribution.testkit.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.exoattribution.testkit.pki.CertificateTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    MailTools.require("openssl", Path.of("/usr/bin/openssl"));
    for (String version : List.of("-tls1_2", "-tls1_3")) {
      String printed =
          MailTools.run(
              "QUIT\n",
              List.of(
                  "openssl",
                  "s_client",
                  "-starttls",
                  "smtp",
                  version,
                  "-crlf",
                  "-quiet",
                  "-connect",
                  "127.0.0.1:" + door.port(),
                  "-cert",
                  folder.resolve("chain.pem").toString(),
                  "-cert_chain",
                  folder.resolve("chain.pem").toString(),
                  "-key",
                  folder.resolve("key.pem").toString()));
      assertThat(printed).contains("221 2.0.0 Service closing transmission channel");
    }
    assertThat(notes)
        .satisfiesExactly(
            note ->
                assertThat(note)
                    .contains("TLSv1.2, certificate CN=mail.contoso.com")
                    .endsWith("accepted, names mail.contoso.com"),
            note -> assertThat(note).contains("TLSv1.3, certificate CN=mail.contoso.com"));
  }

  @Test
  void a_session_that_openssl_resumes_still_has_its_certificate() throws Exception {
    MailTools.require("openssl", Path.of("/usr/bin/openssl"));
    String session = folder.resolve("session").toString();
    String printed = "";
    for (String option : List.of("-sess_out", "-sess_in")) {
      printed =
          MailTools.run(
              "QUIT\n",
              List.of(
                  "openssl",
                  "s_client",
                  "-starttls",
                  "smtp",
                  option,
                  session,
                  "-tls1_2",
                  "-connect",
                  "127.0.0.1:" + door.port(),
                  "-cert",
                  folder.resolve("chain.pem").toString(),
                  "-key",
                  folder.resolve("key.pem").toString()));
    }
    assertThat(printed).contains("Reused, TLSv1.2");
    assertThat(notes).hasSize(2).allMatch(note -> note.contains("CN=mail.contoso.com"));
  }
}
