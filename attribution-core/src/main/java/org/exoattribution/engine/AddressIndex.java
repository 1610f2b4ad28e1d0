package org.exoattribution.engine;

import java.util.Arrays;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.SenderIpRange;

/**
 * Which connectors' SenderIPAddresses contain an address (IP-1). No prefix is shorter than /24
 * (CON-1), so every range lies in one block of 256 addresses: one probe finds the block, and a
 * short slice of a sorted array holds its ranges.
 *
 * <p>Invariant: {@code networks}, {@code prefixLengths} and {@code connectors} are parallel, sorted
 * by network; {@code blocks} holds index + 1 of the first range of each block, or 0, open
 * addressing, at most half full.
 */
final class AddressIndex {
  private static final int BLOCK_BITS = 8;

  private final int[] networks;
  private final byte[] prefixLengths;
  private final int[] connectors;
  private final int[] blocks;

  private AddressIndex(int[] networks, byte[] prefixLengths, int[] connectors) {
    this.networks = networks;
    this.prefixLengths = prefixLengths;
    this.connectors = connectors;
    this.blocks = new int[Math.max(2, Integer.highestOneBit(Math.max(1, networks.length)) * 4)];
    for (int i = 0; i < networks.length; i++) {
      if (i == 0 || block(networks[i]) != block(networks[i - 1])) {
        int slot = slotOf(block(networks[i]));
        blocks[slot] = i + 1;
      }
    }
  }

  /** Adds to the hits every connector with a range that contains the address. */
  void collect(IpAddress address, ConnectorIds hits) {
    if (!address.isIpv4()) {
      return; // IP-1: an IPv6 source has no candidates
    }
    int bits = address.ipv4Bits();
    int block = block(bits);
    int first = blocks[slotOf(block)] - 1;
    for (int i = first; i >= 0 && i < networks.length && block(networks[i]) == block; i++) {
      if ((bits ^ networks[i]) >>> (32 - prefixLengths[i]) == 0) {
        hits.add(connectors[i]);
      }
    }
  }

  private static int block(int network) {
    return network >>> BLOCK_BITS;
  }

  private int slotOf(int block) {
    int mask = blocks.length - 1;
    int product = block * 0x9E3779B9;
    int slot = (product ^ (product >>> 15)) & mask;
    while (blocks[slot] != 0 && block(networks[blocks[slot] - 1]) != block) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Collects the ranges of all connectors. */
  static final class Builder {
    private int[] networks = new int[16];
    private byte[] prefixLengths = new byte[16];
    private int[] connectors = new int[16];
    private int size;

    void add(SenderIpRange range, int connector) {
      if (size == networks.length) {
        networks = Arrays.copyOf(networks, 2 * size);
        prefixLengths = Arrays.copyOf(prefixLengths, 2 * size);
        connectors = Arrays.copyOf(connectors, 2 * size);
      }
      networks[size] = range.networkBits();
      prefixLengths[size] = (byte) range.prefixLength();
      connectors[size] = connector;
      size++;
    }

    AddressIndex build() {
      long[] order = new long[size]; // network in the upper half, position in the lower
      for (int i = 0; i < size; i++) {
        order[i] = ((long) networks[i] << 32) | i;
      }
      Arrays.parallelSort(order);
      int[] sortedNetworks = new int[size];
      byte[] sortedPrefixLengths = new byte[size];
      int[] sortedConnectors = new int[size];
      for (int i = 0; i < size; i++) {
        int position = (int) order[i];
        sortedNetworks[i] = networks[position];
        sortedPrefixLengths[i] = prefixLengths[position];
        sortedConnectors[i] = connectors[position];
      }
      return new AddressIndex(sortedNetworks, sortedPrefixLengths, sortedConnectors);
    }
  }
}
