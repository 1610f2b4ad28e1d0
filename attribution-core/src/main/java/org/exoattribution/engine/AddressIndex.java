package org.exoattribution.engine;

import java.util.Arrays;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SenderIpRange;

/**
 * Which connectors' SenderIPAddresses contain an address (IP-1). No prefix is shorter than /24
 * (CON-1), so every range lies in one block of 256 addresses: one probe finds the block, and a
 * short slice of a sorted array holds its ranges.
 *
 * <p>Invariant: {@code ranges} is sorted by network; a range is its network in the upper half, then
 * four bits of prefix length beyond /24 and 28 of connector id. A slot of {@code blocks} holds a
 * block in its upper half and in its lower one 1 + the position of its first range, or 0; open
 * addressing, at most two thirds full.
 */
final class AddressIndex {
  /** More connectors than this do not fit into the bits that a range leaves for the id. */
  static final int MOST_CONNECTORS = 1 << 28;

  private static final int NONE = -1;
  private static final int BLOCK_BITS = 8;

  private final long[] ranges;
  private final long[] blocks;

  private AddressIndex(long[] sortedRanges, int distinctBlocks) {
    ranges = sortedRanges;
    blocks = new long[Math.max(2, Integer.highestOneBit(3 * distinctBlocks / 2 + 1) * 2)];
    for (int i = 0; i < ranges.length; i++) {
      if (i == 0 || blockOf(ranges[i]) != blockOf(ranges[i - 1])) {
        put(blockOf(ranges[i]), i);
      }
    }
  }

  /** The position of the first range that contains the address, or {@link #NONE}. */
  int first(IpAddress address) {
    if (!address.isIpv4()) {
      return NONE; // IP-1: an IPv6 source has no candidates
    }
    int bits = address.ipv4Bits();
    int start = firstOfBlock(block(bits));
    return start == NONE ? NONE : from(start, bits);
  }

  /** The position of the next range that contains the address, or {@link #NONE}. */
  int next(int position, IpAddress address) {
    return from(position + 1, address.ipv4Bits());
  }

  private int from(int start, int bits) {
    int block = block(bits);
    for (int i = start; i < ranges.length && block(network(i)) == block; i++) {
      if ((bits ^ network(i)) >>> (BLOCK_BITS - prefixBeyondBlock(i)) == 0) {
        return i;
      }
    }
    return NONE;
  }

  /** The connector that has the range at the position. */
  int connector(int position) {
    return (int) ranges[position] & MOST_CONNECTORS - 1;
  }

  private static int blockOf(long range) {
    return block((int) (range >>> 32));
  }

  private int network(int position) {
    return (int) (ranges[position] >>> 32);
  }

  private int prefixBeyondBlock(int position) {
    return (int) ranges[position] >>> 28;
  }

  private static int block(int network) {
    return network >>> BLOCK_BITS;
  }

  private int firstOfBlock(int block) {
    int mask = blocks.length - 1;
    int slot = spread(block) & mask;
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
    int slot = spread(block) & mask;
    while (blocks[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    blocks[slot] = (long) block << 32 | (position + 1);
  }

  /** Neighbouring blocks must not stand side by side (Fibonacci hashing). */
  private static int spread(int block) {
    int product = block * 0x9E3779B9;
    return product ^ (product >>> 15);
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
      ranges[size++] = (long) range.networkBits() << 32 | (long) beyondBlock << 28 | connector;
    }

    AddressIndex build() {
      long[] sorted = Arrays.copyOf(ranges, size);
      Arrays.parallelSort(sorted); // a negative network goes first, which puts no block apart
      int distinctBlocks = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || blockOf(sorted[i]) != blockOf(sorted[i - 1])) {
          distinctBlocks++;
        }
      }
      return new AddressIndex(sorted, distinctBlocks);
    }
  }
}
