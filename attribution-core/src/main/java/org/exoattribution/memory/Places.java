package org.exoattribution.memory;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A bounded memory without locks: a hash has one place, which the newest value takes. Whoever reads
 * must check that the value is the one that it wants. Where two values meet, the memory doubles as
 * long as it is small, and begins empty: that costs who asks next a little, and an engine with few
 * certificates no more memory than it needs.
 */
public final class Places<T> {
  /** A power of two, as all sizes are. */
  private static final int FEWEST = 16;

  /** More than the number of remembered certificates, so that most have a place of their own. */
  private static final int MOST = 1 << 14;

  private volatile AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(FEWEST);

  public @Nullable T get(int hash) {
    AtomicReferenceArray<@Nullable T> current = places;
    return current.get(place(hash, current));
  }

  public void put(int hash, T value) {
    AtomicReferenceArray<@Nullable T> current = places;
    if (current.length() < MOST && current.get(place(hash, current)) != null) {
      current = new AtomicReferenceArray<>(2 * current.length());
      places = current;
    }
    current.set(place(hash, current), value);
  }

  private static int place(int hash, AtomicReferenceArray<?> places) {
    return (hash ^ (hash >>> 16)) & (places.length() - 1);
  }
}
