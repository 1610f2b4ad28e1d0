package org.exoattribution.benchmark;

import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Range;
import com.google.common.collect.RangeMap;
import com.google.common.collect.TreeRangeMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.exoattribution.model.SenderIpRange;

/**
 * Guava's range map, whose ranges are disjoint: a block that lies in another is cut out of it, and
 * holds the other's holders as well.
 */
final class RangeMapTable implements AddressTable {
  private final List<Block> blocks = new ArrayList<>();
  private RangeMap<Long, List<Holder>> ranges = ImmutableRangeMap.of();

  private record Block(SenderIpRange range, Holder holder) {}

  @Override
  public void add(SenderIpRange range, Holder holder) {
    blocks.add(new Block(range, holder));
  }

  @Override
  public void complete() {
    // The large before the small, so that what is there covers the whole of what comes.
    blocks.sort(Comparator.comparing(block -> block.range().prefixLength()));
    RangeMap<Long, List<Holder>> growing = TreeRangeMap.create();
    for (Block block : blocks) {
      long first = Integer.toUnsignedLong(block.range().networkBits());
      long size = 1L << (32 - block.range().prefixLength());
      List<Holder> around = growing.get(first);
      List<Holder> holders = new ArrayList<>(around == null ? List.of() : around);
      holders.add(block.holder());
      growing.put(Range.closedOpen(first, first + size), List.copyOf(holders));
    }
    ranges = ImmutableRangeMap.copyOf(growing);
    blocks.clear();
  }

  @Override
  public List<Holder> containing(int ipv4Bits) {
    List<Holder> holders = ranges.get(Integer.toUnsignedLong(ipv4Bits));
    return holders == null ? List.of() : holders;
  }
}
