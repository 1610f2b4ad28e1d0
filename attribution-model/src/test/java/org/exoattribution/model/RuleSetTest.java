package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetTest {

  @ParameterizedTest
  @CsvSource({
    "1999-12-31, V2016",
    "2016-01-01, V2016",
    "2017-07-04, V2016",
    "2017-07-05, V2017",
    "2017-12-31, V2017",
    "2023-10-31, V2017",
    "2023-11-01, V2023",
    "2025-04-30, V2023",
    "2025-05-01, V2025",
    "9999-12-31, V2025",
  })
  void a_rule_set_is_in_force_from_its_first_day_until_the_next(String date, RuleSet rules) {
    assertThat(RuleSet.on(LocalDate.parse(date))).isEqualTo(rules);
    assertThat(RuleSet.parse(date)).isEqualTo(rules);
  }

  @ParameterizedTest
  @CsvSource({
    "2016,    V2016",
    "2017,    V2017",
    "2023,    V2023",
    "2025,    V2025",
    "current, V2025",
    "Current, V2025",
    "CURRENT, V2025",
  })
  void a_rule_set_has_the_name_of_its_first_year(String text, RuleSet rules) {
    assertThat(RuleSet.parse(text)).isEqualTo(rules);
  }

  @ParameterizedTest
  @EnumSource
  void the_key_and_the_first_instant_lead_back_to_the_rule_set(RuleSet rules) {
    assertThat(RuleSet.parse(rules.key())).isEqualTo(rules);
    assertThat(RuleSet.parse(rules.firstInstant().toString().substring(0, 10))).isEqualTo(rules);
  }

  @Test
  void rules_begin_at_midnight_utc() {
    assertThat(RuleSet.V2023.firstInstant()).isEqualTo(Instant.parse("2023-11-01T00:00:00Z"));
  }

  @Test
  void the_current_rules_are_the_newest() {
    assertThat(RuleSet.values())
        .allSatisfy(
            rules ->
                assertThat(rules.firstInstant()).isBeforeOrEqualTo(RuleSet.CURRENT.firstInstant()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2018",
        "V2017",
        "latest",
        " 2017",
        "2017-7-5",
        "2017-02-30",
        "05.07.2017",
        "2017-07-05T00:00:00Z",
      })
  void anything_else_is_refused_with_the_value(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> RuleSet.parse(text))
        .withMessage(
            "\""
                + text
                + "\" is not a rule set: expected 2016, 2017, 2023, 2025, current or an ISO date"
                + " such as 2017-12-07");
  }

  @ParameterizedTest
  @CsvSource({
    // a connector is enough, header-from counts, RejectDirectSend exists
    "V2016, true,  true,  false",
    "V2017, false, true,  false",
    "V2023, false, false, false",
    "V2025, false, false, true",
  })
  void the_rule_sets_differ_in_what_the_rules_say(
      RuleSet rules, boolean connectorIsEnough, boolean headerFrom, boolean rejectDirectSend) {
    assertThat(rules.connectorIsEnough()).isEqualTo(connectorIsEnough);
    assertThat(rules.headerFromCounts()).isEqualTo(headerFrom);
    assertThat(rules.rejectDirectSendExists()).isEqualTo(rejectDirectSend);
  }
}
