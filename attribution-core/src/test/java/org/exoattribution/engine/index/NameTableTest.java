package org.exoattribution.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exoattribution.model.DomainName;
import org.junit.jupiter.api.Test;

class NameTableTest {

  @Property(tries = 300)
  void a_table_answers_as_a_map_would(
      @ForAll("domainLists") List<DomainName> added,
      @ForAll("domainLists") List<DomainName> asked) {
    NameTable table = new NameTable(2);
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
    NameTable table = new NameTable(1);
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
    int hash = 0;
    int hashed = value.length();
    int end = value.length();
    while (end >= 0) {
      int start = NameTable.labelStart(value, end);
      hash = NameTable.extend(hash, value, start, hashed);
      hashed = start;
      ids.add(table.find(value, start, hash));
      end = start - 1;
    }
    return ids;
  }

  @Test
  void names_with_equal_hashes_are_told_apart() {
    List<DomainName> colliding = collidingNames();
    assertThat(colliding).hasSize(256).doesNotHaveDuplicates();
    assertThat(colliding.stream().map(NameTableTest::hash).distinct()).hasSize(1);
    NameTable table = new NameTable(1);
    int half = colliding.size() / 2;
    List<Integer> places = colliding.subList(0, half).stream().map(table::add).toList();

    assertThat(places).doesNotHaveDuplicates();
    for (int i = 0; i < colliding.size(); i++) {
      assertThat(table.find(colliding.get(i))).isEqualTo(i < half ? places.get(i) : NameTable.NONE);
    }
  }

  /** "0c" and "na" have one hash, and so has every name put together from eight of them. */
  private static List<DomainName> collidingNames() {
    List<String> labels = List.of("");
    for (int i = 0; i < 8; i++) {
      labels = labels.stream().flatMap(l -> List.of(l + "0c", l + "na").stream()).toList();
    }
    return labels.stream().map(label -> DomainName.parse(label + ".example")).toList();
  }

  private static int hash(DomainName name) {
    return NameTable.extend(0, name.value(), 0, name.value().length());
  }

  @Test
  void many_names_keep_their_places_and_numbers_while_the_table_grows() {
    List<DomainName> names =
        IntStream.range(0, 20_000).mapToObj(i -> DomainName.parse("t" + i + ".example")).toList();
    NameTable table = new NameTable(1);
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
    NameTable table = new NameTable(1);
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
