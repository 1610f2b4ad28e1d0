package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.model.Refusals.assertRefused;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DOM-1, for internationalised names. */
class DomainNameIdnTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m\u00fcnchen.example",
        "M\u00dcNCHEN.Example",
        "mu\u0308nchen.example", // u and a combining diaeresis
        "m\u00fcnchen.example.",
        "xn--mnchen-3ya.example",
        "XN--MNCHEN-3YA.EXAMPLE",
      })
  void every_form_of_an_internationalised_name_is_the_same_a_label(String text) {
    DomainName name = DomainName.parse(text);

    assertThat(name.value()).isEqualTo("xn--mnchen-3ya.example");
    assertThat(name.toUnicode()).isEqualTo("m\u00fcnchen.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contoso\u3002com", // ideographic full stop
        "contoso\uff0ecom", // full-width full stop
        "contoso\uff61com", // half-width ideographic full stop
        "contoso.com\u3002",
        "\uff43\uff4fntoso.com", // full-width letters
        "con\u00adtoso.com", // soft hyphen
      })
  void other_full_stops_and_compatibility_characters_read_as_their_ascii_form(String text) {
    assertThat(DomainName.parse(text)).isEqualTo(DomainName.parse("contoso.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "\u0441ontoso.com, xn--ontoso-hrf.com", // Cyrillic es
    "\u0430\u0440\u0440le.example, xn--le-6kc8da.example", // Cyrillic a, er, er
    "\u010dontoso.com, xn--ontoso-h2a.com",
  })
  void a_name_that_looks_the_same_is_another_name(String text, String aLabels) {
    assertThat(DomainName.parse(text).value()).isEqualTo(aLabels);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fa\u00df.example", // sharp s
        "FA\u1e9e.example", // capital sharp s
        "\u03b2\u03cc\u03bb\u03bf\u03c2.example", // final sigma
        "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.example", // zero-width non-joiner
        "con\u200dtoso.com", // zero-width joiner
      })
  void a_character_on_which_the_standards_differ_asks_for_a_labels(String text) {
    assertRefused(
        () -> DomainName.parse(text),
        InvalidValueException.quote(text)
            + " is not an unambiguous domain name: expected its A-labels (xn--...), because IDNA"
            + " 2003 and IDNA 2008 read it differently (DOM-1)");
    assertThat(DomainName.tryParse(text)).isEmpty();
  }

  @Test
  void the_a_labels_of_such_a_name_are_taken_and_shown_as_given() {
    DomainName name = DomainName.parse("xn--fa-hia.example");

    assertThat(name.value()).isEqualTo("xn--fa-hia.example");
    assertThat(name).isNotEqualTo(DomainName.parse("fass.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m\u00fcn_chen.example",
        "m\u00fcn chen.example",
        "m\u00fcnchen..example",
        "\u3002m\u00fcnchen.example",
        "\u3002",
        "contoso\u2026com", // an ellipsis stands for three dots
        "\u2100.example", // account of: stands for a/c
        "contoso.\uff11\uff12", // full-width digits: a numeric last label
        "\u00ad.example", // nothing is left of a soft hyphen
        "\u05d0a.example", // right-to-left and left-to-right in one label
        "xn--\u00fc.example",
        "\ud800.example", // half a surrogate pair
      })
  void what_has_no_a_labels_is_refused_with_the_value(String text) {
    assertRefused(
        () -> DomainName.parse(text),
        InvalidValueException.quote(text)
            + " is not a domain name: expected labels of letters, digits and hyphens separated"
            + " by dots, such as contoso.com (DOM-1)");
  }

  @Test
  void the_length_of_a_label_counts_in_its_a_label() {
    // 61 characters, of which the A-label makes more than 63.
    String tooLong = "a".repeat(60) + "\u00fc.example";

    assertThat(DomainName.tryParse(tooLong)).isEmpty();
    assertThat(DomainName.parse("a".repeat(40) + "\u00fc.example").value()).startsWith("xn--");
  }

  @Property(tries = 500)
  void any_text_is_a_name_in_ascii_or_refused(@ForAll("texts") String text) {
    DomainName.tryParse(text)
        .ifPresent(
            name -> {
              assertThat(name.value()).matches("[a-z0-9-]+(\\.[a-z0-9-]+)*");
              assertThat(DomainName.parse(name.value())).isEqualTo(name);
            });
  }

  @Property(tries = 500)
  void what_people_read_leads_back_to_the_name(@ForAll("aLabels") DomainName name) {
    assertThat(DomainName.parse(name.toUnicode())).isEqualTo(name);
  }

  @Test
  void a_name_that_people_would_write_ambiguously_is_shown_in_a_labels() {
    DomainName name = DomainName.parse("xn--a-uum.example"); // a capital sharp s and a

    assertThat(name.toUnicode()).isEqualTo("xn--a-uum.example");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("ab.-\u00fc\u00df\u3002\u0301\u05d0\u200d\u00ad")
        .withCharRange('\u00a0', '\u04ff')
        .ofMaxLength(12);
  }

  /** Whatever follows {@code xn--}, meaningful or not. */
  @Provide
  Arbitrary<DomainName> aLabels() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('0', '9')
        .withChars('-')
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(tail -> !tail.endsWith("-"))
        .map(tail -> DomainName.parse("xn--" + tail + ".example"));
  }
}
