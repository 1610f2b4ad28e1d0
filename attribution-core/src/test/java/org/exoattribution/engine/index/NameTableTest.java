package org.exoattribution.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  void the_value_of_a_name_less_its_first_labels_finds_every_suffix(
      @ForAll("domainLists") List<DomainName> added,
      @ForAll("domains") DomainName asked,
      @ForAll boolean crowded) {
    NameTable table = crowded ? crowdedTable() : new NameTable(1, SEED);
    added.forEach(table::add);

    assertThat(suffixIds(table, asked))
        .containsExactlyElementsOf(suffixes(asked).stream().map(table::find).toList());
  }

  /** Whose key has changed. */
  private static NameTable crowdedTable() {
    NameTable table = new NameTable(1, SEED);
    collidingLabels(4).forEach(label -> table.add(DomainName.parse(label + ".example")));
    assertThat(table.value("contoso.com")).isNotEqualTo("contoso.com".hashCode());
    return table;
  }

  /** 2^n labels of one {@code String.hashCode}. */
  private static List<String> collidingLabels(int n) {
    List<String> labels = List.of("");
    for (int i = 0; i < n; i++) {
      labels = labels.stream().flatMap(l -> Stream.of(l + "an", l + "c0")).toList();
    }
    return labels;
  }

  /** The name and its parents, longest first, by {@link DomainName} alone. */
  private static List<DomainName> suffixes(DomainName name) {
    List<DomainName> suffixes = new ArrayList<>(List.of(name));
    for (Optional<DomainName> next = name.parent(); next.isPresent(); next = next.get().parent()) {
      suffixes.add(next.get());
    }
    return suffixes;
  }

  /** The same, in one pass over the characters, as the index does it. */
  private static List<Integer> suffixIds(NameTable table, DomainName name) {
    String value = name.value();
    List<Integer> ids = new ArrayList<>();
    long hash = table.value(value);
    int start = 0;
    do {
      ids.add(table.find(value, start, hash));
      int parent = value.indexOf('.', start) + 1;
      hash = table.without(hash, value, start, parent);
      start = parent;
    } while (start > 0);
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
      DomainName other = byHash.putIfAbsent(table.hash(table.value(name.value())), name);
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

  @Test
  @Tag("hostile")
  void names_of_one_hash_without_a_key_stand_near_their_slots() {
    NameTable table = new NameTable(1, SEED);
    collidingLabels(15).forEach(label -> table.add(DomainName.parse(label + ".example")));

    assertThat(table.farthest()).isLessThan(200);
  }

  @Test
  @Tag("hostile")
  void few_names_of_one_hash_are_enough_to_take_a_key() {
    NameTable table = new NameTable(1, SEED);
    List<String> labels = collidingLabels(4);

    labels.subList(0, 8).forEach(label -> table.add(DomainName.parse(label + ".example")));
    assertThat(table.value("contoso.com")).isEqualTo("contoso.com".hashCode());
    table.add(DomainName.parse(labels.get(8) + ".example"));

    assertThat(table.value("contoso.com")).isNotEqualTo("contoso.com".hashCode());
    assertThat(labels.subList(0, 9))
        .allMatch(label -> table.find(DomainName.parse(label + ".example")) != NameTable.NONE);
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

    NameTable table = crowdedTable();
    assertThat(table.hash(table.value(dotted))).isNotEqualTo(table.hash(table.value(otherDotted)));
  }

  private static int slot(DomainName name) {
    NameTable table = new NameTable(1, SEED);
    return table.slot(table.hash(table.value(name.value())));
  }

  @Test
  @Tag("hostile")
  void who_knows_the_key_only_makes_the_table_take_another() {
    NameTable table = new NameTable(1, SEED);
    List<DomainName> crowded =
        IntStream.range(0, 200_000)
            .mapToObj(i -> DomainName.parse("c" + i + ".example"))
            .filter(name -> slot(name) == 0)
            .limit(1_400)
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
