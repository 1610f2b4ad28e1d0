package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.model.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardPathTest {

  @ParameterizedTest
  @CsvSource({
    "someone@contoso.com,         contoso.com",
    "<someone@CONTOSO.com.>,      contoso.com",
    "contoso.com,                 contoso.com",
    "\"a@b\"@contoso.com,         contoso.com",
    "someone@m\u00fcnchen.example, xn--mnchen-3ya.example",
  })
  void every_recipient_has_a_domain(String text, String domain) {
    assertThat(ForwardPath.parse(text).domain()).isEqualTo(DomainName.parse(domain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<>", "@contoso.com", "someone@", "some one@contoso.com", "someone@192.0.2.1"})
  void what_is_neither_address_nor_domain_is_refused_with_the_value(String text) {
    assertRefused(
        () -> ForwardPath.parse(text),
        "\""
            + text
            + "\" is not a forward-path: expected an address or a domain, such as"
            + " someone@contoso.com or contoso.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"root@[192.0.2.1]", "<root@[IPv6:2001:db8::1]>"})
  void an_address_literal_is_refused_because_nobody_owns_it(String text) {
    assertRefused(
        () -> ForwardPath.parse(text),
        "\""
            + text
            + "\" is not a forward-path: expected a domain, because an address literal has none");
  }

  @Test
  void any_recipient_of_a_domain_is_the_domain_alone() {
    assertThat(ForwardPath.of(DomainName.parse("Contoso.com")))
        .isEqualTo(ForwardPath.parse("contoso.com"))
        .hasSameHashCodeAs(ForwardPath.parse("contoso.com"))
        .hasToString("contoso.com");
  }

  @Test
  void brackets_make_no_difference_and_the_local_part_does() {
    ForwardPath path = ForwardPath.parse("<someone@contoso.com>");

    assertThat(path)
        .isEqualTo(ForwardPath.parse("someone@contoso.com"))
        .hasToString("someone@contoso.com");
    assertThat(path).isNotEqualTo(ForwardPath.parse("other@contoso.com"));
  }
}
