package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.junit.jupiter.api.Test;

/** Refusals of rule sets and readings are one line, whatever was given. */
class RefusedChoicesTest {

  @Test
  void the_refusal_of_a_rule_set_is_one_line() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> RuleSet.parse("2017\n5.7.64"))
        .withMessageContaining("\"2017\\u000a5.7.64\"");
  }

  @Test
  void the_refusal_of_a_reading_is_one_line() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Readings.defaults().with("wild\ncard", "ANY"))
        .withMessageContaining("\"wild\\u000acard\"");
  }

  @Test
  void the_refusal_of_a_value_is_one_line() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Readings.defaults().with("wildcardDepth", "SINGLE\nLABEL"))
        .withMessageContaining("\"SINGLE\\u000aLABEL\"");
  }

  @Test
  void a_value_of_another_reading_is_refused() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Readings.defaults().with("keyUsage", "SINGLE_LABEL"))
        .withMessageContaining("\"SINGLE_LABEL\" is not a value of reading keyUsage");
  }
}
