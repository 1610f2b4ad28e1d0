package org.exoattribution.engine.index;

import java.util.Arrays;
import org.exoattribution.model.DomainName;

/**
 * Domain names with a few numbers each, in which every suffix of a name is found without
 * allocating: what is in front of a suffix is taken off the value of the whole name. A name and its
 * numbers stand together, so that finding one costs two steps into memory.
 *
 * <p>The value is a polynomial of the characters modulo 2^64, at first at the point 31, since
 * {@code String} remembers the lower half of that; a hash is half of a value. Tenants choose their
 * names, so which slot belongs to a hash is keyed, and when too many names have one hash, or one
 * stands too far from its slot, the table takes another point, which {@link HashKeys} gives.
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

  private static final int LONGEST_NAME = 253;
  private static final int POINT_OF_STRINGS = 31;

  /** Chance gives three among a million names. */
  private static final int MOST_OF_ONE_HASH = 8;

  private final int numbers;
  private final HashKeys keys;

  /** Of the point: power 0 first. */
  private final long[] powers = new long[LONGEST_NAME];

  /** Whether the point is that of {@code String}. */
  private boolean remembered = true;

  private long slotKey;
  private int slotShift = Long.numberOfLeadingZeros(SMALLEST - 1L);
  private int farthest;
  private int mostOfOneHash;
  private long[] slots = new long[SMALLEST];
  private int[] records = new int[SMALLEST];
  private int end;
  private int size;

  /**
   * A table without names.
   *
   * @param numbers how many numbers each name has, at first {@link #NONE}
   * @param hashSeed decides the keys of its hash
   */
  NameTable(int numbers, long hashSeed) {
    this.numbers = numbers;
    this.keys = new HashKeys(hashSeed);
    take(POINT_OF_STRINGS);
  }

  private void take(long point) {
    slotKey = keys.next() | 1;
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * point;
    }
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
      while (isCrowded()) {
        remembered = false;
        take(keys.next() | 1);
        putAllAnew();
      }
    }
    return place;
  }

  private boolean isCrowded() {
    return mostOfOneHash > MOST_OF_ONE_HASH || farthest > HashKeys.farthestAllowed(slots.length);
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
    int slot = slot(hash);
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
    return slots[slot(hash(value))];
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
    return remembered ? name.hashCode() : -without(0, name, 0, name.length());
  }

  /** The value of the suffix that begins at the end, from that of one that begins at the start. */
  long without(long value, String name, int start, int end) {
    long left = value;
    for (int i = start; i < end; i++) {
      left -= name.charAt(i) * powers[name.length() - 1 - i];
    }
    return left;
  }

  /** Low bits of a value depend on low bits of the characters alone, unless they are mixed. */
  int hash(long value) {
    return (int) (remembered ? value : value >>> 32);
  }

  private void spreadWider() {
    long[] narrower = slots;
    slots = new long[2 * narrower.length];
    slotShift--;
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
    mostOfOneHash = 0;
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
    int slot = slot(hash);
    int passed = 0;
    int same = 1;
    while (slots[slot] != 0) {
      same += (int) (slots[slot] >>> 32) == hash ? 1 : 0;
      slot = (slot + 1) & mask;
      passed++;
    }
    slots[slot] = (long) hash << 32 | (place + 1);
    farthest = Math.max(farthest, passed);
    mostOfOneHash = Math.max(mostOfOneHash, same);
  }

  /** The first slot of a hash: the upper bits of its product with an odd number. */
  int slot(int hash) {
    return (int) ((hash * slotKey) >>> slotShift);
  }
}
