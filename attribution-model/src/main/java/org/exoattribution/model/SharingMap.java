package org.exoattribution.model;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable map of which a changed copy shares what did not change: a large map that never
 * changes and a small one of what differs from it. A change copies the small one, until that has
 * grown and one large map is made anew. Keys keep their places; new ones come last.
 */
final class SharingMap<K, V> extends AbstractMap<K, V> {
  /** Up to so many differences are kept beside even the smallest map. */
  private static final int FEW = 32;

  private final Map<K, V> base;

  /** What differs from the base; empty for what is gone. */
  private final Map<K, Optional<V>> changes;

  private SharingMap(Map<K, V> base, Map<K, Optional<V>> changes) {
    this.base = base;
    this.changes = changes;
  }

  /** The map itself, which must not change any more. */
  static <K, V> SharingMap<K, V> of(Map<K, V> map) {
    return new SharingMap<>(map, Map.of());
  }

  /** A map with these values; empty takes the key away. */
  SharingMap<K, V> with(Map<K, Optional<V>> further) {
    Map<K, Optional<V>> all = new LinkedHashMap<>(changes);
    all.putAll(further);
    SharingMap<K, V> changed = new SharingMap<>(base, all);
    boolean grown = all.size() > FEW + 2 * (int) Math.sqrt(base.size());
    return grown ? of(changed.whole()) : changed;
  }

  private Map<K, V> whole() {
    if (changes.isEmpty()) {
      return base;
    }
    Map<K, V> whole = new LinkedHashMap<>(base);
    changes.forEach(
        (key, change) ->
            change.ifPresentOrElse(value -> whole.put(key, value), () -> whole.remove(key)));
    return whole;
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    Optional<V> change = changes.get(key);
    return change == null ? base.get(key) : change.orElse(null);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public int size() {
    return entrySet().size();
  }

  /** Of a changed map a copy, which costs what going through the entries costs. */
  @Override
  public Set<Entry<K, V>> entrySet() {
    return Collections.unmodifiableMap(whole()).entrySet();
  }
}
