package org.exoattribution.analysis.lint;

import java.util.List;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SenderIpRange;

/** Which of two scopes holds the other. */
final class SenderScopes {
  private SenderScopes() {}

  /** Whether every sender that one connector's SenderDomains cover is covered by the other's. */
  static boolean coverAll(InboundConnector outer, InboundConnector inner) {
    return inner.senderDomains().stream()
        .allMatch(entry -> outer.senderDomains().stream().anyMatch(e -> e.coversAllOf(entry)));
  }

  /**
   * Whether one connector applies wherever the other does, by AssociatedAcceptedDomains (CON-9).
   */
  static boolean appliesWherever(InboundConnector one, InboundConnector other) {
    return one.associatedAcceptedDomains().isEmpty()
        || (!other.associatedAcceptedDomains().isEmpty()
            && one.associatedAcceptedDomains().containsAll(other.associatedAcceptedDomains()));
  }

  /** Whether the name makes one connector win over the other when nothing else does (SEL-1). */
  static boolean isFirstByName(InboundConnector one, InboundConnector other) {
    return InboundConnector.BY_NAME.compare(one, other) < 0;
  }

  /** Whether all addresses of the connector are in those of the others together. */
  static boolean containAll(List<? extends InboundConnector> outer, InboundConnector inner) {
    List<SenderIpRange> ranges =
        outer.stream().flatMap(each -> each.senderIpAddresses().stream()).toList();
    return inner.senderIpAddresses().stream().allMatch(range -> containAll(ranges, range));
  }

  /** Whether every address of the range is in one of the others, which may share it. */
  static boolean containAll(List<SenderIpRange> outer, SenderIpRange inner) {
    if (outer.stream().anyMatch(range -> contains(range, inner))) {
      return true;
    }
    int half = inner.prefixLength() + 1;
    return half <= SenderIpRange.SINGLE_ADDRESS
        && outer.stream().anyMatch(range -> contains(inner, range))
        && containAll(outer, range(inner.networkBits(), half))
        && containAll(outer, range(inner.networkBits() | (1 << (32 - half)), half));
  }

  static SenderIpRange range(int network, int prefixLength) {
    return SenderIpRange.parse(IpAddress.ofIpv4(network) + "/" + prefixLength);
  }

  private static boolean contains(SenderIpRange one, SenderIpRange other) {
    return one.prefixLength() <= other.prefixLength()
        && one.contains(IpAddress.ofIpv4(other.networkBits()));
  }
}
