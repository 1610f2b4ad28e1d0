package org.exoattribution.analysis.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SenderIpRange;

/**
 * The addresses of many tenants, sorted by network and prefix length. Two ranges overlap only if
 * one contains the other: those that a range contains stand right behind it, and those that contain
 * it begin at one of at most nine networks.
 */
final class AddressUses {
  private final NavigableSet<AddressUse> sorted =
      new TreeSet<>(
          Comparator.comparing(AddressUse::range)
              .thenComparing(AddressUse::tenant)
              .thenComparing(AddressUse::connector));

  /** An entry of SenderIPAddresses of an enabled connector. */
  record AddressUse(SenderIpRange range, String tenant, String connector) {
    @Override
    public String toString() {
      return tenant + "'s connector " + Findings.quoted(connector);
    }
  }

  void add(SenderIpRange range, String tenant, String connector) {
    sorted.add(new AddressUse(range, tenant, connector));
  }

  /**
   * Some uses by other tenants that overlap the range; at most one more than {@link
   * Findings#MOST_SHOWN}.
   */
  List<AddressUse> ofOthersOverlapping(SenderIpRange range, String tenant) {
    List<AddressUse> found = new ArrayList<>();
    for (int length = SenderIpRange.SHORTEST_PREFIX; length < range.prefixLength(); length++) {
      SenderIpRange wider = SenderScopes.range(range.networkBits(), length);
      collect(wider, wider, tenant, found);
    }
    int hostBits = 32 - range.prefixLength();
    int last = range.networkBits() | ~(-1 << hostBits);
    collect(range, SenderIpRange.of(IpAddress.ofIpv4(last)), tenant, found);
    return found;
  }

  private void collect(
      SenderIpRange first, SenderIpRange last, String tenant, List<AddressUse> found) {
    for (AddressUse use : sorted.tailSet(new AddressUse(first, "", ""))) {
      if (use.range().compareTo(last) > 0 || found.size() > Findings.MOST_SHOWN) {
        return;
      }
      if (!use.tenant().equals(tenant)) {
        found.add(use);
      }
    }
  }
}
