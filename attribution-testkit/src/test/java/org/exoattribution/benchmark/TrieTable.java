package org.exoattribution.benchmark;

import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie.IPv4AssociativeTrieNode;
import java.util.ArrayList;
import java.util.List;
import org.exoattribution.model.SenderIpRange;

/** The trie of the IPAddress library: from the longest match up to the root. */
final class TrieTable implements AddressTable {
  private final IPv4AddressAssociativeTrie<List<Holder>> trie = new IPv4AddressAssociativeTrie<>();

  @Override
  public void add(SenderIpRange range, Holder holder) {
    IPv4Address block = new IPv4Address(range.networkBits(), range.prefixLength()).toPrefixBlock();
    List<Holder> holders = trie.get(block);
    if (holders == null) {
      holders = new ArrayList<>(1);
      trie.put(block, holders);
    }
    holders.add(holder);
  }

  @Override
  public void complete() {}

  @Override
  public List<Holder> containing(int ipv4Bits) {
    List<Holder> found = new ArrayList<>(1);
    IPv4AssociativeTrieNode<List<Holder>> node =
        trie.longestPrefixMatchNode(new IPv4Address(ipv4Bits));
    while (node != null) {
      if (node.isAdded()) {
        found.addAll(node.getValue());
      }
      node = node.getParent();
    }
    return found;
  }
}
