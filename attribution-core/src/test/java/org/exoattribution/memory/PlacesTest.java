package org.exoattribution.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlacesTest {
  /** As many as an evaluator of certificates remembers. */
  private static final int CERTIFICATES = 10_000;

  @Property(tries = 200)
  void the_value_put_last_is_there_whatever_its_hash(@ForAll List<Integer> hashes) {
    Places<Integer> places = new Places<>();
    for (int hash : hashes) {
      places.put(hash, hash);

      assertThat(places.get(hash)).isEqualTo(hash);
    }
  }

  @Test
  void as_many_values_as_certificates_are_remembered_find_room() {
    Places<Integer> places = new Places<>();
    for (int round = 0; round < 12; round++) { // each may begin a larger, empty memory
      IntStream.range(0, CERTIFICATES)
          .filter(i -> !Integer.valueOf(i).equals(places.get(i)))
          .forEach(i -> places.put(i, i));
    }

    assertThat(IntStream.range(0, CERTIFICATES))
        .allSatisfy(i -> assertThat(places.get(i)).isEqualTo(i));
  }

  @Test
  void more_values_than_places_are_forgotten_and_none_is_mistaken_for_another() {
    Places<Integer> places = new Places<>();
    int many = 100_000;
    IntStream.range(0, many).forEach(i -> places.put(i, i));

    long found =
        IntStream.range(0, many).filter(i -> Integer.valueOf(i).equals(places.get(i))).count();
    assertThat(found).isBetween((long) CERTIFICATES, 1L << 14);
  }
}
