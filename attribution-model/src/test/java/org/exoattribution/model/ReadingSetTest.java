package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingSetTest {

  @Test
  void it_is_the_set_of_its_members_in_the_order_of_readings() {
    ReadingSet set = ReadingSet.of(List.of(Reading.KEY_USAGE, Reading.WILDCARD_DEPTH));

    assertThat(set)
        .containsExactly(Reading.WILDCARD_DEPTH, Reading.KEY_USAGE)
        .isEqualTo(Set.of(Reading.KEY_USAGE, Reading.WILDCARD_DEPTH));
    assertThat(set.contains(Reading.REVOCATION)).isFalse();
    assertThat(ReadingSet.NONE).isEmpty();
    assertThat(ReadingSet.of(List.of(Reading.values()))).containsExactly(Reading.values());
  }

  @Test
  void more_readings_make_another_set_and_known_ones_the_same() {
    ReadingSet one = ReadingSet.NONE.and(Reading.REVOCATION);

    assertThat(one.and(Reading.REVOCATION)).isSameAs(one);
    assertThat(one.and(Set.of(Reading.KEY_USAGE)))
        .isEqualTo(ReadingSet.of(List.of(Reading.REVOCATION, Reading.KEY_USAGE)));
    assertThat(one.and(ReadingSet.NONE)).isSameAs(one);
    assertThat(one).containsExactly(Reading.REVOCATION);
  }
}
