package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.model.Refusals.assertRefused;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MAIL FROM; what is said here of addresses holds for RCPT TO too. */
class ReversePathTest {

  @ParameterizedTest
  @CsvSource({
    "someone@contoso.com,           contoso.com",
    "Some.One+tag@CONTOSO.com.,     contoso.com",
    "<someone@contoso.com>,         contoso.com",
    "contoso.com,                   contoso.com",
    "<contoso.com>,                 contoso.com",
    "SRS0=a=b=fabrikam.com=c@contoso.com, contoso.com",
    "someone@m\u00fcnchen.example,  xn--mnchen-3ya.example",
    "j\u00f6rg@contoso.com,         contoso.com",
  })
  void the_domain_of_an_address_or_a_domain_alone_counts(String text, String domain) {
    assertThat(ReversePath.parse(text).domain()).contains(DomainName.parse(domain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a@b\"@contoso.com",
        "<\"a@b\"@contoso.com>",
        "\"\"@contoso.com",
        "\" \"@contoso.com",
        "\"a\\\"@fabrikam.com\"@contoso.com",
        "\"a\\\\\"@contoso.com",
        "\"someone@fabrikam.com>\"@contoso.com",
      })
  void a_quoted_local_part_may_hold_at_signs_quotes_and_spaces(String text) {
    assertThat(ReversePath.parse(text).domain()).contains(DomainName.parse("contoso.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root@[192.0.2.1]",
        "<root@[192.0.2.1]>",
        "root@[IPv6:2001:db8::1]",
        "root@[ipv6:2001:db8::1]",
        "\"a@b\"@[192.0.2.1]",
      })
  void an_address_literal_is_an_address_without_a_domain(String text) {
    ReversePath path = ReversePath.parse(text);

    assertThat(path.domain()).isEmpty();
    assertThat(path.isNull()).isFalse();
  }

  @Test
  void the_null_reverse_path_has_no_domain() {
    ReversePath path = ReversePath.parse("<>");

    assertThat(path).isEqualTo(ReversePath.NULL).hasToString("<>");
    assertThat(path.isNull()).isTrue();
    assertThat(path.domain()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "< >",
        "<<>>",
        "<",
        "@contoso.com",
        "someone@",
        "someone@@contoso.com",
        "someone@fabrikam.com@contoso.com",
        "some one@contoso.com",
        "someone@con toso.com",
        "someone@contoso.com ",
        " someone@contoso.com",
        "someone@con_toso.com",
        "someone@192.0.2.1",
        "someone@.com",
        "<someone@contoso.com",
        "someone@contoso.com>",
        "<<someone@contoso.com>>",
        "Someone <someone@contoso.com>",
        "someone@contoso.com, other@contoso.com",
        "<@fabrikam.com:someone@contoso.com>", // a source route
        "\"someone@contoso.com",
        "\"someone\"",
        "\"someone\\\"@contoso.com",
        "\"a\"b@contoso.com",
        "\"a\" @contoso.com",
        "\"",
        "\"\\",
        "a\"b\"@contoso.com",
        "[192.0.2.1]",
        "root@[192.0.2.256]",
        "root@[contoso.com]",
        "root@[]",
        "root@[192.0.2.1",
        "@[192.0.2.1]",
      })
  void what_is_neither_address_nor_domain_is_refused_with_the_value(String text) {
    assertRefused(
        () -> ReversePath.parse(text),
        InvalidValueException.quote(text)
            + " is not a reverse-path: expected an address or a domain, such as"
            + " someone@contoso.com or contoso.com");
  }

  @Test
  void any_sender_of_a_domain_is_the_domain_alone() {
    assertThat(ReversePath.of(DomainName.parse("Contoso.com")))
        .isEqualTo(ReversePath.parse("contoso.com"))
        .hasSameHashCodeAs(ReversePath.parse("contoso.com"))
        .hasToString("contoso.com");
  }

  @Test
  void brackets_make_no_difference_and_the_local_part_does() {
    ReversePath path = ReversePath.parse("<someone@contoso.com>");

    assertThat(path)
        .isEqualTo(ReversePath.parse("someone@contoso.com"))
        .hasToString("someone@contoso.com");
    assertThat(path).isNotEqualTo(ReversePath.parse("other@contoso.com"));
    assertThat(path).isNotEqualTo(ReversePath.NULL);
  }

  @Property(tries = 500)
  void whatever_stands_between_quotes_is_not_the_domain(@ForAll("quoted") String content) {
    String escaped = content.replace("\\", "\\\\").replace("\"", "\\\"");

    assertThat(ReversePath.parse("\"" + escaped + "\"@contoso.com").domain())
        .isEqualTo(Optional.of(DomainName.parse("contoso.com")));
  }

  @Provide
  Arbitrary<String> quoted() {
    return Arbitraries.strings().withChars("ab@\"\\<>[]., ").ofMaxLength(12);
  }
}
