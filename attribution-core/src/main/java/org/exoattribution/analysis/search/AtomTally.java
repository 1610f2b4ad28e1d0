package org.exoattribution.analysis.search;

import java.util.Arrays;

/** Sums up by key and remembers where each came first; open addressing, for the inner loop. */
final class AtomTally {
  private long[] slots = new long[64];
  private int[] entries = new int[64];
  private long[] keys = new long[32];
  private int[] counts = new int[32];
  private int[] firsts = new int[32];
  private int size;

  void clear() {
    size = 0;
    Arrays.fill(entries, 0);
  }

  void add(long key, int index, int count) {
    if (size > 0 && keys[size - 1] == key) { // runs are common
      counts[size - 1] += count;
      return;
    }
    int mask = slots.length - 1;
    long hash = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 40) & mask;
    while (entries[slot] != 0) {
      if (slots[slot] == key) {
        counts[entries[slot] - 1] += count;
        return;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = key;
    append(key, index, count);
    entries[slot] = size;
    if (2 * size > slots.length) {
      rehash();
    }
  }

  private void append(long key, int index, int count) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
      firsts = Arrays.copyOf(firsts, 2 * size);
    }
    keys[size] = key;
    counts[size] = count;
    firsts[size] = index;
    size++;
  }

  private void rehash() {
    slots = new long[2 * slots.length];
    entries = new int[slots.length];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = (int) ((keys[i] * 0x9E3779B97F4A7C15L) >>> 40) & mask;
      while (entries[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = keys[i];
      entries[slot] = i + 1;
    }
  }

  int size() {
    return size;
  }

  long key(int i) {
    return keys[i];
  }

  int count(int i) {
    return counts[i];
  }

  /** The index at which the key was added first. */
  int first(int i) {
    return firsts[i];
  }
}
