package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.model.Refusals.assertRefused;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DOM-1, for names in ASCII. */
class DomainNameTest {
  private static final String LABEL_63 = "a".repeat(63);
  private static final String NAME_253 =
      String.join(".", LABEL_63, LABEL_63, LABEL_63, "a".repeat(61));

  private static String refusal(String quoted) {
    return quoted
        + " is not a domain name: expected labels of letters, digits and hyphens separated by"
        + " dots, such as contoso.com (DOM-1)";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"contoso.com", "CONTOSO.COM", "Contoso.Com", "contoso.com.", "CONTOSO.com."})
  void letter_case_and_a_trailing_dot_make_no_difference(String text) {
    DomainName name = DomainName.parse(text);

    assertThat(name).isEqualTo(DomainName.parse("contoso.com"));
    assertThat(name).hasSameHashCodeAs(DomainName.parse("contoso.com"));
    assertThat(name.value()).isEqualTo("contoso.com");
    assertThat(name).hasToString("contoso.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com",
        "a.b",
        "365.contoso.com",
        "1-2.contoso.com",
        "contoso.c0m",
        "contoso.1st",
        "a--b.contoso.com",
        "contoso.onmicrosoft.com",
        "contoso.mail.onmicrosoft.com",
        "xn--mnchen-3ya.xn--p1ai",
      })
  void letters_digits_and_inner_hyphens_make_a_domain_name(String text) {
    assertThat(DomainName.parse(text).value()).isEqualTo(text);
    assertThat(DomainName.tryParse(text)).contains(DomainName.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        ".contoso.com",
        "contoso..com",
        "contoso.com..",
        "-contoso.com",
        "contoso-.com",
        "contoso.com-",
        "-",
        "con_toso.com",
        "_dmarc.contoso.com",
        "con toso.com",
        " contoso.com",
        "contoso.com ",
        "*",
        "*.contoso.com",
        "mail.*.com",
        "contoso.com:25",
        "someone@contoso.com",
        "<contoso.com>",
        "[192.0.2.1]",
        "2001:db8::1",
        "contoso/com",
        "contoso,com",
      })
  void what_is_not_such_labels_is_refused_with_the_value(String text) {
    assertRefused(() -> DomainName.parse(text), refusal("\"" + text + "\""));
    assertThat(DomainName.tryParse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"192.0.2.1", "192.0.2", "1", "contoso.123", "contoso.com.0", "contoso.1."})
  void a_numeric_last_label_is_refused(String text) {
    assertRefused(() -> DomainName.parse(text), refusal("\"" + text + "\""));
  }

  @Test
  void a_label_has_at_most_63_characters() {
    assertThat(DomainName.parse(LABEL_63 + ".example").value()).hasSize(63 + ".example".length());
    assertRefused(
        () -> DomainName.parse(LABEL_63 + "a.example"), refusal("\"" + LABEL_63 + "a.example\""));
  }

  @Test
  void a_name_has_at_most_253_characters_besides_a_trailing_dot() {
    assertThat(DomainName.parse(NAME_253).value()).hasSize(253);
    assertThat(DomainName.parse(NAME_253 + ".")).isEqualTo(DomainName.parse(NAME_253));
    assertRefused(
        () -> DomainName.parse(NAME_253 + "a"),
        refusal("\"" + NAME_253.substring(0, 200) + "...\""));
  }

  @Test
  void a_name_of_several_labels_has_parents_up_to_its_last_label() {
    DomainName name = DomainName.parse("mail.contoso.com");

    assertThat(name.labelCount()).isEqualTo(3);
    assertThat(name.parent()).contains(DomainName.parse("contoso.com"));
    assertThat(name.parent().flatMap(DomainName::parent)).contains(DomainName.parse("com"));
    assertThat(DomainName.parse("com").labelCount()).isEqualTo(1);
    assertThat(DomainName.parse("com").parent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "a_b", "*"})
  void a_child_needs_a_valid_label(String label) {
    assertRefused(
        () -> DomainName.parse("contoso.com").child(label),
        refusal("\"" + label + ".contoso.com\""));
  }

  @Test
  void below_means_a_subdomain_and_not_the_end_of_a_longer_label() {
    DomainName contoso = DomainName.parse("contoso.com");

    assertThat(DomainName.parse("mail.contoso.com").isBelow(contoso)).isTrue();
    assertThat(DomainName.parse("a.b.contoso.com").isBelow(contoso)).isTrue();
    assertThat(contoso.isBelow(contoso)).isFalse();
    assertThat(contoso.isBelow(DomainName.parse("mail.contoso.com"))).isFalse();
    assertThat(DomainName.parse("xcontoso.com").isBelow(contoso)).isFalse();
    assertThat(DomainName.parse("contoso.com.example").isBelow(contoso)).isFalse();
  }

  @Property(tries = 300)
  void the_value_of_a_name_reads_as_the_name_in_any_letter_case(@ForAll("names") DomainName name) {
    assertThat(DomainName.parse(name.value())).isEqualTo(name);
    assertThat(DomainName.parse(name.value().toUpperCase(Locale.ROOT) + ".")).isEqualTo(name);
  }

  @Property(tries = 300)
  void a_child_is_below_its_parent_by_one_label(
      @ForAll("names") DomainName name, @ForAll("labels") String label) {
    DomainName child = name.child(label);

    assertThat(child.parent()).contains(name);
    assertThat(child.labelCount()).isEqualTo(name.labelCount() + 1);
    assertThat(child.isBelow(name)).isTrue();
  }

  @Property(tries = 500)
  void a_name_is_below_exactly_its_parents(
      @ForAll("names") DomainName name, @ForAll("names") DomainName other) {
    Stream<DomainName> parents =
        Stream.iterate(name.parent(), Optional::isPresent, p -> p.flatMap(DomainName::parent))
            .flatMap(Optional::stream);

    assertThat(name.isBelow(other)).isEqualTo(parents.anyMatch(other::equals));
    assertThat(name.isChildOf(other)).isEqualTo(name.parent().equals(Optional.of(other)));
  }

  @Property(tries = 300)
  void the_order_agrees_with_equality(
      @ForAll("names") DomainName name, @ForAll("names") DomainName other) {
    assertThat(name.compareTo(other) == 0).isEqualTo(name.equals(other));
    assertThat(Integer.signum(name.compareTo(other)))
        .isEqualTo(-Integer.signum(other.compareTo(name)));
  }

  @Provide
  Arbitrary<DomainName> names() {
    return labels()
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(labels -> DomainName.parse(String.join(".", labels)));
  }

  /** Few and short, so that names are often related. */
  @Provide
  Arbitrary<String> labels() {
    return Arbitraries.of("a", "b", "aa", "a-b", "x1", "contoso");
  }
}
