package org.exoattribution.testkit.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the front door says to whom, word for word. */
class SmtpConversationTest {
  private static final SmtpFrontDoor DOOR = Street.open(Street.door());
  private static final String STAMP =
      " \\[" + Street.HOST.replace(".", "\\.") + " 2026-11-01T00:00:00\\.000Z [0-9A-F]{16}]";

  @AfterAll
  static void close() {
    DOOR.close();
  }

  @Test
  void the_banner_names_host_date_and_session() {
    try (Knock client = Knock.at(DOOR)) {
      assertThat(client.hear())
          .matches(
              "220 simulator\\.mail\\.protection\\.example Microsoft ESMTP MAIL Service ready at"
                  + " Sun, 1 Nov 2026 00:00:00 \\+0000 \\[08D[0-9A-F]{13}]");
    }
  }

  @Test
  void ehlo_tells_the_client_its_address_and_what_can_be_asked() {
    try (Knock client = Knock.at(DOOR)) {
      client.hear();
      assertThat(client.say("EHLO mail.contoso.com").split("\n"))
          .containsExactly(
              "250-simulator.mail.protection.example Hello [127.0.0.1]",
              "250-SIZE 157286400",
              "250-PIPELINING",
              "250-DSN",
              "250-ENHANCEDSTATUSCODES",
              "250-STARTTLS",
              "250-8BITMIME",
              "250-CHUNKING",
              "250 SMTPUTF8");
    }
  }

  @Test
  void in_tls_starttls_is_not_offered_again() {
    try (Knock client = Knock.greeted(DOOR)) {
      assertThat(client.startTls(null, "TLSv1.2")).isEqualTo("220 2.0.0 SMTP server ready");
      assertThat(client.say("MAIL FROM:<>")).matches("503 5\\.5\\.2 Send hello first" + STAMP);
      assertThat(client.say("EHLO mail.contoso.com")).doesNotContain("STARTTLS").contains("SIZE");
      assertThat(client.say("STARTTLS")).startsWith("503 5.5.1 Bad sequence of commands [");
    }
  }

  @Test
  void a_message_is_queued_under_its_id() {
    try (Knock client = Knock.greeted(DOOR)) {
      assertThat(client.say("MAIL FROM:<someone@contoso.com> SIZE=30 BODY=8BITMIME"))
          .isEqualTo("250 2.1.0 Sender OK");
      assertThat(client.say("RCPT TO:<someone@fabrikam.com>")).isEqualTo("250 2.1.5 Recipient OK");
      assertThat(client.say("DATA")).isEqualTo("354 Start mail input; end with <CRLF>.<CRLF>");
      client.send("Message-ID: <1@contoso.com>\r\n\r\n..\r\n");
      assertThat(client.say("."))
          .matches(
              "250 2\\.6\\.0 <1@contoso\\.com> \\[InternalId=[0-9]+, Hostname="
                  + "simulator\\.mail\\.protection\\.example] 34 bytes in [0-9.]+, [0-9.]+ KB/sec"
                  + " Queued mail for delivery");
      assertThat(client.say("QUIT")).isEqualTo("221 2.0.0 Service closing transmission channel");
      assertThat(client.hear()).isEmpty();
    }
  }

