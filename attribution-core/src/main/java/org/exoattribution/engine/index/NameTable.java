package org.exoattribution.engine.index;

import java.util.Arrays;
import org.exoattribution.model.DomainName;

/**
 * Domain names with a few numbers each, in which every suffix of a name is found without
 * allocating: the hash of a suffix grows label by label from the right, so that one pass over a
 * name serves all its suffixes. A name and its numbers stand together, so that finding one costs
 * two steps into memory.
 *
 * <p>Invariant: a slot holds the hash of a name in its upper half and in its lower one 1 + the
 * place of its record, or 0; a name stands at the first free slot from its hash on; at most two
 * thirds of the slots are taken. A record is the numbers, the length of the name, and its
 * characters, four to an int: domain names are ASCII (DOM-1).
 */
final class NameTable {
  /**
   * The place of a name that is not in the table, and the number of a name for which none is set.
   */
  static final int NONE = -1;

  private static final int SMALLEST = 32;
  private static final int CHARACTERS_AN_INT = 4;

  private final int numbers;
  private long[] slots = new long[SMALLEST];
  private int[] records = new int[SMALLEST];
  private int end;
  private int size;

  /**
   * A table without names.
   *
   * @param numbers how many numbers each name has, at first {@link #NONE}
   */
  NameTable(int numbers) {
    this.numbers = numbers;
  }

  /** The place of the name, which is added if it is new. */
  int add(DomainName name) {
    String value = name.value();
    int hash = hash(value);
    int place = find(value, 0, hash);
    if (place == NONE) {
      if (3 * (size + 1) > 2 * slots.length) {
        spreadWider();
      }
      place = end;
      append(value);
      put(hash, place);
      size++;
    }
    return place;
  }

  private void append(String name) {
    int length = numbers + 1 + (name.length() + CHARACTERS_AN_INT - 1) / CHARACTERS_AN_INT;
    if (end + length > records.length) {
      records = Arrays.copyOf(records, Math.max(end + length, records.length / 2 * 3));
    }
    Arrays.fill(records, end, end + numbers, NONE);
    records[end + numbers] = name.length();
    int text = end + numbers + 1;
    for (int i = 0; i < name.length(); i++) {
      records[text + i / CHARACTERS_AN_INT] |= name.charAt(i) << shift(i);
    }
    end += length;
  }

  private static int shift(int character) {
    return Byte.SIZE * (character % CHARACTERS_AN_INT);
  }

  /** Gives back the memory kept for names that did not come. */
  void trim() {
    records = Arrays.copyOf(records, end);
  }

  /** The place of the name, or {@link #NONE}. */
  int find(DomainName name) {
    return find(name.value(), 0, hash(name.value()));
  }

  /** The place of the suffix that begins at the index and has the hash, or {@link #NONE}. */
  int find(String name, int start, int hash) {
    int mask = slots.length - 1;
    int slot = spread(hash) & mask;
    for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
      int place = (int) entry - 1;
      if ((int) (entry >>> 32) == hash && isSuffix(place, name, start)) {
        return place;
      }
      slot = (slot + 1) & mask;
    }
    return NONE;
  }

  private boolean isSuffix(int place, String name, int start) {
    int length = name.length() - start;
    if (length(place) != length) {
      return false;
    }
    int text = place + numbers + 1;
    for (int i = 0; i < length; i++) {
      if ((byte) (records[text + i / CHARACTERS_AN_INT] >>> shift(i)) != name.charAt(start + i)) {
        return false;
      }
    }
    return true;
  }

  /** How many characters the name has. */
  int length(int place) {
    return records[place + numbers];
  }

  /** A number of the name: the first is 0. */
  int get(int place, int number) {
    return records[place + number];
  }

  /** Sets a number of the name. */
  void set(int place, int number, int value) {
    records[place + number] = value;
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

  private void spreadWider() {
    long[] narrower = slots;
    slots = new long[2 * narrower.length];
    for (long entry : narrower) {
      if (entry != 0) {
        put((int) (entry >>> 32), (int) entry - 1);
      }
    }
  }

  private void put(int hash, int place) {
    int mask = slots.length - 1;
    int slot = spread(hash) & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = (long) hash << 32 | (place + 1);
  }

  /** Names that differ in few characters must not stand side by side (Fibonacci hashing). */
  private static int spread(int hash) {
    int product = hash * 0x9E3779B9;
    return product ^ (product >>> 15);
  }
}
