package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The JDK's reading of address literals beside the model's. No text here can be a host name. */
class IpAddressTextProperties {

  @Property(tries = 300)
  void the_jdk_reads_the_text_of_an_ipv4_address_as_that_address(@ForAll int bits)
      throws UnknownHostException {
    IpAddress address = IpAddress.ofIpv4(bits);

    assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
    assertThat(IpAddress.of(literal(address.toString()))).isEqualTo(address);
  }

  @Property(tries = 500)
  void the_jdk_reads_the_text_of_an_ipv6_address_as_that_address(@ForAll("ipv6") byte[] bytes)
      throws UnknownHostException {
    InetAddress given = InetAddress.getByAddress(bytes);
    IpAddress address = IpAddress.of(given);

    assertThat(IpAddress.parse(given.getHostAddress())).isEqualTo(address);
    assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
    assertThat(IpAddress.parse(address.toString())).hasSameHashCodeAs(address);
    assertThat(literal(address.toString())).isEqualTo(given);
  }

  @Property(tries = 1000)
  void a_text_with_colons_is_an_address_for_both_or_for_neither(@ForAll("colonTexts") String text) {
    Optional<IpAddress> jdk;
    try {
      jdk = Optional.of(IpAddress.of(literal(text)));
    } catch (UnknownHostException e) {
      jdk = Optional.empty();
    }

    assertThat(tryParse(text)).isEqualTo(jdk);
  }

  private static Optional<IpAddress> tryParse(String text) {
    try {
      return Optional.of(IpAddress.parse(text));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  /** A text of digits and dots, or with a colon, is never looked up. */
  private static InetAddress literal(String text) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(text);
    assertThat(addresses).hasSize(1);
    return addresses[0];
  }

  /** Groups are often zero, so that there are runs of every length and place. */
  @Provide
  Arbitrary<byte[]> ipv6() {
    Arbitrary<Byte> zeroOften =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just((byte) 0)), Tuple.of(1, Arbitraries.bytes()));
    return zeroOften.array(byte[].class).ofSize(16);
  }

  /** Groups good and bad, with up to two gaps, and sometimes a dotted-decimal tail. */
  @Provide
  Arbitrary<String> colonTexts() {
    Arbitrary<String> group = Arbitraries.of("", "0", "1", "db8", "2001", "FFFF", "10000", "g");
    Arbitrary<String> tail = Arbitraries.of("", "", "", "192.0.2.1", "192.0.2", "192.0.2.256");
    return Combinators.combine(group.list().ofMinSize(2).ofMaxSize(10), tail)
        .as((groups, end) -> String.join(":", groups) + (end.isEmpty() ? "" : ":" + end));
  }
}
