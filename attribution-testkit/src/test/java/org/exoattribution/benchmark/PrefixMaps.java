package org.exoattribution.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exoattribution.model.SenderIpRange;

/** A hash map from networks to holders for each prefix length from /24 to /32. */
final class PrefixMaps implements AddressTable {
  private final List<Map<Integer, List<Holder>>> byLength = new ArrayList<>();

  PrefixMaps() {
    for (int length = SenderIpRange.SHORTEST_PREFIX; length <= 32; length++) {
      byLength.add(new HashMap<>());
    }
  }

  @Override
  public void add(SenderIpRange range, Holder holder) {
    byLength
        .get(range.prefixLength() - SenderIpRange.SHORTEST_PREFIX)
        .computeIfAbsent(range.networkBits(), network -> new ArrayList<>(1))
        .add(holder);
  }

  @Override
  public void complete() {}

  @Override
  public List<Holder> containing(int ipv4Bits) {
    List<Holder> found = List.of();
    for (int length = SenderIpRange.SHORTEST_PREFIX; length <= 32; length++) {
      int network = ipv4Bits & -1 << (32 - length);
      List<Holder> holders = byLength.get(length - SenderIpRange.SHORTEST_PREFIX).get(network);
      if (holders != null) {
        found = found.isEmpty() ? new ArrayList<>(2) : found;
        found.addAll(holders);
      }
    }
    return found;
  }
}
