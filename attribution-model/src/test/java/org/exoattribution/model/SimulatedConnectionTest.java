package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.exoattribution.model.Differences.assertAllDifferent;
import static org.exoattribution.model.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedConnectionTest {
  private static final PresentedCertificate CERTIFICATE =
      PresentedCertificate.of(Certificates.LEAF, Certificates.ISSUER);

  /** What is required, and nothing else. */
  private static final SimulatedConnection PLAIN =
      SimulatedConnection.builder()
          .sourceIp("192.0.2.1")
          .mailFrom("someone@contoso.com")
          .rcptTo("someone@fabrikam.com")
          .at("2026-11-01T00:00:00Z")
          .build();

  private static final SimulatedConnection FULL =
      PLAIN.toBuilder()
          .ehlo("mail.contoso.com")
          .tls(true)
          .presentedCertificate(CERTIFICATE)
          .headerFrom("someone@contoso.example")
          .build();

  @Test
  void source_sender_recipient_and_instant_are_enough() {
    assertThat(PLAIN.sourceIp()).isEqualTo(IpAddress.parse("192.0.2.1"));
    assertThat(PLAIN.mailFrom()).isEqualTo(ReversePath.parse("someone@contoso.com"));
    assertThat(PLAIN.rcptTo()).isEqualTo(ForwardPath.parse("someone@fabrikam.com"));
    assertThat(PLAIN.at()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    assertThat(PLAIN.tls()).isFalse();
    assertThat(PLAIN.ehlo()).isEmpty();
    assertThat(PLAIN.presentedCertificate()).isEmpty();
    assertThat(PLAIN.headerFromDomain()).isEmpty();
  }

  @Test
  void the_properties_set_are_those_of_the_connection() {
    assertThat(FULL.ehlo()).contains("mail.contoso.com");
    assertThat(FULL.tls()).isTrue();
    assertThat(FULL.presentedCertificate()).contains(CERTIFICATE);
    assertThat(FULL.headerFromDomain()).contains(DomainName.parse("contoso.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sourceIp", "mailFrom", "rcptTo", "at"})
  void a_missing_required_property_is_refused_by_its_name(String missing) {
    SimulatedConnection.Builder builder = SimulatedConnection.builder();
    if (!missing.equals("sourceIp")) {
      builder.sourceIp("192.0.2.1");
    }
    if (!missing.equals("mailFrom")) {
      builder.mailFrom("<>");
    }
    if (!missing.equals("rcptTo")) {
      builder.rcptTo("fabrikam.com");
    }
    if (!missing.equals("at")) {
      builder.at(Instant.EPOCH);
    }

    assertRefused(
        builder::build,
        "a connection without " + missing + ": expected sourceIp, mailFrom, rcptTo and at");
  }

  @Test
  void a_session_is_tls_if_a_certificate_is_presented_unless_it_is_said_not_to_be() {
    SimulatedConnection.Builder builder =
        SimulatedConnection.builder()
            .sourceIp("192.0.2.1")
            .mailFrom("<>")
            .rcptTo("fabrikam.com")
            .at(Instant.EPOCH);

    assertThat(builder.build().tls()).isFalse();
    assertThat(builder.presentedCertificate(CERTIFICATE).build().tls()).isTrue();
    assertThat(builder.withoutPresentedCertificate().build().tls()).isFalse();
    assertThat(builder.tls(true).build().tls()).isTrue();
    assertThat(builder.presentedCertificate(CERTIFICATE).tls(false).build().tls()).isFalse();
  }

  @Test
  void taking_the_certificate_away_leaves_a_tls_session_tls() {
    SimulatedConnection changed = FULL.toBuilder().withoutPresentedCertificate().build();

    assertThat(changed.presentedCertificate()).isEmpty();
    assertThat(changed.tls()).isTrue();
  }

  @Test
  void a_builder_of_a_connection_keeps_every_property() {
    for (SimulatedConnection connection : List.of(PLAIN, FULL)) {
      SimulatedConnection copy = connection.toBuilder().build();

      assertThat(copy).isNotSameAs(connection).isEqualTo(connection).hasSameHashCodeAs(connection);
      assertThat(copy).usingRecursiveComparison().isEqualTo(connection);
    }
  }

  @Test
  void connections_that_differ_in_one_property_are_not_equal() {
    assertAllDifferent(
        List.of(
            FULL,
            PLAIN,
            FULL.toBuilder().sourceIp("192.0.2.2").build(),
            FULL.toBuilder().ehlo("gateway.contoso.com").build(),
            FULL.toBuilder().tls(false).build(),
            FULL.toBuilder().withoutPresentedCertificate().build(),
            FULL.toBuilder().mailFrom("<>").build(),
            FULL.toBuilder().rcptTo("other@fabrikam.com").build(),
            FULL.toBuilder().headerFrom("tailspintoys.com").build(),
            FULL.toBuilder().at("2026-11-01T00:00:01Z").build()));
  }

  @Test
  void another_recipient_changes_nothing_else() {
    ForwardPath recipient = ForwardPath.parse("someone@tailspintoys.com");
    SimulatedConnection changed = FULL.withRcptTo(recipient);

    assertThat(changed.rcptTo()).isEqualTo(recipient);
    assertThat(changed.withRcptTo(FULL.rcptTo())).isEqualTo(FULL);
  }

  @ParameterizedTest
  @CsvSource({
    "someone@contoso.example, contoso.example",
    "Contoso.Example,         contoso.example",
    "<someone@contoso.example>, contoso.example",
    "\"a@b\"@contoso.example, contoso.example",
  })
  void the_domain_of_the_from_header_counts(String headerFrom, String domain) {
    assertThat(PLAIN.toBuilder().headerFrom(headerFrom).build().headerFromDomain())
        .contains(DomainName.parse(domain));
  }

  @Test
  void a_from_header_with_an_address_literal_has_no_domain() {
    assertThat(FULL.toBuilder().headerFrom("root@[192.0.2.1]").build().headerFromDomain())
        .isEmpty();
  }

  @Test
  void a_bad_value_is_refused_where_it_is_set() {
    SimulatedConnection.Builder builder = SimulatedConnection.builder();

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder.sourceIp("mail.contoso.com"))
        .withMessageStartingWith("\"mail.contoso.com\" is not an IP address");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder.mailFrom("someone@"))
        .withMessageStartingWith("\"someone@\" is not a reverse-path");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder.rcptTo("<>"))
        .withMessageStartingWith("\"<>\" is not a forward-path");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder.headerFrom("someone@"))
        .withMessageStartingWith("\"someone@\" is not a header-from");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-11-01", "2026-11-01T00:00:00", "2026-13-01T00:00:00Z", "now"})
  void an_instant_that_is_not_iso_8601_in_utc_is_refused(String text) {
    assertRefused(
        () -> SimulatedConnection.builder().at(text),
        "\""
            + text
            + "\" is not an instant: expected ISO 8601 in UTC, such as 2026-11-01T00:00:00Z");
  }

  @Test
  void a_connection_reads_as_one_line() {
    assertThat(PLAIN)
        .hasToString(
            "from 192.0.2.1, plaintext, no certificate, MAIL FROM someone@contoso.com, RCPT TO"
                + " someone@fabrikam.com, at 2026-11-01T00:00:00Z");
    assertThat(FULL)
        .hasToString(
            "from 192.0.2.1, TLS, certificate CN=mail.contoso.com, O=Contoso (chain of 2), MAIL"
                + " FROM someone@contoso.com, header-from contoso.example, RCPT TO"
                + " someone@fabrikam.com, at 2026-11-01T00:00:00Z");
  }

  @Test
  void a_transaction_is_the_connection_seen_from_each_recipient_in_order() {
    ForwardPath second = ForwardPath.parse("someone@tailspintoys.com");
    ForwardPath third = ForwardPath.parse("other@fabrikam.com");

    assertThat(SimulatedTransaction.of(FULL, List.of(second, third)).connections())
        .containsExactly(FULL, FULL.withRcptTo(second), FULL.withRcptTo(third));
    assertThat(SimulatedTransaction.of(FULL, List.of()).connections()).containsExactly(FULL);
    assertThat(SimulatedTransaction.of(FULL, List.of(second)))
        .isEqualTo(SimulatedTransaction.of(FULL, List.of(second)))
        .hasSameHashCodeAs(SimulatedTransaction.of(FULL, List.of(second)));
    assertThat(SimulatedTransaction.of(FULL, List.of(second, third)))
        .isNotEqualTo(SimulatedTransaction.of(FULL, List.of(third, second)));
  }
}
