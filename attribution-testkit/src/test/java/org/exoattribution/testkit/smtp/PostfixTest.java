package org.exoattribution.testkit.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.exoattribution.model.Attribution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Postfix of the test's own knocks at the front door, by one transport with a certificate and by
 * one without; its log and its bounce tell what it was answered.
 */
class PostfixTest {
  private static final Path DAEMONS = Path.of("/usr/lib/postfix/sbin");
  private static final String MAIN =
      """
      compatibility_level = 3.6
      queue_directory = FOLDER/queue
      data_directory = FOLDER/data
      command_directory = /usr/sbin
      daemon_directory = /usr/lib/postfix/sbin
      mail_owner = postfix
      setgid_group = postdrop
      inet_interfaces = 127.0.0.1
      inet_protocols = ipv4
      myhostname = mail.contoso.com
      mydestination =
      alias_maps =
      relayhost = [127.0.0.1]:PORT
      transport_maps = inline:{ { relayed.example = certified:[127.0.0.1]:PORT } }
      smtp_bind_address = SOURCE
      smtp_tls_security_level = encrypt
      maillog_file = FOLDER/mail.log
      maillog_file_prefixes = FOLDER
      """;
  private static final String MASTER =
      """
      pickup    unix  n - n 1 1 pickup
      cleanup   unix  n - n - 0 cleanup
      qmgr      unix  n - n 1 1 qmgr
      rewrite   unix  - - n - - trivial-rewrite
      bounce    unix  - - n - 0 bounce
      defer     unix  - - n - 0 bounce
      trace     unix  - - n - 0 bounce
      smtp      unix  - - n - - smtp
      certified unix  - - n - - smtp
          -o smtp_tls_cert_file=FOLDER/chain.pem -o smtp_tls_key_file=FOLDER/key.pem
      tlsmgr    unix  - - n 1000? 1 tlsmgr
      scache    unix  - - n - 1 scache
      postlog   unix-dgram n - n - 1 postlogd
      """;

  // Cleaned up after the test has stopped what runs in it.
  @TempDir(cleanup = CleanupMode.ALWAYS)
  private Path folder;

  private final SmtpFrontDoor door = Street.open(Street.door().map("127.0.0.2", Street.GATEWAY));

  @BeforeEach
  void tools() throws IOException {
    MailTools.requireRoot();
    MailTools.require("Postfix (Debian's package postfix)", DAEMONS.resolve("master"));
    MailTools.enterable(folder);
    MailTools.writeCertificate(folder, Street.CONTOSO);
  }

  @AfterEach
  void stop() throws IOException {
    if (Files.exists(folder.resolve("etc/main.cf"))) {
      MailTools.run("postfix", "-c", folder.resolve("etc").toString(), "stop");
    }
    door.close();
  }

  private void start(String source) throws IOException {
    for (String each : List.of("etc", "queue", "data")) {
      MailTools.enterable(Files.createDirectory(folder.resolve(each)));
    }
    MailTools.run("chown", "postfix", folder.resolve("data").toString());
    Files.writeString(folder.resolve("etc/main.cf"), filled(MAIN, source));
    Files.writeString(folder.resolve("etc/master.cf"), filled(MASTER, source));
    MailTools.run("postfix", "-c", folder.resolve("etc").toString(), "start");
  }

  private String filled(String configuration, String source) {
    return configuration
        .replace("FOLDER", folder.toString())
        .replace("PORT", Integer.toString(door.port()))
        .replace("SOURCE", source);
  }

  private void send(String from, String... to) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sendmail", "-C", folder.resolve("etc").toString(), "-f", from));
    command.addAll(List.of(to));
    MailTools.run("Subject: Hello\n\nHello\n", command);
  }

  private String log(int deliveries) throws Exception {
    return MailTools.awaited(
        folder.resolve("mail.log"),
        text -> Pattern.compile(" status=").matcher(text).results().count() >= deliveries);
  }

  @Test
  void with_its_certificate_it_relays_and_without_it_is_refused_and_its_bounce_comes_in()
      throws Exception {
    start("127.0.0.1");
    send("someone@contoso.com", "one@relayed.example", "two@relayed.example", "one@example.net");

    String log = log(4);
    assertThat(log)
        .containsPattern("to=<one@relayed\\.example>.* status=sent \\(250 2\\.6\\.0 <")
        .containsPattern("to=<two@relayed\\.example>.* status=sent \\(250 2\\.6\\.0 <")
        .containsPattern(
            "to=<one@example\\.net>.* dsn=5\\.7\\.64, status=bounced \\(host 127\\.0\\.0\\.1"
                + ".* said: 550 5\\.7\\.64 TenantAttribution; Relay Access Denied"
                + " \\[simulator\\.mail\\.protection\\.example .*\\(in reply to end of DATA")
        .containsPattern("from=<>")
        .containsPattern("to=<someone@contoso\\.com>.* status=sent");
    List<SmtpTransaction> seen = door.awaitTransactions(3, Duration.ofSeconds(20));
    assertThat(seen).hasSize(3);
    for (SmtpTransaction transaction : seen) {
      boolean certified = transaction.certificate().isPresent();
      for (Attribution attribution : transaction.attributions()) {
        if (certified) {
          assertThat(attribution).from("contoso").via("Relay by certificate");
        }
      }
      assertThat(transaction.attributions()).hasSize(certified ? 2 : 1);
    }
  }

  @Test
  void from_a_mapped_address_it_relays_for_its_domain_alone() throws Exception {
    start("127.0.0.2");
    send("someone@contoso.com", "one@example.net");
    assertThat(log(1)).containsPattern("to=<one@example\\.net>.* status=sent \\(250 2\\.6\\.0 <");

    send("<>", "someone@example.net");
    assertThat(log(2)).containsPattern("said: 550 5\\.7\\.64 Relay Access Denied ATTR36\\.");

    send("<>", "one@contoso.com", "two@fabrikam.com");
    assertThat(log(4))
        .containsPattern("to=<one@contoso\\.com>.* status=sent")
        .containsPattern("to=<two@fabrikam\\.com>");
    assertThat(door.transactions().get(0).attributions().get(0))
        .from("contoso")
        .via("Relay by address");
  }
}
