package org.exoattribution.engine;

import java.util.Arrays;
import org.exoattribution.model.DomainName;

/**
 * A set of domain names, each with a dense id, in which every suffix of a name is found without
 * allocating: the hash of a suffix grows label by label from the right, so that one pass over a
 * name serves all its suffixes.
 *
 * <p>Invariant: {@code slots} holds id + 1 or 0; a name stands at the first free slot from its hash
 * on; at most half of the slots are taken.
 */
final class NameTable {
  /** The id of a name that is not in the table. */
  static final int NONE = -1;

  private static final int SMALLEST = 16;

  private int[] slots = new int[2 * SMALLEST];
  private String[] names = new String[SMALLEST];
  private int[] hashes = new int[SMALLEST];
  private int size;

  /** The id of the name, which is added if it is new. */
  int add(DomainName name) {
    String value = name.value();
    int hash = extend(0, value, 0, value.length());
    int id = find(value, 0, hash);
    if (id != NONE) {
      return id;
    }
    if (size == names.length) {
      grow();
    }
    names[size] = value;
    hashes[size] = hash;
    put(size, hash);
    return size++;
  }

  /** The id of the name, or {@link #NONE}. */
  int find(DomainName name) {
    String value = name.value();
    return find(value, 0, extend(0, value, 0, value.length()));
  }

  /** The id of the suffix that begins at the index and has the hash, or {@link #NONE}. */
  int find(String name, int start, int hash) {
    int length = name.length() - start;
    int mask = slots.length - 1;
    for (int slot = spread(hash) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int id = slots[slot] - 1;
      if (hashes[id] == hash
          && names[id].length() == length
          && name.regionMatches(start, names[id], 0, length)) {
        return id;
      }
    }
    return NONE;
  }

  /** The hash of a suffix, from that of a shorter one and the characters in front of it. */
  static int extend(int hash, String name, int start, int end) {
    int extended = hash;
    for (int i = end - 1; i >= start; i--) {
      extended = 31 * extended + name.charAt(i);
    }
    return extended;
  }

  /** Where the label begins that ends at the index; its suffix is the name from there on. */
  static int labelStart(String name, int end) {
    return name.lastIndexOf('.', end - 1) + 1;
  }

  /** How many names there are; ids are 0 to size - 1. */
  int size() {
    return size;
  }

  private void grow() {
    names = Arrays.copyOf(names, 2 * names.length);
    hashes = Arrays.copyOf(hashes, 2 * hashes.length);
    slots = new int[2 * slots.length];
    for (int id = 0; id < size; id++) {
      put(id, hashes[id]);
    }
  }

  private void put(int id, int hash) {
    int mask = slots.length - 1;
    int slot = spread(hash) & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = id + 1;
  }

  /** Names that differ in few characters must not stand side by side (Fibonacci hashing). */
  private static int spread(int hash) {
    int product = hash * 0x9E3779B9;
    return product ^ (product >>> 15);
  }
}
