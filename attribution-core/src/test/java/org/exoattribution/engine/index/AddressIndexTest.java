package org.exoattribution.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SenderIpRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AddressIndexTest {
  private static final long SEED = 2026;

  @Property(tries = 500)
  void an_address_is_in_exactly_the_ranges_that_contain_it(
      @ForAll("rangeLists") List<SenderIpRange> ranges, @ForAll("addresses") IpAddress address) {
    assertFoundAsByScan(ranges, address);
  }

  /** Anywhere between 0.0.0.0 and 255.255.255.255; the address is near one of the ranges. */
  @Property(tries = 500)
  void so_it_is_whatever_the_leading_bits(
      @ForAll("spreadRanges") List<SenderIpRange> ranges, @ForAll int offset) {
    int near = ranges.get(Math.floorMod(offset, ranges.size())).networkBits();

    assertFoundAsByScan(ranges, IpAddress.ofIpv4(near + offset % 300));
    assertFoundAsByScan(ranges, IpAddress.ofIpv4(offset));
  }

  private static void assertFoundAsByScan(List<SenderIpRange> ranges, IpAddress address) {
    AddressIndex.Builder builder = new AddressIndex.Builder();
    for (int i = 0; i < ranges.size(); i++) {
      builder.add(ranges.get(i), i);
    }

    assertThat(hits(builder.build(SEED), address))
        .containsExactlyInAnyOrder(
            IntStream.range(0, ranges.size())
                .filter(i -> ranges.get(i).contains(address))
                .boxed()
                .toArray(Integer[]::new));
  }

  @Test
  void one_range_may_belong_to_many_connectors() {
    AddressIndex.Builder builder = new AddressIndex.Builder();
    for (int connector = 0; connector < 100; connector++) {
      builder.add(SenderIpRange.parse("192.0.2.1"), connector);
    }
    AddressIndex index = builder.build(SEED);

    assertThat(hits(index, IpAddress.parse("192.0.2.1"))).hasSize(100).doesNotHaveDuplicates();
    assertThat(hits(index, IpAddress.parse("192.0.2.2"))).isEmpty();
  }

  @Test
  void an_ipv6_address_is_in_no_range_and_an_ipv4_mapped_one_is_ipv4() {
    AddressIndex.Builder builder = new AddressIndex.Builder();
    builder.add(SenderIpRange.parse("0.0.0.0/24"), 7);
    AddressIndex index = builder.build(SEED);

    assertThat(hits(index, IpAddress.parse("::1"))).isEmpty();
    assertThat(hits(index, IpAddress.parse("2001:db8::"))).isEmpty();
    assertThat(hits(index, IpAddress.parse("::ffff:0.0.0.1"))).containsExactly(7);
  }

  @Test
  void no_ranges_contain_no_address() {
    AddressIndex index = new AddressIndex.Builder().build(SEED);

    assertThat(hits(index, IpAddress.parse("192.0.2.1"))).isEmpty();
    assertThat(hits(index, IpAddress.parse("0.0.0.0"))).isEmpty();
  }

  /**
   * Blocks of which many have one slot where the hash is the same in every run of every program.
   */
  @Test
  @Tag("hostile")
  void blocks_that_collide_under_a_hash_without_a_key_stand_near_their_slots() {
    AddressIndex.Builder builder = new AddressIndex.Builder();
    int added = 0;
    for (int block = 0; block < 1 << 24; block++) {
      int product = block * 0x9E3779B9;
      if (((product ^ (product >>> 15)) & ((1 << 17) - 1)) < 512) {
        builder.add(SenderIpRange.parse(IpAddress.ofIpv4(block << 8) + "/24"), added++);
      }
    }
    assertThat(added).isGreaterThan(60_000);

    assertThat(builder.build(SEED).farthest()).isLessThan(200);
  }

  private static List<Integer> hits(AddressIndex index, IpAddress address) {
    return IntStream.iterate(index.first(address), i -> i >= 0, i -> index.next(i, address))
        .map(index::connector)
        .boxed()
        .toList();
  }

  @Provide
  Arbitrary<List<SenderIpRange>> rangeLists() {
    return Worlds.ranges().list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<IpAddress> addresses() {
    return Worlds.addresses();
  }

  @Provide
  Arbitrary<List<SenderIpRange>> spreadRanges() {
    return Combinators.combine(Arbitraries.integers(), Arbitraries.integers().between(24, 32))
        .as((bits, length) -> SenderIpRange.parse(IpAddress.ofIpv4(bits) + "/" + length))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }
}
