package org.exoattribution.testkit.pki;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers the values that were used last. The work is done outside the lock: what is remembered
 * here depends on its key alone, so that doing it twice is a waste and no error.
 */
final class BoundedCache<K, V> {

  private final Map<K, V> entries;

  BoundedCache(int limit) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > limit;
          }
        };
  }

  V get(K key, Function<K, V> compute) {
    synchronized (entries) {
      V known = entries.get(key);
      if (known != null) {
        return known;
      }
    }
    V computed = compute.apply(key);
    synchronized (entries) {
      V earlier = entries.putIfAbsent(key, computed);
      return earlier == null ? computed : earlier;
    }
  }
}
