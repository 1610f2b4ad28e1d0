package org.exoattribution.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exoattribution.model.DomainName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NameTableTest {
  private static final long SEED = 2026;

  @Property(tries = 300)
  void a_table_answers_as_a_map_would(
      @ForAll("domainLists") List<DomainName> added,
      @ForAll("domainLists") List<DomainName> asked) {
    NameTable table = new NameTable(2, SEED);
    Map<DomainName, Integer> map = new HashMap<>();
    for (DomainName name : added) {
      int place = table.add(name);
      assertThat(map.values().contains(place)).isEqualTo(map.containsKey(name));
      map.putIfAbsent(name, place);
      assertThat(place).isEqualTo(map.get(name));
      assertThat(table.length(place)).isEqualTo(name.value().length());
    }
    table.trim();

    for (DomainName name : added) {
      assertThat(table.find(name)).isEqualTo(map.get(name));
    }
    for (DomainName name : asked) {
      assertThat(table.find(name)).isEqualTo(map.getOrDefault(name, NameTable.NONE));
    }
  }

  @Property(tries = 300)
  void the_hash_that_grows_from_the_right_finds_every_suffix_of_a_name(
      @ForAll("domainLists") List<DomainName> added, @ForAll("domains") DomainName asked) {
    NameTable table = new NameTable(1, SEED);
    added.forEach(table::add);

    assertThat(suffixIds(table, asked))
        .containsExactlyElementsOf(suffixes(asked).stream().map(table::find).toList());
  }

  /** The name and its parents, shortest first, by {@link DomainName} alone. */
  private static List<DomainName> suffixes(DomainName name) {
    List<DomainName> suffixes = new ArrayList<>(List.of(name));
    while (suffixes.get(0).parent().isPresent()) {
      suffixes.add(0, suffixes.get(0).parent().get());
    }
    return suffixes;
  }

  /** The same, in one pass over the characters, as the index does it. */
  private static List<Integer> suffixIds(NameTable table, DomainName name) {
    String value = name.value();
    List<Integer> ids = new ArrayList<>();
    long hash = 0;
    int hashed = value.length();
    int end = value.length();
    while (end >= 0) {
      int start = NameTable.labelStart(value, end);
      hash = table.extend(hash, value, start, hashed);
      hashed = start;
      ids.add(table.find(value, start, hash));
      end = start - 1;
    }
    return ids;
  }

  @Test
  void names_with_equal_hashes_are_told_apart() {
    NameTable table = new NameTable(1, SEED);
    Map<Integer, DomainName> byHash = new HashMap<>();
    int pairs = 0;
    Random random = new Random(2026);
    for (int i = 0; i < 200_000; i++) {
      DomainName name = DomainName.parse(Long.toUnsignedString(random.nextLong(), 36) + ".example");
      DomainName other = byHash.putIfAbsent((int) (table.value(name.value()) >>> 32), name);
      if (other != null) {
        pairs++;
        int place = table.add(other);
        assertThat(table.find(name)).isEqualTo(NameTable.NONE);
        assertThat(table.add(name)).isNotEqualTo(place).isEqualTo(table.find(name));
        assertThat(table.find(other)).isEqualTo(place);
      }
    }
    assertThat(pairs).as("by chance about 200,000 squared / 2^32").isBetween(2, 30);
  }

  /** Under a hash with 31 in place of the key, all of these have one; so do 2^17 such names. */
  @Test
  @Tag("hostile")
  void names_that_collide_under_a_hash_without_a_key_stand_near_their_slots() {
    List<String> labels = List.of("");
    for (int i = 0; i < 15; i++) {
      labels = labels.stream().flatMap(l -> Stream.of(l + "0c", l + "na")).toList();
    }
    NameTable table = new NameTable(1, SEED);
    labels.forEach(label -> table.add(DomainName.parse(label + ".example")));

    assertThat(table.farthest()).isLessThan(200);
  }

  /**
   * Thue-Morse words collide under any odd multiplier if the arithmetic is modulo a power of two.
   */
  @Test
  void words_that_collide_under_every_multiplier_of_a_computer_word_do_not() {
    String word = "0";
    String other = "p";
    for (int i = 0; i < 7; i++) {
      String longer = word + other;
      other = other + word;
      word = longer;
    }
    String dotted = word.replaceAll(".{32}", "$0.") + "example";
    String otherDotted = other.replaceAll(".{32}", "$0.") + "example";

    NameTable table = new NameTable(1, SEED);
    assertThat(table.value(dotted) >>> 32).isNotEqualTo(table.value(otherDotted) >>> 32);
  }

  private static int slot(DomainName name) {
    return NameTable.slot((int) (new NameTable(1, SEED).value(name.value()) >>> 32), 4_095);
  }

  @Test
  @Tag("hostile")
  void who_knows_the_key_only_makes_the_table_take_another() {
    NameTable table = new NameTable(1, SEED);
    List<DomainName> crowded =
        IntStream.range(0, 200_000)
            .mapToObj(i -> DomainName.parse("c" + i + ".example"))
            .filter(name -> slot(name) < 32)
            .toList();
    assertThat(crowded).hasSizeGreaterThan(1_300);
    long value = table.value("contoso.com");

    Map<DomainName, Integer> places = new HashMap<>();
    crowded.forEach(name -> places.put(name, table.add(name)));

    assertThat(table.value("contoso.com")).as("the key is another").isNotEqualTo(value);
    assertThat(table.farthest()).isLessThanOrEqualTo(HashKeys.farthestAllowed(4_096));
    places.forEach((name, place) -> assertThat(table.find(name)).isEqualTo(place));
  }

  @Test
  void many_names_keep_their_places_and_numbers_while_the_table_grows() {
    List<DomainName> names =
        IntStream.range(0, 20_000).mapToObj(i -> DomainName.parse("t" + i + ".example")).toList();
    NameTable table = new NameTable(1, SEED);
    for (int i = 0; i < names.size(); i++) {
      int place = table.add(names.get(i));
      assertThat(table.get(place, 0)).isEqualTo(NameTable.NONE);
      table.set(place, 0, i);
    }

    for (int i = 0; i < names.size(); i++) {
      int place = table.find(names.get(i));
      assertThat(table.get(place, 0)).isEqualTo(i);
      assertThat(table.add(names.get(i))).isEqualTo(place);
    }
    assertThat(table.find(DomainName.parse("t20000.example"))).isEqualTo(NameTable.NONE);
  }

  @Test
  void a_suffix_in_the_middle_of_a_label_is_no_name_of_the_table() {
    NameTable table = new NameTable(1, SEED);
    table.add(DomainName.parse("contoso.com"));

    assertThat(table.find(DomainName.parse("xcontoso.com"))).isEqualTo(NameTable.NONE);
    assertThat(table.find(DomainName.parse("com"))).isEqualTo(NameTable.NONE);
    assertThat(table.find(DomainName.parse("mail.contoso.com"))).isEqualTo(NameTable.NONE);
  }

  @Provide
  Arbitrary<DomainName> domains() {
    return Worlds.domains();
  }

  @Provide
  Arbitrary<List<DomainName>> domainLists() {
    return Worlds.domains().list().ofMaxSize(100);
  }
}
