package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.exoattribution.model.Refusals.assertRefused;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "0.0.0.0", "255.255.255.255", "198.51.100.0"})
  void an_ipv4_address_is_dotted_decimal(String text) {
    IpAddress address = IpAddress.parse(text);

    assertThat(address.isIpv4()).isTrue();
    assertThat(address).hasToString(text);
  }

  @Test
  void the_bits_of_an_ipv4_address_begin_with_its_first_octet() {
    assertThat(IpAddress.parse("192.0.2.1").ipv4Bits()).isEqualTo(0xC0000201);
    assertThat(IpAddress.ofIpv4(0xC0000201)).isEqualTo(IpAddress.parse("192.0.2.1"));
  }

  @Test
  void an_ipv6_address_has_no_ipv4_bits() {
    IpAddress address = IpAddress.parse("2001:db8::1");

    assertThat(address.isIpv4()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(address::ipv4Bits)
        .withMessage("2001:db8::1 is an IPv6 address");
  }

  /** The rules of RFC 5952, section 4. */
  @ParameterizedTest
  @CsvSource({
    "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1", // no leading zeros (4.1)
    "2001:DB8::ABCD, 2001:db8::abcd", // lower case (4.3)
    "2001:db8:0:0:0:0:2:1, 2001:db8::2:1", // as short as possible (4.2.1)
    "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1", // not for a single group (4.2.2)
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1", // the longest run (4.2.3)
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1", // the first of equal runs (4.2.3)
    "0:0:0:0:0:0:0:0, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "1:0:0:0:0:0:0:0, 1::",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221", // a dotted-decimal tail
    "1:2:3:4:5:6:192.0.2.1, 1:2:3:4:5:6:c000:201",
  })
  void an_ipv6_address_is_shown_in_its_canonical_form(String text, String canonical) {
    assertThat(IpAddress.parse(text)).hasToString(canonical);
    assertThat(IpAddress.parse(text)).isEqualTo(IpAddress.parse(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::ffff:192.0.2.1",
        "::FFFF:c000:201",
        "0:0:0:0:0:ffff:192.0.2.1",
        "0000:0000:0000:0000:0000:ffff:c000:0201",
      })
  void an_ipv4_mapped_address_is_the_ipv4_address(String text) {
    assertThat(IpAddress.parse(text)).isEqualTo(IpAddress.parse("192.0.2.1"));
    assertThat(IpAddress.parse(text).isIpv4()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"::192.0.2.1", "::ffff:0:192.0.2.1", "::fffe:192.0.2.1", "1::ffff:192.0.2.1"})
  void other_embedded_ipv4_addresses_stay_ipv6(String text) {
    assertThat(IpAddress.parse(text).isIpv4()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "192.0.2",
        "192.0.2.1.1",
        "192.0.2.256",
        "192.0.2.-1",
        "192.0.2.01",
        "192.0.2.",
        "192.0..1",
        "192.0.2.1 ",
        " 192.0.2.1",
        "192.0.2.1/32",
        "192.0.2.1-192.0.2.9",
        "0xC0.0.2.1",
        "3221225985",
        "192.0.2.\u0661",
        "mail.contoso.com",
        ":",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "1::2::3",
        ":1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:8:",
        "2001:db8::12345",
        "2001:db8::g",
        "2001:db8::+1",
        "[2001:db8::1]",
        "2001:db8::/64",
        "::192.0.2",
        "::192.0.2.256",
        "192.0.2.1::",
        "::192.0.2.1:5",
        "1:2:3:4:5:6:7:192.0.2.1",
      })
  void what_is_no_address_is_refused_with_the_value(String text) {
    assertRefused(
        () -> IpAddress.parse(text),
        "\""
            + text
            + "\" is not an IP address: expected an IPv4 or IPv6 address, such as 192.0.2.1 or"
            + " 2001:db8::1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fe80::1%eth0", "fe80::1%1", "fe80::1%", "192.0.2.1%1"})
  void a_zone_identifier_is_refused(String text) {
    assertRefused(
        () -> IpAddress.parse(text),
        "\""
            + text
            + "\" is not an IP address: expected an IPv4 or IPv6 address, such as 192.0.2.1 or"
            + " 2001:db8::1");
  }

  @Test
  void ipv4_addresses_come_first_each_family_in_the_order_of_its_bits() {
    assertThat(
            Stream.of("2001:db8::1", "203.0.113.1", "::", "127.0.0.1", "192.0.2.1", "fe80::")
                .map(IpAddress::parse)
                .sorted()
                .map(IpAddress::toString))
        .containsExactly("127.0.0.1", "192.0.2.1", "203.0.113.1", "::", "2001:db8::1", "fe80::");
  }

  @Test
  void the_address_of_a_socket_does_not_change_with_the_array_it_came_from()
      throws UnknownHostException {
    byte[] bytes = {(byte) 192, 0, 2, 1};
    IpAddress address = IpAddress.of(InetAddress.getByAddress(bytes));
    bytes[3] = 9;

    assertThat(address).isEqualTo(IpAddress.parse("192.0.2.1"));
  }
}
