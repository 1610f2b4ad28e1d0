package org.exoattribution.engine.index;

import java.util.Arrays;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SenderIpRange;

/**
 * Which connectors' SenderIPAddresses contain an address (IP-1). No prefix is shorter than /24
 * (CON-1), so every range lies in one block of 256 addresses: one probe finds the block, and a
 * slice of a sorted array, as a rule a short one, holds its ranges. Tenants choose their addresses,
 * so the hash of a block is keyed ({@link HashKeys}): the upper bits of its product with an odd
 * number (Dietzfelbinger and others, 1997).
 *
 * <p>Invariant: {@code ranges} is sorted: 24 bits of block, 4 of prefix length beyond /24, 8 of
 * network within the block and 28 of connector id. A slot of {@code blocks} holds a block in its
 * upper half and in its lower one 1 + the position of its first range, or 0; open addressing, at
 * most two thirds full.
 */
final class AddressIndex {
  private static final int NONE = -1;
  private static final int CONNECTOR_BITS = 28;
  private static final int NETWORK_BITS = 8;
  private static final int PREFIX_BITS = 4;
  private static final int BLOCK_SHIFT = CONNECTOR_BITS + NETWORK_BITS + PREFIX_BITS;

  /** Subtracted from a block, so that signed numbers have the order of addresses. */
  private static final int MIDDLE_BLOCK = 1 << 23;

  private final long[] ranges;
  private final long[] blocks;
  private final int shift;
  private long key;
  private int farthest;

  private AddressIndex(long[] sortedRanges, HashKeys keys) {
    ranges = sortedRanges;
    int distinct = 0;
    for (int i = 0; i < ranges.length; i++) {
      distinct += isFirstOfBlock(i) ? 1 : 0;
    }
    blocks = new long[Integer.highestOneBit(3 * distinct / 2 + 1) * 2];
    shift = Long.numberOfLeadingZeros(blocks.length - 1L);
    do {
      key = keys.next() | 1;
      arrange();
    } while (farthest > HashKeys.farthestAllowed(blocks.length));
  }

  private void arrange() {
    Arrays.fill(blocks, 0);
    farthest = 0;
    for (int i = 0; i < ranges.length; i++) {
      if (isFirstOfBlock(i)) {
        put(block(ranges[i]), i);
      }
    }
  }

  /** How many slots lie between a block and the first one of its hash, at most. */
  int farthest() {
    return farthest;
  }

  private boolean isFirstOfBlock(int position) {
    return position == 0 || block(ranges[position]) != block(ranges[position - 1]);
  }

  /** The position of the first range that contains the address, or {@link #NONE}. */
  int first(IpAddress address) {
    if (!address.isIpv4()) {
      return NONE; // IP-1: an IPv6 source has no candidates
    }
    int bits = address.ipv4Bits();
    int start = firstOfBlock(bits >>> NETWORK_BITS);
    return start == NONE ? NONE : from(start, bits);
  }

  /** The position of the next range that contains the address, or {@link #NONE}. */
  int next(int position, IpAddress address) {
    return from(position + 1, address.ipv4Bits());
  }

  /** The first position from the start on with a range that contains the address. */
  private int from(int start, int bits) {
    int i = start;
    while (i < ranges.length && block(ranges[i]) == bits >>> NETWORK_BITS) {
      int prefix = prefixBeyondBlock(ranges[i]);
      long wanted = range(bits, prefix, 0);
      if (ranges[i] >>> CONNECTOR_BITS == wanted >>> CONNECTOR_BITS) {
        return i;
      }
      boolean before = ranges[i] < wanted;
      i = firstNotBelow(before ? wanted : range(bits & -(1 << NETWORK_BITS), prefix + 1, 0), i);
    }
    return NONE;
  }

  /** The first position after the given one whose range is not below the bound. */
  private int firstNotBelow(long bound, int after) {
    int step = 1;
    while (after + step < ranges.length && ranges[after + step] < bound) {
      step *= 2;
    }
    int low = after + step / 2;
    int high = Math.min(after + step, ranges.length);
    while (high - low > 1) { // ranges[low] is below the bound, ranges[high] is not
      int middle = (low + high) >>> 1;
      if (ranges[middle] < bound) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The connector in a range. */
  static int connectorIn(long range) {
    return (int) range & ((1 << CONNECTOR_BITS) - 1);
  }

  /** The connector that has the range at the position. */
  int connector(int position) {
    return connectorIn(ranges[position]);
  }

  private static long range(int bits, int prefixBeyondBlock, int connector) {
    int host = NETWORK_BITS - prefixBeyondBlock;
    int network = bits & ((1 << NETWORK_BITS) - 1) & -(1 << Math.max(0, host));
    return ((long) ((bits >>> NETWORK_BITS) - MIDDLE_BLOCK) << BLOCK_SHIFT)
        | ((long) prefixBeyondBlock << (CONNECTOR_BITS + NETWORK_BITS))
        | ((long) network << CONNECTOR_BITS)
        | connector;
  }

  private static int block(long range) {
    return (int) (range >> BLOCK_SHIFT) + MIDDLE_BLOCK;
  }

  private static int prefixBeyondBlock(long range) {
    return (int) (range >>> (CONNECTOR_BITS + NETWORK_BITS)) & ((1 << PREFIX_BITS) - 1);
  }

  /** The first slot in which the block of an address may be; 0 if it has none. */
  long entry(IpAddress address) {
    return address.isIpv4() ? blocks[slot(address.ipv4Bits() >>> NETWORK_BITS)] : 0;
  }

  /** The first range of the block in a slot; 0 if there is none. */
  long firstRange(long entry) {
    return entry == 0 ? 0 : ranges[(int) entry - 1];
  }

  private int firstOfBlock(int block) {
    int mask = blocks.length - 1;
    int slot = slot(block);
    for (long entry = blocks[slot]; entry != 0; entry = blocks[slot]) {
      if ((int) (entry >>> 32) == block) {
        return (int) entry - 1;
      }
      slot = (slot + 1) & mask;
    }
    return NONE;
  }

  private void put(int block, int position) {
    int mask = blocks.length - 1;
    int slot = slot(block);
    int passed = 0;
    while (blocks[slot] != 0) {
      slot = (slot + 1) & mask;
      passed++;
    }
    blocks[slot] = ((long) block << 32) | (position + 1);
    farthest = Math.max(farthest, passed);
  }

  private int slot(int block) {
    return (int) ((block * key) >>> shift);
  }

  /** Collects the ranges of all connectors. */
  static final class Builder {
    private long[] ranges = new long[16];
    private int size;

    void add(SenderIpRange range, int connector) {
      if (size == ranges.length) {
        ranges = Arrays.copyOf(ranges, 2 * size);
      }
      int beyondBlock = range.prefixLength() - SenderIpRange.SHORTEST_PREFIX;
      ranges[size++] = AddressIndex.range(range.networkBits(), beyondBlock, connector);
    }

    /** The index; the seed decides the keys of its hash. */
    AddressIndex build(long hashSeed) {
      long[] sorted = Arrays.copyOf(ranges, size);
      Arrays.parallelSort(sorted);
      return new AddressIndex(sorted, new HashKeys(hashSeed));
    }
  }
}
