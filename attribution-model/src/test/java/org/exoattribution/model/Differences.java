package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What a test says about values that differ in one thing each. */
final class Differences {
  private Differences() {}

  /**
   * No two of them are equal. AssertJ's {@code doesNotHaveDuplicates} overlooks equal values if
   * others share their hash code, as connectors of one name do.
   */
  static void assertAllDifferent(List<?> values) {
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < values.size(); j++) {
        if (i != j) {
          assertThat(values.get(i))
              .as("value %s beside value %s", i, j)
              .isNotEqualTo(values.get(j));
        }
      }
    }
  }
}
