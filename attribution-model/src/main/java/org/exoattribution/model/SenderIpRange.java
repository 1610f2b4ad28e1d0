package org.exoattribution.model;

import org.jspecify.annotations.Nullable;

/**
 * One entry of SenderIPAddresses: an IPv4 address or a CIDR block of /24 to /32. Host bits may be
 * set, as the service allows; they play no part in matching (CON-1).
 */
public final class SenderIpRange implements Comparable<SenderIpRange> {
  /** The shortest prefix that the service takes. */
  public static final int SHORTEST_PREFIX = 24;

  /** The prefix of a single address. */
  public static final int SINGLE_ADDRESS = 32;

  private static final String EXPECTED =
      "an IPv4 address or a CIDR block of /24 to /32, such as 192.0.2.1 or 192.0.2.0/25";

  private final int network;
  private final int prefixLength;

  private SenderIpRange(int address, int prefixLength) {
    this.network = address & mask(prefixLength);
    this.prefixLength = prefixLength;
  }

  /**
   * Reads the value from its text form.
   *
   * @throws InvalidValueException if the text is not such an entry: IPv6, a dash range, another
   *     prefix length (CON-1)
   */
  public static SenderIpRange parse(String text) {
    int slash = text.indexOf('/');
    String addressText = slash < 0 ? text : text.substring(0, slash);
    int prefixLength =
        slash < 0 ? SINGLE_ADDRESS : IpAddress.number(text.substring(slash + 1), 10, 2);
    IpAddress address = ipv4OrNull(addressText);
    if (address == null || prefixLength < SHORTEST_PREFIX || prefixLength > SINGLE_ADDRESS) {
      throw InvalidValueException.notA("a SenderIPAddresses entry", text, EXPECTED, RuleId.CON_1);
    }
    return new SenderIpRange(address.ipv4Bits(), prefixLength);
  }

  /** The single IPv4 address. */
  public static SenderIpRange of(IpAddress address) {
    return parse(address.toString());
  }

  private static @Nullable IpAddress ipv4OrNull(String text) {
    try {
      return text.indexOf(':') >= 0 ? null : IpAddress.parse(text);
    } catch (InvalidValueException e) {
      return null;
    }
  }

  private static int mask(int prefixLength) {
    return -1 << (32 - prefixLength);
  }

  /** Whether the address lies in the range; an IPv6 address never does (IP-1). */
  public boolean contains(IpAddress address) {
    return address.isIpv4() && (address.ipv4Bits() & mask(prefixLength)) == network;
  }

  /** The first address of the range, as 32 bits. */
  public int networkBits() {
    return network;
  }

  /** 24 to 32; longer is more specific (SEL-1). */
  public int prefixLength() {
    return prefixLength;
  }

  @Override
  public int compareTo(SenderIpRange other) {
    int byNetwork = Integer.compareUnsigned(network, other.network);
    return byNetwork != 0 ? byNetwork : Integer.compare(prefixLength, other.prefixLength);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SenderIpRange range
        && network == range.network
        && prefixLength == range.prefixLength;
  }

  @Override
  public int hashCode() {
    return 31 * network + prefixLength;
  }

  /** The network with its prefix length; a single address without one. */
  @Override
  public String toString() {
    String address = IpAddress.ofIpv4(network).toString();
    return prefixLength == SINGLE_ADDRESS ? address : address + "/" + prefixLength;
  }
}
