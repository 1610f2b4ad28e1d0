package org.exoattribution.model;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * The source address of a connection: IPv4 or IPv6, read without any name look-up. An IPv4-mapped
 * IPv6 address ({@code ::ffff:192.0.2.1}) is the IPv4 address that a dual-stack socket saw.
 */
public final class IpAddress implements Comparable<IpAddress> {
  private static final String EXPECTED =
      "an IPv4 or IPv6 address, such as 192.0.2.1 or 2001:db8::1";
  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;
  private static final int IPV6_GROUPS = 8;

  /** The upper half of the lower 64 bits of an IPv4-mapped address. */
  private static final long MAPPED = 0xffff;

  /** The 128 bits; of an IPv4 address those of its IPv4-mapped form. */
  private final long high;

  private final long low;

  private IpAddress(long high, long low) {
    this.high = high;
    this.low = low;
  }

  /**
   * Reads an address in its text form (RFC 4291, section 2.2, for IPv6). Zone identifiers are
   * refused: they mean nothing to the receiving side.
   *
   * @throws InvalidValueException if the text is not an address
   */
  public static IpAddress parse(String text) {
    byte[] bytes = text.indexOf(':') < 0 ? parseIpv4(text) : parseIpv6(text);
    if (bytes.length == 0) {
      throw InvalidValueException.notA("an IP address", text, EXPECTED);
    }
    return of(bytes);
  }

  /** The address with these 32 bits, most significant first: {@code 0xC0000201} is 192.0.2.1. */
  public static IpAddress ofIpv4(int bits) {
    return new IpAddress(0, MAPPED << Integer.SIZE | Integer.toUnsignedLong(bits));
  }

  /** The same address as a socket holds it. */
  public static IpAddress of(InetAddress address) {
    return of(address.getAddress());
  }

  private static IpAddress of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return bytes.length == IPV4_BYTES
        ? ofIpv4(buffer.getInt())
        : new IpAddress(buffer.getLong(), buffer.getLong());
  }

  /** The four bytes, or none if the text is not dotted decimal without leading zeros. */
  private static byte[] parseIpv4(String text) {
    byte[] bytes = new byte[IPV4_BYTES];
    int start = 0;
    for (int i = 0; i < IPV4_BYTES; i++) {
      int end = i == IPV4_BYTES - 1 ? text.length() : text.indexOf('.', start);
      String part = end < 0 ? "" : text.substring(start, end);
      int octet = number(part, 10, 3);
      boolean leadingZero = part.length() > 1 && part.charAt(0) == '0';
      if (octet < 0 || octet > 255 || leadingZero) {
        return new byte[0];
      }
      bytes[i] = (byte) octet;
      start = end + 1;
    }
    return bytes;
  }

  /** The sixteen bytes, or none. A dotted-decimal tail stands for the last two groups. */
  private static byte[] parseIpv6(String text) {
    String groupsText = text;
    int lastColon = text.lastIndexOf(':');
    if (text.indexOf('.') > lastColon) {
      byte[] tail = parseIpv4(text.substring(lastColon + 1));
      if (tail.length == 0) {
        return new byte[0];
      }
      groupsText =
          text.substring(0, lastColon + 1)
              + Integer.toHexString(ByteBuffer.wrap(tail).getChar(0))
              + ":"
              + Integer.toHexString(ByteBuffer.wrap(tail).getChar(2));
    }
    int gap = groupsText.indexOf("::");
    if (gap < 0) {
      return groups(groupsText, "", false);
    }
    return groups(groupsText.substring(0, gap), groupsText.substring(gap + 2), true);
  }

  private static byte[] groups(String head, String tail, boolean gap) {
    String[] before = head.isEmpty() ? new String[0] : head.split(":", -1);
    String[] after = tail.isEmpty() ? new String[0] : tail.split(":", -1);
    int given = before.length + after.length;
    if (gap ? given >= IPV6_GROUPS : given != IPV6_GROUPS) {
      return new byte[0];
    }
    byte[] bytes = new byte[IPV6_BYTES];
    boolean valid =
        putGroups(before, bytes, 0) && putGroups(after, bytes, IPV6_GROUPS - after.length);
    return valid ? bytes : new byte[0];
  }

  private static boolean putGroups(String[] groups, byte[] bytes, int first) {
    for (int i = 0; i < groups.length; i++) {
      int group = number(groups[i], 16, 4);
      if (group < 0) {
        return false;
      }
      bytes[2 * (first + i)] = (byte) (group >>> 8);
      bytes[2 * (first + i) + 1] = (byte) group;
    }
    return true;
  }

  /** An unsigned number of at most the given digits, or -1. */
  static int number(String digits, int radix, int longest) {
    if (digits.isEmpty() || digits.length() > longest) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c > 0x7f ? -1 : Character.digit(c, radix);
      if (digit < 0) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }

  /** Whether it is an IPv4 address; only those can match SenderIPAddresses (CON-1, IP-1). */
  public boolean isIpv4() {
    return high == 0 && low >>> Integer.SIZE == MAPPED;
  }

  /**
   * The 32 bits of an IPv4 address, most significant first.
   *
   * @throws IllegalStateException if it is an IPv6 address
   */
  public int ipv4Bits() {
    if (!isIpv4()) {
      throw new IllegalStateException(this + " is an IPv6 address");
    }
    return (int) low;
  }

  /** IPv4 addresses come before IPv6 ones. */
  @Override
  public int compareTo(IpAddress other) {
    int byFamily = Boolean.compare(other.isIpv4(), isIpv4());
    int byHigh = byFamily != 0 ? byFamily : Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress address && high == address.high && low == address.low;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(31 * high + low);
  }

  /** The canonical text form; RFC 5952 for IPv6. */
  @Override
  public String toString() {
    return isIpv4() ? ipv4Text() : ipv6Text();
  }

  private String ipv4Text() {
    int bits = ipv4Bits();
    return (bits >>> 24)
        + "."
        + ((bits >>> 16) & 0xff)
        + "."
        + ((bits >>> 8) & 0xff)
        + "."
        + (bits & 0xff);
  }

  private String ipv6Text() {
    int gapStart = -1;
    int gapLength = 1; // RFC 5952, 4.2.2: a single zero group is not shortened
    for (int i = 0; i < IPV6_GROUPS; i++) {
      int zeros = 0;
      while (i + zeros < IPV6_GROUPS && group(i + zeros) == 0) {
        zeros++;
      }
      if (zeros > gapLength) {
        gapStart = i;
        gapLength = zeros;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < IPV6_GROUPS; i++) {
      if (i == gapStart) {
        text.append("::");
        i += gapLength - 1;
      } else {
        text.append(text.length() == 0 || text.charAt(text.length() - 1) == ':' ? "" : ":")
            .append(Integer.toHexString(group(i)));
      }
    }
    return text.toString();
  }

  private int group(int index) {
    long half = index < IPV6_GROUPS / 2 ? high : low;
    return (int) (half >>> (Short.SIZE * (3 - index % 4))) & 0xffff;
  }
}
