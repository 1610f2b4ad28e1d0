package org.exoattribution.model;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of readings, in their order. Each is made once: most results depend on the same
 * few, and none has to copy them.
 */
public final class ReadingSet extends AbstractSet<Reading> {
  private static final Reading[] READINGS = Reading.values();

  /** By their bits, made when they are first asked for. */
  private static final @Nullable ReadingSet[] SETS = new ReadingSet[1 << READINGS.length];

  /** No reading. */
  public static final ReadingSet NONE = of(0);

  private final int bits;
  private final List<Reading> members;

  private ReadingSet(int bits) {
    this.bits = bits;
    List<Reading> set = new ArrayList<>();
    for (Reading reading : READINGS) {
      if ((bits & bit(reading)) != 0) {
        set.add(reading);
      }
    }
    this.members = List.copyOf(set);
  }

  private static ReadingSet of(int bits) {
    ReadingSet known = SETS[bits];
    if (known == null) {
      known = new ReadingSet(bits);
      SETS[bits] = known; // two threads may make equal ones, which does no harm
    }
    return known;
  }

  /** These readings. */
  public static ReadingSet of(Collection<Reading> readings) {
    return readings instanceof ReadingSet set ? set : NONE.and(readings);
  }

  /** These readings and one more. */
  public ReadingSet and(Reading further) {
    return of(bits | bit(further));
  }

  /** The readings of both. */
  public ReadingSet and(Collection<Reading> further) {
    if (further instanceof ReadingSet set) {
      return of(bits | set.bits);
    }
    int all = bits;
    for (Reading reading : further) {
      all |= bit(reading);
    }
    return of(all);
  }

  /** The readings that are not in the other set. */
  public ReadingSet without(ReadingSet others) {
    return of(bits & ~others.bits);
  }

  @SuppressWarnings("EnumOrdinal") // nothing outside sees the bits
  private static int bit(Reading reading) {
    return 1 << reading.ordinal();
  }

  @Override
  public boolean contains(@Nullable Object other) {
    return other instanceof Reading reading && (bits & bit(reading)) != 0;
  }

  @Override
  public boolean containsAll(Collection<?> others) {
    return others instanceof ReadingSet set ? (set.bits & ~bits) == 0 : super.containsAll(others);
  }

  @Override
  public boolean isEmpty() {
    return bits == 0;
  }

  @Override
  public Iterator<Reading> iterator() {
    return members.iterator();
  }

  @Override
  public Spliterator<Reading> spliterator() {
    return members.spliterator();
  }

  @Override
  public int size() {
    return members.size();
  }
}
