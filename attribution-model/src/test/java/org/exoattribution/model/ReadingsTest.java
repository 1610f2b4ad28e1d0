package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsTest {
  private static final Readings DEFAULTS = Readings.defaults();

  @ParameterizedTest
  @CsvSource({
    "wildcardDepth,        'ALL_SUBDOMAINS, SINGLE_LABEL'",
    "wildcardCertificate,  'COVERS_HOST, LITERAL'",
    "badCertificate,       'IGNORE, REFUSE'",
    "revocation,           'REQUIRE_STATUS, REJECT_REVOKED, NOT_CHECKED'",
    "certificateTrust,     'CA_SIGNED, ANY'",
    "keyUsage,             'TLS, SERVER_AUTH, ANY'",
    "recipientOnlyIpMatch, 'ORIGINATING, INCOMING'",
    "associatedDomains,    'SENDER, RECIPIENT, EITHER'",
    "partnerAddresses,     'RESTRICTED_ONLY, ALWAYS'",
    "partnerBoth,          'AND, OR'",
    "relayRefusal,         'DATA, RCPT'",
  })
  void every_reading_has_the_values_of_the_rules_its_default_first(String key, String values) {
    Reading reading = reading(key);

    assertThat(String.join(", ", Readings.valuesOf(reading))).isEqualTo(values);
    assertThat(DEFAULTS.get(reading).name()).isEqualTo(Readings.valuesOf(reading).get(0));
  }

  @ParameterizedTest
  @EnumSource
  void a_value_sets_the_reading_of_its_type_alone(Reading reading) {
    for (Readings other : DEFAULTS.alternatives(reading)) {
      Readings.Value value = other.get(reading);

      assertThat(value.reading()).isEqualTo(reading);
      assertThat(other.differingFrom(DEFAULTS)).containsExactly(reading);
      assertThat(DEFAULTS.with(value)).isEqualTo(other);
    }
  }

  @Test
  void a_builder_begins_with_the_defaults_or_with_readings_and_sets_what_differs() {
    Readings built =
        Readings.builder()
            .set(Readings.Revocation.NOT_CHECKED)
            .set(Readings.KeyUsage.ANY)
            .set(Readings.Revocation.REJECT_REVOKED)
            .build();

    assertThat(Readings.builder().build()).isEqualTo(DEFAULTS);
    assertThat(built)
        .hasToString("{revocation=REJECT_REVOKED, keyUsage=ANY}")
        .isEqualTo(DEFAULTS.with("revocation", "REJECT_REVOKED").with("keyUsage", "ANY"));
    assertThat(built.toBuilder().set(Readings.KeyUsage.TLS).build())
        .isEqualTo(DEFAULTS.with(Readings.Revocation.REJECT_REVOKED));
  }

  private static Reading reading(String key) {
    return Stream.of(Reading.values()).filter(r -> r.key().equals(key)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void a_value_given_by_name_in_any_letter_case_changes_that_reading_alone(Reading reading) {
    for (String value : Readings.valuesOf(reading)) {
      Readings changed = DEFAULTS.with(reading.key(), value);

      assertThat(changed.get(reading).name()).isEqualTo(value);
      assertThat(Stream.of(Reading.values()).filter(r -> r != reading))
          .allSatisfy(other -> assertThat(changed.get(other)).isEqualTo(DEFAULTS.get(other)));
      assertThat(
              DEFAULTS.with(reading.key().toUpperCase(Locale.ROOT), value.toLowerCase(Locale.ROOT)))
          .isEqualTo(changed);
      assertThat(DEFAULTS.with(changed.get(reading))).isEqualTo(changed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_alternatives_are_every_other_value_of_the_reading(Reading reading) {
    for (String value : Readings.valuesOf(reading)) {
      List<String> others =
          DEFAULTS.with(reading.key(), value).alternatives(reading).stream()
              .map(readings -> readings.get(reading).name())
              .toList();

      assertThat(others)
          .containsExactlyInAnyOrderElementsOf(
              Readings.valuesOf(reading).stream().filter(v -> !v.equals(value)).toList());
    }
  }

  @Test
  void alternatives_keep_the_other_readings() {
    Readings literal = DEFAULTS.with("wildcardCertificate", "LITERAL");

    assertThat(literal.alternatives(Reading.WILDCARD_DEPTH))
        .containsExactly(literal.with("wildcardDepth", "SINGLE_LABEL"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wildcard", "WILDCARD_DEPTH", "wildcardDepth "})
  void an_unknown_reading_is_refused_with_all_that_there_are(String key) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> DEFAULTS.with(key, "SINGLE_LABEL"))
        .withMessage(
            "\""
                + key
                + "\" is not a reading: expected wildcardDepth, wildcardCertificate,"
                + " badCertificate, revocation, certificateTrust, keyUsage, recipientOnlyIpMatch,"
                + " associatedDomains, partnerAddresses, partnerBoth, relayRefusal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LITERAL", "single-label", "SINGLE_LABEL "})
  void an_unknown_value_is_refused_with_those_of_the_reading(String value) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> DEFAULTS.with("wildcardDepth", value))
        .withMessage(
            "\""
                + value
                + "\" is not a value of reading wildcardDepth: expected ALL_SUBDOMAINS,"
                + " SINGLE_LABEL");
  }
}
