package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts with characters that do not show, or that look like others. */
class HiddenCharactersTest {
  /** DIR-1: the message names both holders. */
  @Test
  void two_connectors_whose_names_differ_in_case_are_refused_with_both_names() {
    Tenant.Builder builder =
        Tenant.builder("contoso")
            .inboundConnector(PartnerConnector.builder("gateway").build())
            .inboundConnector(PartnerConnector.builder("GATEWAY").build());

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(builder::build)
        .withMessageContaining("\"gateway\"")
        .withMessageContaining("\"GATEWAY\"");
  }

  /** RFC 5321, 4.1.2: qtextSMTP is 32 to 126. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\nb\"@contoso.com",
        "\"a\\\nb\"@contoso.com",
        "\"\u0000\"@contoso.com",
        "a\u0085b@contoso.com",
        "a\u2028b@contoso.com",
      })
  void a_local_part_with_a_control_character_is_refused(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> ReversePath.parse(text));
  }

  /** "A text on one line": U+2028 and U+2029 break lines and are not ISO control characters. */
  @ParameterizedTest
  @ValueSource(strings = {"con\u2028toso", "con\u2029toso"})
  void a_name_with_a_line_separator_is_refused(String name) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Tenant.builder(name).build());
  }

  /** Else the reader sees "contoso.com" refused and not why. */
  @ParameterizedTest
  @ValueSource(strings = {"con\u200dtoso.com", "con\u200ctoso.com", "con\u202etoso_.com"})
  void a_quote_shows_invisible_characters(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> DomainName.parse(text))
        .satisfies(
            refusal ->
                assertThat(refusal.getMessage().chars())
                    .noneMatch(c -> Character.getType(c) == Character.FORMAT));
  }

  /** A quote cut in the middle of a surrogate pair is not text. */
  @Test
  void a_quote_is_cut_between_characters() {
    String quoted = InvalidValueException.quote("a".repeat(199) + "\ud83d\ude00 and more");

    assertThat(quoted.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  /** The name with one label in front. */
  @Test
  void a_child_is_one_label() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> DomainName.parse("contoso.com").child("a.b"));
  }

  /** RFC 3490, 3.1 names four dots; NFKC makes one of the one dot leader, too. */
  @Test
  void a_one_dot_leader_does_not_separate_labels() {
    assertThat(DomainName.tryParse("contoso\u2024com")).isEmpty();
  }
}
