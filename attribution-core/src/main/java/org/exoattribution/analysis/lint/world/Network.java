package org.exoattribution.analysis.lint.world;

import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SenderIpRange;

/** An IPv4 network of any size up to /24, so that no entry of SenderIPAddresses holds it. */
record Network(int bits, int prefixLength) {

  /** Reads {@code 10.0.0.0/8}. */
  static Network parse(String text) {
    int slash = text.indexOf('/');
    return new Network(
        IpAddress.parse(text.substring(0, slash)).ipv4Bits(),
        Integer.parseInt(text.substring(slash + 1)));
  }

  boolean holds(SenderIpRange range) {
    return (range.networkBits() ^ bits) >>> (32 - prefixLength) == 0;
  }

  @Override
  public String toString() {
    return IpAddress.ofIpv4(bits) + "/" + prefixLength;
  }
}
