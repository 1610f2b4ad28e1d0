package org.exoattribution.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.exoattribution.model.DomainName;

/**
 * A set of domain names, each with a dense id, in which every suffix of a name is found without
 * allocating: the hash of a suffix grows label by label from the right, so that one pass over a
 * name serves all its suffixes.
 *
 * <p>Invariant: a slot holds the hash of a name in its upper half and id + 1 in its lower one, or
 * 0; a name stands at the first free slot from its hash on; at most two thirds of the slots are
 * taken. The characters of name {@code id} are the bytes of {@code text} from {@code ends[id]} to
 * {@code ends[id + 1]}: domain names are ASCII (DOM-1).
 */
final class NameTable {
  /** The id of a name that is not in the table. */
  static final int NONE = -1;

  private static final int SMALLEST = 16;

  private long[] slots = new long[2 * SMALLEST];
  private byte[] text = new byte[SMALLEST * SMALLEST];
  private int[] ends = new int[SMALLEST];
  private int size;

  /** The id of the name, which is added if it is new. */
  int add(DomainName name) {
    String value = name.value();
    int hash = hash(value);
    int id = find(value, 0, hash);
    if (id != NONE) {
      return id;
    }
    if (3 * (size + 1) > 2 * slots.length) {
      spreadWider();
    }
    append(value);
    put(hash, size);
    return size++;
  }

  private void append(String value) {
    int start = ends[size];
    int end = start + value.length();
    if (end > text.length) {
      text = Arrays.copyOf(text, Math.max(end, larger(text.length)));
    }
    if (size + 1 == ends.length) {
      ends = Arrays.copyOf(ends, larger(ends.length));
    }
    System.arraycopy(value.getBytes(StandardCharsets.US_ASCII), 0, text, start, value.length());
    ends[size + 1] = end;
  }

  /** Half as much again: what is left over after the last growth stays small. */
  private static int larger(int length) {
    return length + length / 2;
  }

  /** The id of the name, or {@link #NONE}. */
  int find(DomainName name) {
    return find(name.value(), 0, hash(name.value()));
  }

  /** The id of the suffix that begins at the index and has the hash, or {@link #NONE}. */
  int find(String name, int start, int hash) {
    int mask = slots.length - 1;
    int slot = spread(hash) & mask;
    for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
      int id = (int) entry - 1;
      if ((int) (entry >>> 32) == hash && isSuffix(id, name, start)) {
        return id;
      }
      slot = (slot + 1) & mask;
    }
    return NONE;
  }

  private boolean isSuffix(int id, String name, int start) {
    int first = ends[id];
    int length = name.length() - start;
    if (ends[id + 1] - first != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text[first + i] != name.charAt(start + i)) {
        return false;
      }
    }
    return true;
  }

  /** The hash of a whole name. */
  static int hash(String name) {
    return extend(0, name, 0, name.length());
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

  /** How many characters the name has. */
  int length(int id) {
    return ends[id + 1] - ends[id];
  }

  private void spreadWider() {
    long[] narrower = slots;
    slots = new long[2 * narrower.length];
    for (long entry : narrower) {
      if (entry != 0) {
        put((int) (entry >>> 32), (int) entry - 1);
      }
    }
  }

  private void put(int hash, int id) {
    int mask = slots.length - 1;
    int slot = spread(hash) & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = (long) hash << 32 | (id + 1);
  }

  /** Names that differ in few characters must not stand side by side (Fibonacci hashing). */
  private static int spread(int hash) {
    int product = hash * 0x9E3779B9;
    return product ^ (product >>> 15);
  }
}