  /** Lines before, a bar between them; the line; its reply but for the stamp of an error. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          '';                                      HELO x;                     250 simulator.mail.protection.example Hello [127.0.0.1]
          '';                                      EHLO bad/name;              501 5.5.4 Invalid domain name
          '';                                      MAIL FROM:<>;               503 5.5.2 Send hello first
          '';                                      STARTTLS;                   503 5.5.2 Send hello first
          EHLO x;                                  STARTTLS now;               501 5.5.4 Invalid arguments
          EHLO x;                                  RCPT TO:<a@fabrikam.com>;   503 5.5.2 Need mail command
          EHLO x;                                  DATA;                       503 5.5.2 Need mail command
          EHLO x|MAIL FROM:<>;                     DATA;                       503 5.5.2 Need rcpt command
          EHLO x|MAIL FROM:<>;                     MAIL FROM:<>;               503 5.5.2 Sender already specified
          EHLO x|MAIL FROM:<>;                     EHLO x|MAIL FROM:<>;        250 2.1.0 Sender OK
          EHLO x|MAIL FROM:<>;                     RSET|MAIL FROM:<>;          250 2.1.0 Sender OK
          EHLO x|MAIL FROM:<>|RCPT TO:<a@fabrikam.com>; DATA now;              501 5.5.4 Invalid arguments
          EHLO x|MAIL FROM:<>|RCPT TO:<a@tailspintoys.com>; DATA;              503 5.5.2 Need rcpt command
          EHLO x;                                  RSET;                       250 2.0.0 Resetting
          '';                                      NOOP;                       250 2.0.0 OK
          '';                                      VRFY someone;               252 2.1.5 Cannot VRFY user
          '';                                      AUTH LOGIN;                 504 5.7.4 Unrecognized authentication type
          '';                                      EXPN list;                  500 5.3.3 Unrecognized command
          '';                                      ETRN contoso.com;           500 5.3.3 Unrecognized command
          EHLO x;                                  MAIL someone@contoso.com;   501 5.5.4 Invalid arguments
          EHLO x;                                  MAIL FROM:<contoso.com>;    501 5.1.7 Invalid address
          EHLO x;                                  MAIL FROM:<a@contoso.com;   501 5.5.4 Invalid arguments
          EHLO x;                                  MAIL FROM:a@contoso.com;    250 2.1.0 Sender OK
          EHLO x;                                  mail from: <a@contoso.com>; 250 2.1.0 Sender OK
          EHLO x;                                  MAIL FROM:<@a.example,@b.example:a@contoso.com>; 250 2.1.0 Sender OK
          EHLO x;                                  MAIL FROM:<"a>b"@contoso.com>; 250 2.1.0 Sender OK
          EHLO x;                                  MAIL FROM:<> SIZE=157286400; 250 2.1.0 Sender OK
          EHLO x;                                  MAIL FROM:<> SIZE=157286401; 552 5.3.4 Message size exceeds fixed maximum message size
          EHLO x;                                  MAIL FROM:<> SIZE=99999999999999999999; 552 5.3.4 Message size exceeds fixed maximum message size
          EHLO x;                                  MAIL FROM:<> SIZE=big;      501 5.5.4 Invalid arguments
          EHLO x;                                  MAIL FROM:<> BODY=7bit;     250 2.1.0 Sender OK
          EHLO x;                                  MAIL FROM:<> BODY=BINARYMIME; 501 5.5.4 Invalid arguments
          EHLO x;                                  MAIL FROM:<> BODY=7BIT BODY=7BIT; 501 5.5.4 Invalid arguments
          EHLO x;                                  MAIL FROM:<> RET=HDRS ENVID=QQ+2B314159; 250 2.1.0 Sender OK
          EHLO x;                                  MAIL FROM:<> RET=ALL;       501 5.5.4 Invalid arguments
          EHLO x;                                  MAIL FROM:<> ENVID=a+2;     501 5.5.4 Invalid arguments
          EHLO x;                                  MAIL FROM:<> SMTPUTF8;      250 2.1.0 Sender OK
          EHLO x;                                  MAIL FROM:<> SMTPUTF8=1;    501 5.5.4 Invalid arguments
          EHLO x;                                  MAIL FROM:<é@contoso.com> SMTPUTF8; 250 2.1.0 Sender OK
          EHLO x;                                  MAIL FROM:<é@contoso.com>;  501 5.1.7 Invalid address
          EHLO x;                                  MAIL FROM:<> AUTH=<>;       501 5.5.4 Unrecognized parameter
          EHLO x|MAIL FROM:<>;                     RCPT TO:<>;                 501 5.1.3 Invalid address
          EHLO x|MAIL FROM:<>;                     RCPT TO:<postmaster>;       501 5.1.3 Invalid address
          EHLO x|MAIL FROM:<>;                     RCPT TO:<a@[192.0.2.1]>;    501 5.1.3 Invalid address
          EHLO x|MAIL FROM:<>;                     'RCPT TO:<a@fabrikam.com> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;a@b.example'; 250 2.1.5 Recipient OK
          EHLO x|MAIL FROM:<>;                     RCPT TO:<a@fabrikam.com> NOTIFY=NEVER; 250 2.1.5 Recipient OK
          EHLO x|MAIL FROM:<>;                     RCPT TO:<a@fabrikam.com> NOTIFY=NEVER,DELAY; 501 5.5.4 Invalid arguments
          EHLO x|MAIL FROM:<>;                     RCPT TO:<a@fabrikam.com> ORCPT=rfc822; 501 5.5.4 Invalid arguments
          EHLO x|MAIL FROM:<>;                     RCPT TO:<a@fabrikam.com> SIZE=1; 501 5.5.4 Unrecognized parameter
          EHLO x;                                  BDAT many;                  501 5.5.4 Invalid arguments
          """)
  void each_command_has_its_reply(String before, String line, String reply) {
    try (Knock client = Knock.at(DOOR)) {
      client.hear();
      List.of(before.split("\\|")).stream().filter(l -> !l.isEmpty()).forEach(client::say);
      String answer = "";
      for (String each : Splitter.on('|').split(line)) {
        answer = client.say(each);
      }
      boolean error = reply.charAt(0) >= '4';
      assertThat(answer).matches(java.util.regex.Pattern.quote(reply) + (error ? STAMP : ""));
    }
  }

  @Test
  void help_names_the_commands() {
    try (Knock client = Knock.at(DOOR)) {
      client.hear();
      assertThat(client.say("HELP"))
          .isEqualTo(
              "214-This server supports the following commands:\n"
                  + "214 HELO EHLO STARTTLS RCPT DATA RSET MAIL QUIT HELP AUTH BDAT");
    }
  }

  @Test
  void pipelined_commands_are_answered_in_their_order() {
    try (Knock client = Knock.greeted(DOOR)) {
      client.send(
          "MAIL FROM:<>\r\nRCPT TO:<a@tailspintoys.com>\r\nRCPT TO:<a@fabrikam.com>\r\nDATA\r\n");
      assertThat(client.hear()).startsWith("250 2.1.0");
      assertThat(client.hear()).startsWith("550 5.7.51");
      assertThat(client.hear()).startsWith("250 2.1.5");
      assertThat(client.hear()).startsWith("354");
      client.send(".\r\nQUIT\r\n");
      assertThat(client.hear()).startsWith("250 2.6.0");
      assertThat(client.hear()).startsWith("221");
    }
  }

  @Test
  void content_may_come_in_chunks_with_line_feeds_of_any_kind() {
    try (Knock client = Knock.greeted(DOOR)) {
      client.say("MAIL FROM:<>", "RCPT TO:<a@fabrikam.com>");
      client.send("BDAT 6\r\n\r\n.\r\n\n");
      assertThat(client.hear()).isEqualTo("250 2.6.0 CHUNK received OK, 6 octets");
      assertThat(client.say("DATA")).startsWith("503 5.5.1 Bad sequence of commands [");
      assertThat(client.say("RCPT TO:<b@fabrikam.com>")).startsWith("503 5.5.1");
      client.send("BDAT 0 LAST\r\n");
      assertThat(client.hear()).startsWith("250 2.6.0 <").contains("] 6 bytes in ");
    }
  }

  @Test
  void a_chunk_without_recipients_is_passed_over() {
    try (Knock client = Knock.greeted(DOOR)) {
      client.send("BDAT 6 LAST\r\nQUIT\r\nNOOP\r\n");
      assertThat(client.hear()).startsWith("503 5.5.2 Need mail command [");
      assertThat(client.hear()).startsWith("250 2.0.0");
    }
  }

  @Test
  void no_two_sessions_have_one_id() {
    try (Knock one = Knock.at(DOOR);
        Knock other = Knock.at(DOOR)) {
      assertThat(one.hear()).isNotEqualTo(other.hear());
    }
  }
}
