package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The map beside a copy of everything at every change. */
class SharingMapTest {

  /** Many changes of few keys, so that keys come back and the small map is merged at times. */
  @Property(tries = 300)
  void it_answers_as_a_copied_map_would_and_the_one_it_came_from_stays(
      @ForAll @IntRange(max = 60) int size,
      @ForAll @Size(max = 120) List<@IntRange(min = -80, max = 80) Integer> changes) {
    Map<Integer, String> plain = new LinkedHashMap<>();
    for (int i = 1; i <= size; i++) {
      plain.put(i, "at first");
    }
    SharingMap<Integer, String> map = SharingMap.of(new LinkedHashMap<>(plain));
    List<SharingMap<Integer, String>> maps = new ArrayList<>(List.of(map));
    List<Map<Integer, String>> plains = new ArrayList<>(List.of(Map.copyOf(plain)));
    for (int change : changes) { // a negative number takes the key away
      int key = Math.abs(change);
      Optional<String> value = change < 0 ? Optional.empty() : Optional.of("change " + maps.size());
      value.ifPresentOrElse(v -> plain.put(key, v), () -> plain.remove(key));
      map = map.with(Map.of(key, value));
      maps.add(map);
      plains.add(Map.copyOf(plain));
    }

    for (int i = 0; i < maps.size(); i++) {
      assertThat(maps.get(i)).isEqualTo(plains.get(i)).hasSameSizeAs(plains.get(i));
      assertThat(maps.get(i).entrySet()).hasSameSizeAs(plains.get(i).entrySet());
      for (int key = 0; key <= 81; key++) {
        assertThat(maps.get(i).get(key)).isEqualTo(plains.get(i).get(key));
        assertThat(maps.get(i).containsKey(key)).isEqualTo(plains.get(i).containsKey(key));
      }
    }
  }

  @Test
  void a_changed_key_keeps_its_place_and_a_new_one_comes_last() {
    Map<String, Integer> base = new LinkedHashMap<>();
    base.put("b", 1);
    base.put("a", 2);
    SharingMap<String, Integer> changed =
        SharingMap.of(base).with(Map.of("b", Optional.of(3))).with(Map.of("0", Optional.of(4)));

    assertThat(changed.keySet()).containsExactly("b", "a", "0");
    assertThat(changed.values()).containsExactly(3, 2, 4);
  }

  @Test
  void it_cannot_be_changed_from_outside() {
    SharingMap<String, Integer> map = SharingMap.of(new LinkedHashMap<>(Map.of("a", 1)));
    SharingMap<String, Integer> changed = map.with(Map.of("b", Optional.of(2)));

    for (SharingMap<String, Integer> each : List.of(map, changed)) {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> each.put("c", 3));
      assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(each::clear);
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> each.entrySet().iterator().next().setValue(5));
    }
  }
}
