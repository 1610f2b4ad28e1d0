package org.exoattribution.analysis.lint;

import java.util.List;
import java.util.Optional;
import org.exoattribution.model.SenderIpRange;

/** Networks that no public address lies in (the IPv4 special-purpose registry of RFC 6890). */
record ReservedNetwork(KnownGateway.Network network, String what) {
  private static final List<ReservedNetwork> ALL =
      List.of(
          network("0.0.0.0/8", "this network"),
          network("10.0.0.0/8", "private, RFC 1918"),
          network("100.64.0.0/10", "carrier-grade translation, RFC 6598"),
          network("127.0.0.0/8", "loopback"),
          network("169.254.0.0/16", "link-local"),
          network("172.16.0.0/12", "private, RFC 1918"),
          network("192.0.0.0/24", "protocol assignments"),
          network("192.0.2.0/24", "documentation, RFC 5737"),
          network("192.168.0.0/16", "private, RFC 1918"),
          network("198.18.0.0/15", "benchmarks"),
          network("198.51.100.0/24", "documentation, RFC 5737"),
          network("203.0.113.0/24", "documentation, RFC 5737"),
          network("224.0.0.0/4", "multicast"),
          network("240.0.0.0/4", "reserved"));

  private static ReservedNetwork network(String network, String what) {
    return new ReservedNetwork(KnownGateway.Network.parse(network), what);
  }

  /** The network that holds the range. None is longer than /24, so none holds a part of it. */
  static Optional<ReservedNetwork> of(SenderIpRange range) {
    return ALL.stream().filter(each -> each.network.holds(range)).findFirst();
  }

  @Override
  public String toString() {
    return what;
  }
}
