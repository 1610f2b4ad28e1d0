package org.exoattribution.testkit.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Finding;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each reply about attribution comes at its stage, and what was decided is there to be read. */
class SmtpAttributionTest {
  private SmtpFrontDoor door =
      Street.open(Street.door().map("127.0.0.2", Street.GATEWAY).map("127.0.0.3", "203.0.113.9"));

  @AfterEach
  void close() {
    door.close();
  }

  private SmtpTransaction last() throws InterruptedException {
    List<SmtpTransaction> all = door.awaitTransactions(1, Duration.ofSeconds(20));
    return all.get(all.size() - 1);
  }

  private void reopen(SmtpFrontDoor.Builder builder) {
    door.close();
    door = Street.open(builder);
  }

  private static String sent(Knock client) {
    assertThat(client.say("DATA")).startsWith("354");
    return client.say("Subject: x\r\n\r\n.");
  }

  @Test
  void relay_without_a_connector_is_refused_at_the_end_of_data() throws Exception {
    try (Knock client = Knock.greeted(door)) {
      assertThat(client.say("MAIL FROM:<a@contoso.com>", "RCPT TO:<b@example.net>"))
          .startsWith("250");
      assertThat(sent(client))
          .matches(
              "550 5\\.7\\.64 TenantAttribution; Relay Access Denied \\[simulator\\.mail\\."
                  + "protection\\.example 2026-11-01T00:00:00\\.000Z [0-9A-F]{16}]");
    }
    assertThat(last().attributions().get(0)).isRejectedWith(RejectionReason.NO_CONNECTOR_MATCHED);
    assertThat(last().isTaken()).isFalse();
  }

  @Test
  void a_connector_without_ownership_is_refused_with_attr36() {
    try (Knock client = Knock.at(door, "127.0.0.2")) {
      client.hear();
      assertThat(client.say("EHLO x")).contains("Hello [198.51.100.7]");
      client.say("MAIL FROM:<a@elsewhere.example>", "RCPT TO:<b@example.net>");
      assertThat(sent(client)).startsWith("550 5.7.64 Relay Access Denied ATTR36.");
    }
  }

  @Test
  void a_mapped_address_relays_what_its_tenant_sends() throws Exception {
    try (Knock client = Knock.at(door, "127.0.0.2")) {
      client.hear();
      client.say("EHLO x", "MAIL FROM:<a@contoso.com>", "RCPT TO:<b@example.net>");
      assertThat(sent(client)).startsWith("250 2.6.0");
    }
    assertThat(last().client()).hasToString("127.0.0.2");
    assertThat(last().attributions().get(0)).from("contoso").via("Relay by address");
  }

  @Test
  void a_certificate_relays_anything_even_bounces() throws Exception {
    try (Knock client = Knock.secured(door, Street.CONTOSO)) {
      client.say("MAIL FROM:<>", "RCPT TO:<b@example.net>", "RCPT TO:<c@fabrikam.com>");
      assertThat(sent(client)).startsWith("250 2.6.0");
    }
    assertThat(last().tlsVersion()).contains("TLSv1.3");
    assertThat(last().certificate().orElseThrow().accepted()).isTrue();
    for (Attribution attribution : last().attributions()) {
      assertThat(attribution).from("contoso").hasFinding(Finding.Id.REVOCATION_NOT_CHECKED);
    }
  }

  @Test
  void a_partner_connectors_restriction_is_told_at_rcpt_to() throws Exception {
    try (Knock client = Knock.greeted(door)) {
      assertThat(client.say("MAIL FROM:<a@contoso.com>", "RCPT TO:<b@tailspintoys.com>"))
          .startsWith("550 5.7.51 TenantInboundAttribution; There is a partner connector")
          .endsWith("]");
      assertThat(client.say("DATA")).startsWith("503 5.5.2 Need rcpt command");
      client.say("QUIT");
    }
    assertThat(last().dataReply()).isEmpty();
    assertThat(last().replies()).singleElement().asString().startsWith("550 5.7.51");
    assertThat(last().attributions().get(0)).isRejectedWith(RejectionReason.PARTNER_RESTRICTION);
  }

  @Test
  void tls_that_a_partner_connector_requires_is_missed_at_rcpt_to() {
    try (Knock client = Knock.greeted(door)) {
      client.say("MAIL FROM:<a@contoso.com>");
      assertThat(client.say("RCPT TO:<b@encrypted.example>"))
          .startsWith("454 4.7.0 Failed to establish appropriate TLS channel: Access Denied [");
    }
    try (Knock client = Knock.secured(door, null)) {
      client.say("MAIL FROM:<a@contoso.com>");
      assertThat(client.say("RCPT TO:<b@encrypted.example>")).startsWith("250");
    }
  }

  @Test
  void a_tenant_without_mail_is_told_at_rcpt_to() {
    try (Knock client = Knock.greeted(door)) {
      client.say("MAIL FROM:<a@contoso.com>");
      assertThat(client.say("RCPT TO:<b@unpaid.example>"))
          .startsWith("451 4.4.4 Mail received as unauthenticated");
    }
  }

  @Test
  void direct_send_is_refused_at_the_end_of_data() {
    try (Knock client = Knock.greeted(door)) {
      client.say("MAIL FROM:<a@strict.example>", "RCPT TO:<b@strict.example>");
      assertThat(sent(client)).startsWith("550 5.7.68 TenantInboundAttribution; Direct Send");
    }
  }

