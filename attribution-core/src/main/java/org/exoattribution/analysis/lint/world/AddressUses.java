package org.exoattribution.analysis.lint.world;

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
public final class AddressUses {
  private static final Comparator<AddressUse> ORDER =
      Comparator.comparing(AddressUse::range)
          .thenComparing(AddressUse::tenant)
          .thenComparing(AddressUse::connector);

  private final NavigableSet<AddressUse> sorted = new TreeSet<>(ORDER);

  public AddressUses(List<AddressUse> uses) {
    sorted.addAll(uses);
  }

  /**
   * Some uses by other tenants that overlap the range; at most one more than {@link
   * Phrases#MOST_SHOWN}.
   */
  public List<AddressUse> ofOthersOverlapping(SenderIpRange range, String tenant) {
    List<AddressUse> found = new ArrayList<>();
    for (int length = SenderIpRange.SHORTEST_PREFIX; length < range.prefixLength(); length++) {
      SenderIpRange wider = widened(range, length);
      collect(wider, wider, tenant, found);
    }
    SenderIpRange narrowest =
        SenderIpRange.of(IpAddress.ofIpv4(range.networkBits() | ~(-1 << hostBits(range))));
    collect(range, narrowest, tenant, found);
    return found;
  }

  private static int hostBits(SenderIpRange range) {
    return 32 - range.prefixLength();
  }

  private static SenderIpRange widened(SenderIpRange range, int prefixLength) {
    return SenderIpRange.parse(IpAddress.ofIpv4(range.networkBits()) + "/" + prefixLength);
  }

  private void collect(
      SenderIpRange first, SenderIpRange last, String tenant, List<AddressUse> found) {
    for (AddressUse use : sorted.tailSet(new AddressUse(first, "", ""))) {
      if (use.range().compareTo(last) > 0 || found.size() > Phrases.MOST_SHOWN) {
        return;
      }
      if (!use.tenant().equals(tenant)) {
        found.add(use);
      }
    }
  }
}
