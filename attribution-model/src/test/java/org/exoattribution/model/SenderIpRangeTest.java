package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.model.Differences.assertAllDifferent;
import static org.exoattribution.model.Refusals.assertRefused;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CON-1. */
class SenderIpRangeTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,       192.0.2.1,     32",
    "192.0.2.1/32,    192.0.2.1,     32",
    "192.0.2.0/24,    192.0.2.0/24,  24",
    "192.0.2.0/31,    192.0.2.0/31,  31",
    "0.0.0.0/24,      0.0.0.0/24,    24",
    "255.255.255.255, 255.255.255.255, 32",
  })
  void an_address_or_a_block_of_24_to_32_bits_is_taken(String text, String shown, int length) {
    SenderIpRange range = SenderIpRange.parse(text);

    assertThat(range).hasToString(shown);
    assertThat(range.prefixLength()).isEqualTo(length);
    assertThat(SenderIpRange.parse(shown)).isEqualTo(range);
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.0.1/25,   192.168.0.0/25",
    "192.168.0.129/25, 192.168.0.128/25",
    "192.0.2.255/24,   192.0.2.0/24",
    "192.0.2.7/30,     192.0.2.4/30",
  })
  void host_bits_may_be_set_and_play_no_part(String text, String network) {
    assertThat(SenderIpRange.parse(text)).isEqualTo(SenderIpRange.parse(network));
    assertThat(SenderIpRange.parse(text)).hasSameHashCodeAs(SenderIpRange.parse(network));
    assertThat(SenderIpRange.parse(text)).hasToString(network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/24",
        "192.0.2.0/23",
        "192.0.2.0/0",
        "0.0.0.0/0",
        "192.0.2.0/33",
        "192.0.2.0/",
        "192.0.2.0/024",
        "192.0.2.0/+24",
        "192.0.2.0/-24",
        "192.0.2.0/24/24",
        "192.0.2.0/24 ",
        "192.0.2.0 /24",
        "192.0.2.0/255.255.255.0",
        "192.0.2.1-192.0.2.9",
        "192.0.2.1-9",
        "192.0.2.*",
        "192.0.2",
        "192.0.2.256",
        "2001:db8::1",
        "2001:db8::/32",
        "::ffff:192.0.2.1",
        "::ffff:192.0.2.0/120",
        "mail.contoso.com",
      })
  void anything_else_is_refused_with_the_value(String text) {
    assertRefused(
        () -> SenderIpRange.parse(text),
        "\""
            + text
            + "\" is not a SenderIPAddresses entry: expected an IPv4 address or a CIDR block of"
            + " /24 to /32, such as 192.0.2.1 or 192.0.2.0/25 (CON-1)");
  }

  @Test
  void a_single_address_is_its_own_range_and_an_ipv6_address_has_none() {
    assertThat(SenderIpRange.of(IpAddress.parse("192.0.2.1")))
        .isEqualTo(SenderIpRange.parse("192.0.2.1/32"));
    assertRefused(
        () -> SenderIpRange.of(IpAddress.parse("2001:db8::1")),
        "\"2001:db8::1\" is not a SenderIPAddresses entry: expected an IPv4 address or a CIDR"
            + " block of /24 to /32, such as 192.0.2.1 or 192.0.2.0/25 (CON-1)");
  }

  @Test
  void an_ipv6_address_lies_in_no_range_and_an_ipv4_mapped_one_lies_in_that_of_the_ipv4_address() {
    SenderIpRange range = SenderIpRange.parse("192.0.2.0/24");

    assertThat(range.contains(IpAddress.parse("::c000:201"))).isFalse();
    assertThat(range.contains(IpAddress.parse("2001:db8::1"))).isFalse();
    assertThat(range.contains(IpAddress.parse("::ffff:192.0.2.1"))).isTrue();
  }

  @Property(tries = 200)
  void a_range_contains_the_addresses_that_share_its_leading_bits_and_no_other(
      @ForAll int address, @ForAll @IntRange(min = 24, max = 32) int length) {
    SenderIpRange range = SenderIpRange.parse(IpAddress.ofIpv4(address) + "/" + length);
    String leadingBits = bits(address).substring(0, length);

    // The block of the address and its neighbours on both sides.
    IntStream.range(-256, 512)
        .map(offset -> (address & ~0xff) + offset)
        .forEach(
            bits ->
                assertThat(range.contains(IpAddress.ofIpv4(bits)))
                    .as("%s in %s", IpAddress.ofIpv4(bits), range)
                    .isEqualTo(bits(bits).startsWith(leadingBits)));
  }

  @Property(tries = 300)
  void a_range_contains_an_address_far_away_only_by_its_leading_bits(
      @ForAll int address,
      @ForAll @IntRange(min = 24, max = 32) int length,
      @ForAll @IntRange(max = 31) int flipped) {
    SenderIpRange range = SenderIpRange.parse(IpAddress.ofIpv4(address) + "/" + length);

    assertThat(range.contains(IpAddress.ofIpv4(address))).isTrue();
    assertThat(range.contains(IpAddress.ofIpv4(address ^ (1 << (31 - flipped)))))
        .isEqualTo(flipped >= length);
  }

  @Property(tries = 300)
  void the_text_of_a_range_reads_as_the_range(
      @ForAll int address, @ForAll @IntRange(min = 24, max = 32) int length) {
    SenderIpRange range = SenderIpRange.parse(IpAddress.ofIpv4(address) + "/" + length);

    assertThat(SenderIpRange.parse(range.toString())).isEqualTo(range);
    assertThat(range.contains(IpAddress.ofIpv4(range.networkBits()))).isTrue();
  }

  @Test
  void ranges_of_another_network_or_length_are_not_equal() {
    assertAllDifferent(
        Stream.of("192.0.2.0", "192.0.2.1", "192.0.2.0/24", "192.0.2.0/25", "192.0.2.128/25")
            .map(SenderIpRange::parse)
            .toList());
  }

  @Test
  void ranges_are_in_the_order_of_their_first_addresses_then_of_their_prefixes() {
    assertThat(
            Stream.of("203.0.113.0/24", "192.0.2.0", "192.0.2.0/24", "127.0.0.1", "192.0.2.128/25")
                .map(SenderIpRange::parse)
                .sorted()
                .map(SenderIpRange::toString))
        .containsExactly(
            "127.0.0.1", "192.0.2.0/24", "192.0.2.0", "192.0.2.128/25", "203.0.113.0/24");
  }

  private static String bits(int address) {
    return String.format("%32s", Integer.toBinaryString(address)).replace(' ', '0');
  }
}
