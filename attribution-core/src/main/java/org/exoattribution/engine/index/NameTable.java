package org.exoattribution.engine.index;

import java.util.Arrays;
import org.exoattribution.model.DomainName;

/**
 * Domain names with a few numbers each, in which every suffix of a name is found without
 * allocating: the hash of a suffix grows label by label from the right, so that one pass over a
 * name serves all its suffixes. A name and its numbers stand together, so that finding one costs
 * two steps into memory.
 *
 * <p>Tenants choose their names, so the hash is keyed: the characters are the coefficients of a
 * polynomial modulo 2^64 at an odd point, which {@link HashKeys} gives, and the upper half of the
 * value is the hash. If a name stands too far from its slot, the table takes the next point.
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
  private final HashKeys keys;
  private long point;
  private long squared;
  private long third;
  private long fourth;
  private int farthest;
  private long[] slots = new long[SMALLEST];
  private int[] records = new int[SMALLEST];
  private int end;
  private int size;

  /**
   * A table without names.
   *
   * @param numbers how many numbers each name has, at first {@link #NONE}
   * @param hashSeed decides at which points its hash is taken
   */
  NameTable(int numbers, long hashSeed) {
    this.numbers = numbers;
    this.keys = new HashKeys(hashSeed);
    takeNextKey();
  }

  private void takeNextKey() {
    point = keys.next() | 1;
    squared = point * point;
    third = squared * point;
    fourth = third * point;
  }

  /** The place of the name, which is added if it is new. */
  int add(DomainName name) {
    String value = name.value();
    long hashed = value(value);
    int place = find(value, 0, hashed);
    if (place == NONE) {
      place = end;
      append(value);
      size++;
      if (3 * size > 2 * slots.length) {
        spreadWider();
      }
      put(hash(hashed), place);
      while (farthest > HashKeys.farthestAllowed(slots.length)) {
        takeNextKey();
        putAllAnew();
      }
    }
    return place;
  }

  /** How many slots lie between a name and the first one of its hash, at most. */
  int farthest() {
    return farthest;
  }

  private void append(String name) {
    int length = recordLength(name.length());
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

  private int recordLength(int nameLength) {
    return numbers + 1 + (nameLength + CHARACTERS_AN_INT - 1) / CHARACTERS_AN_INT;
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
    return find(name.value(), 0, value(name.value()));
  }

  /** The place of the suffix that begins at the index and has the value, or {@link #NONE}. */
  int find(String name, int start, long value) {
    int hash = hash(value);
    int mask = slots.length - 1;
    int slot = slot(hash, mask);
    for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
      int place = (int) entry - 1;
      if ((int) (entry >>> 32) == hash && isSuffix(place, name, start)) {
        return place;
      }
      slot = (slot + 1) & mask;
    }
    return NONE;
  }

  /** The first slot in which the name with this value may be. */
  long entry(long value) {
    return slots[slot(hash(value), slots.length - 1)];
  }

  /** Whether the name in a slot may be that with this value. */
  boolean isHash(long entry, long value) {
    return (int) (entry >>> 32) == hash(value);
  }

  /** Reads the record of the name in a slot, from its first number to its characters. */
  int read(long entry) {
    if (entry == 0) {
      return 0;
    }
    int place = (int) entry - 1;
    return records[place] + records[Math.min(place + numbers + 4, records.length - 1)];
  }

  private boolean isSuffix(int place, String name, int start) {
    int length = name.length() - start;
    if (length(place) != length) {
      return false;
    }
    int text = place + numbers + 1;
    for (int i = 0; i < length; i += CHARACTERS_AN_INT) {
      int characters = 0;
      for (int k = Math.min(CHARACTERS_AN_INT, length - i) - 1; k >= 0; k--) {
        characters = characters << Byte.SIZE | name.charAt(start + i + k);
      }
      if (records[text + i / CHARACTERS_AN_INT] != characters) {
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

  /** The value of a whole name. */
  long value(String name) {
    return extend(0, name, 0, name.length());
  }

  /** The value of a suffix, from that of a shorter one and the characters in front of it. */
  long extend(long value, String name, int start, int end) {
    long extended = value;
    int i = end - 1;
    for (; i > start + 2; i -= 4) { // four at once, so that no product need wait for the others
      extended =
          extended * fourth
              + (name.charAt(i) * third + name.charAt(i - 1) * squared)
              + (name.charAt(i - 2) * point + name.charAt(i - 3));
    }
    for (; i >= start; i--) {
      extended = extended * point + name.charAt(i);
    }
    return extended;
  }

  private static int hash(long value) {
    return (int) (value >>> 32);
  }

  /** Where the label begins that ends at the index; its suffix is the name from there on. */
  static int labelStart(String name, int end) {
    return name.lastIndexOf('.', end - 1) + 1;
  }

  private void spreadWider() {
    long[] narrower = slots;
    slots = new long[2 * narrower.length];
    farthest = 0;
    for (long entry : narrower) {
      if (entry != 0) {
        put((int) (entry >>> 32), (int) entry - 1);
      }
    }
  }

  private void putAllAnew() {
    Arrays.fill(slots, 0);
    farthest = 0;
    for (int place = 0; place < end; place += recordLength(length(place))) {
      put(hash(value(text(place))), place);
    }
  }

  private String text(int place) {
    StringBuilder text = new StringBuilder(length(place));
    for (int i = 0; i < length(place); i++) {
      text.append(
          (char) (byte) (records[place + numbers + 1 + i / CHARACTERS_AN_INT] >>> shift(i)));
    }
    return text.toString();
  }

  private void put(int hash, int place) {
    int mask = slots.length - 1;
    int slot = slot(hash, mask);
    int passed = 0;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
      passed++;
    }
    slots[slot] = (long) hash << 32 | (place + 1);
    farthest = Math.max(farthest, passed);
  }

  /** Names that differ in few characters must not stand side by side (Fibonacci hashing). */
  static int slot(int hash, int mask) {
    int product = hash * 0x9E3779B9;
    return (product ^ (product >>> 15)) & mask;
  }
}
