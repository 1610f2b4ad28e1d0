package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.model.Refusals.assertRefused;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CON-3. */
class SenderDomainPatternTest {

  @ParameterizedTest
  @CsvSource({
    "contoso.com,              contoso.com",
    "smtp:contoso.com;1,       contoso.com",
    "SMTP:Contoso.COM.;01,     contoso.com",
    "smtp:contoso.com,         contoso.com",
    "contoso.com;1,            contoso.com",
    "*.contoso.com,            *.contoso.com",
    "smtp:*.contoso.com;1,     *.contoso.com",
    "*,                        *",
    "smtp:*;1,                 *",
    "smtp:m\u00fcnchen.example;1, xn--mnchen-3ya.example",
  })
  void the_forms_of_exports_mean_the_same_as_the_plain_ones(String text, String plain) {
    SenderDomainPattern pattern = SenderDomainPattern.parse(text);

    assertThat(pattern).isEqualTo(SenderDomainPattern.parse(plain)).hasToString(plain);
    assertThat(pattern).hasSameHashCodeAs(SenderDomainPattern.parse(plain));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10", "-1", "100000000000000000000"})
  void the_cost_is_kept_and_shown_and_tells_no_two_entries_apart(String cost) {
    SenderDomainPattern pattern = SenderDomainPattern.parse("smtp:*.contoso.com;" + cost);

    assertThat(pattern).hasToString("smtp:*.contoso.com;" + cost);
    assertThat(pattern.cost()).hasToString(cost);
    assertThat(pattern).isEqualTo(SenderDomainPattern.parse("*.contoso.com"));
    assertThat(SenderDomainPattern.parse(pattern.toString()).addressSpace())
        .isEqualTo(pattern.addressSpace());
  }

  @Test
  void a_star_alone_is_the_pattern_for_every_sender() {
    assertThat(SenderDomainPattern.parse("smtp:*;1")).isEqualTo(SenderDomainPattern.ANY);
    assertThat(SenderDomainPattern.ANY.domain()).isEmpty();
    assertThat(SenderDomainPattern.ANY.isWildcard()).isTrue();
  }

  @Test
  void a_domain_and_the_star_of_it_differ() {
    SenderDomainPattern domain = SenderDomainPattern.parse("contoso.com");
    SenderDomainPattern wildcard = SenderDomainPattern.parse("*.contoso.com");

    assertThat(domain).isNotEqualTo(wildcard);
    assertThat(domain.isWildcard()).isFalse();
    assertThat(wildcard.isWildcard()).isTrue();
    assertThat(wildcard.domain()).contains(DomainName.parse("contoso.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "smtp:",
        "smtp:;1",
        ";1",
        "smtp:*;",
        "smtp:*;x",
        "smtp:*;1.5",
        "smtp:*;--1",
        "smtp:*;1;1",
        "smtp:smtp:*;1",
        "x400:*;1",
        "**",
        "*.",
        "*.*",
        "*contoso.com",
        "mail.*.com",
        "@contoso.com",
        "someone@contoso.com",
        "con_toso.com",
        "192.0.2.1",
        " *",
      })
  void anything_else_is_refused_with_the_value_as_given(String text) {
    assertRefused(
        () -> SenderDomainPattern.parse(text),
        "\""
            + text
            + "\" is not a SenderDomains entry: expected a domain, *.domain or *, such as"
            + " contoso.com or smtp:*;1 (CON-3)");
  }

  @ParameterizedTest
  @CsvSource({
    "contoso.com,   someone@contoso.com,       true",
    "contoso.com,   someone@CONTOSO.com.,      true",
    "contoso.com,   someone@mail.contoso.com,  false",
    "contoso.com,   someone@com,               false",
    "contoso.com,   someone@xcontoso.com,      false",
    "contoso.com,   <>,                        false",
    "contoso.com,   someone@[192.0.2.1],       false",
    "*.contoso.com, someone@contoso.com,       true",
    "*.contoso.com, someone@mail.contoso.com,  true",
    "*.contoso.com, someone@a.b.contoso.com,   true",
    "*.contoso.com, someone@xcontoso.com,      false",
    "*.contoso.com, someone@fabrikam.com,      false",
    "*.contoso.com, <>,                        false",
    "*,             someone@fabrikam.com,      true",
    "*,             <>,                        true",
    "*,             someone@[192.0.2.1],       true",
  })
  void an_entry_covers_its_domain_and_a_star_what_is_below(
      String entry, String mailFrom, boolean covered) {
    assertThat(SenderDomainPattern.parse(entry).covers(ReversePath.parse(mailFrom)))
        .isEqualTo(covered);
  }

  @Test
  void more_labels_are_more_specific_then_a_domain_before_its_star_and_the_lone_star_last() {
    assertThat(
            Stream.of("*", "*.com", "a.b.com", "b.com", "*.a.b.com", "com", "*.b.com")
                .map(SenderDomainPattern::parse)
                .sorted(Comparator.comparingInt(SenderDomainPattern::specificity).reversed())
                .map(SenderDomainPattern::toString))
        .containsExactly("a.b.com", "*.a.b.com", "b.com", "*.b.com", "com", "*.com", "*");
  }
}
