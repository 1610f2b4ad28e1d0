package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exoattribution.model.AcceptedDomain.DomainType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal is one line that quotes what was given, every control character visible. */
class RefusalMessagesTest {

  /** Something in the model that reads a text. */
  private record Reader(String name, Consumer<String> read) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Property(tries = 1000)
  void every_refusal_is_one_line_that_begins_with_the_quoted_value(
      @ForAll("readers") Reader reader, @ForAll("unreadable") String text) {
    InvalidValueException refusal =
        catchThrowableOfType(InvalidValueException.class, () -> reader.read().accept(text));

    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage())
        .startsWith(InvalidValueException.quote(text) + " is not ")
        .contains(": expected ")
        .doesNotContainPattern("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "contoso.com;            \"contoso.com\"",
        "con\ttoso;              \"con\\u0009toso\"",
        "con\"toso\";            \"con\\\"toso\\\"\"",
        "con\\toso;              \"con\\\\toso\"",
        "con\u007ftoso;          \"con\\u007ftoso\"",
        "con\u2028toso\u2029;    \"con\\u2028toso\\u2029\"",
        "m\u00fcnchen;           \"m\u00fcnchen\"",
      })
  void a_quote_shows_what_would_break_the_line_or_the_quotes(String given, String quoted) {
    assertThat(InvalidValueException.quote(given)).isEqualTo(quoted);
  }

  @Test
  void line_breaks_are_shown_too() {
    assertThat(InvalidValueException.quote("a\r\nb\u0000"))
        .isEqualTo("\"a\\u000d\\u000ab\\u0000\"");
  }

  @Test
  void a_long_value_is_quoted_up_to_200_characters() {
    assertThat(InvalidValueException.quote("a".repeat(200)))
        .isEqualTo("\"" + "a".repeat(200) + "\"");
    assertThat(InvalidValueException.quote("a".repeat(201)))
        .isEqualTo("\"" + "a".repeat(200) + "...\"");
  }

  @Test
  void names_inside_a_message_are_quoted_likewise() {
    Tenant.Builder builder =
        Tenant.builder("con\"toso")
            .inboundConnector(PartnerConnector.builder("a\\b").build())
            .inboundConnector(PartnerConnector.builder("a\\b").build());

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(builder::build)
        .withMessageContaining("tenant \"con\\\"toso\" has two connectors named \"a\\\\b\"");
  }

  @Provide
  Arbitrary<Reader> readers() {
    return Arbitraries.of(
        new Reader("domain name", DomainName::parse),
        new Reader("address", IpAddress::parse),
        new Reader("SenderIPAddresses", SenderIpRange::parse),
        new Reader("TlsSenderCertificateName", CertificateNamePattern::parse),
        new Reader("SenderDomains", SenderDomainPattern::parse),
        new Reader("DomainType", DomainType::parse),
        new Reader("MAIL FROM", ReversePath::parse),
        new Reader("RCPT TO", ForwardPath::parse),
        new Reader("header-from", text -> SimulatedConnection.builder().headerFrom(text)),
        new Reader("instant", text -> SimulatedConnection.builder().at(text)),
        new Reader("tenant", text -> Tenant.builder(text).build()),
        new Reader("connector", text -> PartnerConnector.builder(text).build()));
  }

  /** Begins with a control character, which nothing may, and is mostly what breaks lines. */
  @Provide
  Arbitrary<String> unreadable() {
    Arbitrary<Character> first = Arbitraries.chars().range((char) 0, (char) 0x1f);
    Arbitrary<String> rest =
        Arbitraries.strings()
            .withChars("a1@.*<>[]:;/\"\\ \u00fc\u0085\u2028\u2029")
            .withCharRange((char) 0, (char) 0x1f)
            .ofMaxLength(300);
    return Combinators.combine(first, rest).as((c, text) -> c + text);
  }
}
