package org.exoattribution.testkit.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.exoattribution.testkit.smtp.SmtpTransaction.ReceivedMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that stop, stall, overdo or lie: they get the service's reply, and others are served. */
class SmtpFaultsTest {
  private static final Duration SHORT = Duration.ofMillis(700);
  private static final String ENVELOPE = "MAIL FROM:<>\r\nRCPT TO:<b@fabrikam.com>\r\n";

  private SmtpFrontDoor door = Street.open(Street.door());

  @AfterEach
  void close() {
    door.close();
  }

  private void limit(SmtpLimits limits) {
    door.close();
    door = Street.open(Street.door().limits(limits));
  }

  private void assertThatOthersAreServed() {
    try (Knock other = Knock.greeted(door)) {
      assertThat(other.say("NOOP")).isEqualTo("250 2.0.0 OK");
    }
  }

  @Test
  void two_hundred_idle_connections_keep_nobody_out() {
    List<Knock> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        idle.add(Knock.at(door));
      }
      assertThatOthersAreServed();
      assertThat(idle.get(199).hear()).startsWith("220 ");
    } finally {
      idle.forEach(Knock::close);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "EHL",
        "EHLO x\r\nMAIL FROM:<",
        "EHLO x\r\n" + ENVELOPE + "DATA\r\nSubject: x\r\n\r\nhalf a li",
        "EHLO x\r\n" + ENVELOPE + "DATA\r\n.\r",
        "EHLO x\r\n" + ENVELOPE + "BDAT 100\r\nhalf"
      })
  void who_stops_in_the_middle_is_told_that_time_is_over(String sent) throws Exception {
    limit(SmtpLimits.defaults().withIdle(SHORT));
    try (Knock client = Knock.at(door)) {
      client.send(sent);
      assertThatOthersAreServed();
      assertThat(client.hearAll()).endsWith("]").contains("421 4.4.1 Connection timed out [");
    }
    if (sent.contains("RCPT")) {
      SmtpTransaction seen = door.awaitTransactions(1, Duration.ofSeconds(20)).get(0);
      assertThat(seen.dataReply()).isEmpty();
      assertThat(seen.isTaken()).isFalse();
    }
  }

  /** Something comes all the time, so that no single wait is long. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOOP",
        "MAIL FROM:<>|RCPT TO:<b@fabrikam.com>|DATA",
        "MAIL FROM:<>|RCPT TO:<b@fabrikam.com>|BDAT 100000",
        "BDAT 100000"
      })
  void who_drips_is_told_that_time_is_over(String lines) throws Exception {
    limit(SmtpLimits.defaults().withIdle(SHORT).withMessageTime(SHORT));
    try (Knock client = Knock.greeted(door)) {
      for (String line : Splitter.on('|').split(lines)) {
        if (line.startsWith("BDAT")) {
          client.send(line + "\r\n");
        } else {
          client.say(line);
        }
      }
      for (int i = 0; i < 200 && !client.isAnswered(); i++) {
        client.send("x");
        Thread.sleep(20);
      }
      assertThat(client.hear()).startsWith("421 4.4.1 Connection timed out [").endsWith("]");
    }
    assertThatOthersAreServed();
  }

  /** The chunks of a message are one message. */
  @Test
  void who_drips_whole_chunks_is_told_so_too() throws Exception {
    limit(SmtpLimits.defaults().withMessageTime(SHORT));
    try (Knock client = Knock.greeted(door)) {
      client.say("MAIL FROM:<>", "RCPT TO:<b@fabrikam.com>");
      String reply = "250";
      for (int i = 0; i < 200 && reply.startsWith("250"); i++) {
        Thread.sleep(20);
        client.send("BDAT 1\r\nx");
        reply = client.hear();
      }
      assertThat(reply).startsWith("421 4.4.1 Connection timed out [");
    }
  }

  /** Beneath TLS nothing is read until a record is whole, and the connection is cut. */
  @Test
  void who_drips_a_record_of_tls_is_cut() throws Exception {
    limit(SmtpLimits.defaults().withIdle(SHORT));
    try (Knock client = Knock.secured(door, null)) {
      client.sendBeneathTls(new byte[] {0x17, 3, 3, 0x40, 0});
      for (int i = 0; i < 12 && !client.isCut(); i++) {
        client.sendBeneathTls(new byte[1]);
        Thread.sleep(400);
      }
      assertThat(client.isCut()).isTrue();
      assertThatOthersAreServed();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0016\u0003\u0001", "EHLO x\r\nMAIL FROM:<>\r\nthis is no TLS\r\n"})
  void a_handshake_that_stalls_or_is_none_ends_the_session(String sent) {
    limit(SmtpLimits.defaults().withHandshake(SHORT));
    try (Knock client = Knock.greeted(door)) {
      assertThat(client.say("STARTTLS")).startsWith("220 ");
      client.send(sent);
      assertThatOthersAreServed();
      assertThat(client.hearsTheEnd()).isTrue();
    }
  }

  @Test
  void commands_in_plaintext_behind_starttls_are_not_taken_into_tls() {
    try (Knock client = Knock.greeted(door)) {
      client.send("STARTTLS\r\nEHLO evil\r\nMAIL FROM:<>\r\n");
      assertThat(client.hear()).startsWith("503 5.5.1 Bad sequence of commands [");
      assertThat(client.hear()).isEmpty();
    }
  }

  @Test
  void a_hundred_megabytes_come_through() throws Exception {
    byte[] lines =
        "0123456789012345678901234567890123456789012345678901234567890\r\n"
            .repeat(1_600)
            .getBytes(StandardCharsets.US_ASCII);
    int times = 1_000;
    try (Knock client = Knock.greeted(door)) {
      client.say("MAIL FROM:<>", "RCPT TO:<b@fabrikam.com>", "DATA");
      for (int i = 0; i < times; i++) {
        client.send(lines);
      }
      assertThat(client.say(".")).startsWith("250 2.6.0 ");
    }
    ReceivedMessage message =
        door.awaitTransactions(1, Duration.ofSeconds(20)).get(0).message().orElseThrow();
    assertThat(message.bytes()).isEqualTo((long) lines.length * times).isGreaterThan(100_000_000);
    assertThat(message.header()).hasSizeLessThanOrEqualTo(32_768);
  }

  @Test
  void what_is_too_large_is_refused_at_its_end() {
    limit(SmtpLimits.defaults().withMessageBytes(1_000));
    try (Knock client = Knock.greeted(door)) {
      assertThat(client.say("MAIL FROM:<> SIZE=1001")).startsWith("552 5.3.4 Message size exceeds");
      client.say("MAIL FROM:<>", "RCPT TO:<b@fabrikam.com>", "DATA");
      client.send("x".repeat(998) + "\r\n.\r\n");
      assertThat(client.hear()).startsWith("250 2.6.0 ");
      client.say("MAIL FROM:<>", "RCPT TO:<b@fabrikam.com>", "DATA");
      client.send("x".repeat(999) + "\r\n.\r\n");
      assertThat(client.hear()).startsWith("552 5.3.4 Message size exceeds fixed maximum");
      client.say("MAIL FROM:<>", "RCPT TO:<b@fabrikam.com>");
      client.send("BDAT 1001\r\n" + "x".repeat(1_001));
      assertThat(client.hear()).startsWith("552 5.3.4 ");
      assertThat(client.say("MAIL FROM:<>")).startsWith("250");
    }
  }

  @Test
  void a_line_without_end_ends_the_session() {
    try (Knock client = Knock.greeted(door)) {
      client.send("NOOP " + "x".repeat(4_089) + "\r\n");
      assertThat(client.hear()).startsWith("250 2.0.0 OK");
      client.send("NOOP " + "x".repeat(100_000));
      assertThat(client.hear()).startsWith("500 5.5.2 Line too long [");
      assertThat(client.hearsTheEnd()).isTrue();
    }
  }

  @Test
  void bare_line_feeds_are_refused_and_smuggle_nothing() throws Exception {
    try (Knock client = Knock.greeted(door)) {
      client.send("NOOP\n");
      assertThat(client.hear()).startsWith("500 5.3.3 Unrecognized command [");
      client.say("MAIL FROM:<>", "RCPT TO:<b@fabrikam.com>", "DATA");
      client.send("a\n.\nb\r\n.\nMAIL FROM:<x@contoso.com>\r\n\n.\r\n.\r.\r\n.\r\n");
      assertThat(client.hear()).startsWith("550 5.6.11 Invalid characters; message contains bare");
      assertThat(client.say("NOOP")).startsWith("250 2.0.0 OK");
    }
    assertThat(door.awaitTransactions(1, Duration.ofSeconds(20))).hasSize(1);
  }

  @Test
  void too_many_of_anything_have_their_reply() {
    limit(SmtpLimits.defaults().withConnections(2).withRecipients(2));
    try (Knock client = Knock.greeted(door);
        Knock second = Knock.at(door)) {
      assertThat(second.hear()).startsWith("220 ");
      try (Knock third = Knock.at(door)) {
        assertThat(third.hear())
            .startsWith("421 4.3.2 The maximum number of concurrent connections has exceeded")
            .endsWith("]");
      }
      client.say("MAIL FROM:<>", "RCPT TO:<b@fabrikam.com>", "RCPT TO:<c@fabrikam.com>");
      assertThat(client.say("RCPT TO:<d@fabrikam.com>"))
          .startsWith("452 4.5.3 Too many recipients [");
      for (int i = 0; i < 8; i++) {
        assertThat(client.say("XYZZY")).startsWith("500 5.3.3 ");
      }
      assertThat(client.say("XYZZY")).startsWith("500 5.3.3 ");
      assertThat(client.hear()).startsWith("421 4.7.0 Too many errors on this connection");
    }
  }

  @Test
  void a_door_that_is_closed_cuts_its_sessions_at_once() {
    try (Knock client = Knock.secured(door, Street.CONTOSO)) {
      client.say("MAIL FROM:<>", "RCPT TO:<b@fabrikam.com>", "DATA");
      long before = System.nanoTime();
      door.close();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
      assertThat(client.hearsTheEnd()).isTrue();
    }
  }
}