  /** MULTI-2: an OnPremises connector matched, and the recipient decided. */
  @Test
  void a_recipient_of_another_domain_is_deferred_and_the_others_are_served() throws Exception {
    try (Knock client = Knock.at(door, "127.0.0.2")) {
      client.hear();
      client.say("EHLO x", "MAIL FROM:<>", "RCPT TO:<b@contoso.com>");
      assertThat(client.say("RCPT TO:<b@fabrikam.com>"))
          .startsWith("451 4.4.5 Address domain different from previous accepted address.");
      assertThat(client.say("RCPT TO:<c@contoso.com>")).startsWith("250");
      assertThat(sent(client)).startsWith("250");
    }
    assertThat(last().attributions().stream().map(Attribution::verdict))
        .containsExactly(
            Attribution.Verdict.ORIGINATING,
            Attribution.Verdict.REJECTED,
            Attribution.Verdict.ORIGINATING);
  }

  /** MULTI-3: DATA has one reply. */
  @Test
  void who_is_refused_at_the_end_of_data_takes_the_others_along() throws Exception {
    try (Knock client = Knock.greeted(door)) {
      client.say("MAIL FROM:<a@contoso.com>", "RCPT TO:<b@fabrikam.com>");
      assertThat(client.say("RCPT TO:<b@example.net>")).startsWith("250");
      assertThat(sent(client)).startsWith("550 5.7.64");
    }
    assertThat(last().isTaken()).isFalse();
    assertThat(last().attributions().get(0)).isIncomingTo("fabrikam");
  }

  /** MULTI-2 from 2017-07-05 until 2018-01-01. */
  @Test
  void in_2017_a_second_domain_refuses_the_whole_transaction() {
    AttributionEngine engine =
        AttributionEngine.builder(Street.tenants()).ruleSet(RuleSet.V2017).build();
    reopen(
        SmtpFrontDoor.builder(engine)
            .clock(Clock.fixed(Instant.parse("2017-09-01T00:00:00Z"), ZoneOffset.UTC))
            .map("127.0.0.1", Street.GATEWAY));
    try (Knock client = Knock.greeted(door)) {
      client.say("MAIL FROM:<>", "RCPT TO:<b@contoso.com>", "RCPT TO:<b@fabrikam.com>");
      assertThat(sent(client)).startsWith("550 5.7.64 Relay Access Denied ATTR36.");
    }
    try (Knock client = Knock.greeted(door)) {
      client.say("MAIL FROM:<x@elsewhere.example>", "RCPT TO:<b@example.net>", "DATA");
      assertThat(client.say("From: Contoso <a@contoso.com>\r\n\r\n.")).startsWith("250");
    }
  }

  @Test
  void a_tls_session_without_a_certificate_says_so_in_its_note() {
    List<String> notes = new CopyOnWriteArrayList<>();
    reopen(Street.door().onNote(notes::add));
    Knock.secured(door, null).close();
    Knock.secured(door, Street.CONTOSO).close();
    assertThat(notes)
        .satisfiesExactly(
            note ->
                assertThat(note)
                    .matches(
                        "session [0-9A-F]{16} from 127\\.0\\.0\\.1: TLSv1\\.3, no certificate"
                            + " presented"),
            note ->
                assertThat(note)
                    .endsWith(
                        ": TLSv1.3, certificate CN=mail.contoso.com (chain of 2): accepted, names"
                            + " mail.contoso.com"));
  }

  @Test
  void revocation_is_checked_with_what_is_given() throws Exception {
    reopen(Street.door().revocation(RevocationStatus.ofCrls(Street.CONTOSO.revokedByCrl().crls())));
    try (Knock client = Knock.secured(door, Street.CONTOSO)) {
      client.say("MAIL FROM:<>", "RCPT TO:<b@example.net>");
      assertThat(sent(client)).startsWith("550 5.7.64 TenantAttribution");
    }
    assertThat(last().certificate().orElseThrow().firstFailure().orElseThrow().rule())
        .hasToString("PKI-5");
  }

  @Test
  void the_next_session_is_judged_by_the_engine_that_was_given_last() {
    try (Knock before = Knock.greeted(door)) {
      door.judgeBy(
          AttributionEngine.builder(TenantDirectory.of())
              .trustAnchors(TrustAnchors.none())
              .build());
      before.say("MAIL FROM:<>", "RCPT TO:<b@fabrikam.com>");
      assertThat(sent(before)).startsWith("250");
    }
    try (Knock after = Knock.greeted(door)) {
      after.say("MAIL FROM:<>", "RCPT TO:<b@fabrikam.com>");
      assertThat(sent(after)).startsWith("550 5.7.64");
    }
  }

  @Test
  void a_transaction_that_was_given_up_is_told_too() throws Exception {
    try (Knock client = Knock.greeted(door)) {
      client.say("MAIL FROM:<>", "RCPT TO:<b@fabrikam.com>", "RSET");
    }
    assertThat(last().number()).isEqualTo(1);
    assertThat(last().message()).isEqualTo(Optional.empty());
    assertThat(last().name()).isEqualTo(last().session() + "-1");
  }
}
