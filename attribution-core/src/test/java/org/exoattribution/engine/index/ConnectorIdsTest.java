package org.exoattribution.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ConnectorIdsTest {

  @Property(tries = 300)
  void ids_are_kept_in_the_order_of_adding(
      @ForAll @Size(max = 50) List<@IntRange(max = 20) Integer> added) {
    assertThat(list(of(added))).isEqualTo(added);
  }

  @Property(tries = 300)
  void sorting_leaves_each_id_once_in_ascending_order(
      @ForAll @Size(max = 50) List<@IntRange(max = 20) Integer> added) {
    ConnectorIds ids = of(added);
    ids.sortDistinct();

    assertThat(list(ids)).isEqualTo(added.stream().sorted().distinct().toList());
  }

  @Property(tries = 100)
  void ids_added_after_sorting_follow_those_that_are_left(
      @ForAll @Size(max = 20) List<@IntRange(max = 5) Integer> added,
      @ForAll @IntRange(max = 5) int further) {
    ConnectorIds ids = of(added);
    ids.sortDistinct();
    int left = ids.size();
    ids.add(further);

    assertThat(ids.size()).isEqualTo(left + 1);
    assertThat(ids.get(left)).isEqualTo(further);
  }

  private static ConnectorIds of(List<Integer> added) {
    ConnectorIds ids = new ConnectorIds();
    added.forEach(ids::add);
    return ids;
  }

  private static List<Integer> list(ConnectorIds ids) {
    return IntStream.range(0, ids.size()).map(ids::get).boxed().toList();
  }
}
