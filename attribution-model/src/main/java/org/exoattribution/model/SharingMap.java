package org.exoattribution.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

  private final int size;

  private SharingMap(Map<K, V> base, Map<K, Optional<V>> changes) {
    this.base = base;
    this.changes = changes;
    int gone = 0;
    int added = 0;
    for (Map.Entry<K, Optional<V>> change : changes.entrySet()) {
      boolean known = base.containsKey(change.getKey());
      gone += known && change.getValue().isEmpty() ? 1 : 0;
      added += !known && change.getValue().isPresent() ? 1 : 0;
    }
    this.size = base.size() - gone + added;
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
    return all.size() > FEW + 2 * (int) Math.sqrt(base.size())
        ? of(new LinkedHashMap<>(changed))
        : changed;
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
    return size;
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<K, V>> iterator() {
        return entries().iterator();
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  private Stream<Entry<K, V>> entries() {
    if (changes.isEmpty()) {
      return Collections.unmodifiableMap(base).entrySet().stream();
    }
    Map<K, Optional<V>> added = new LinkedHashMap<>(changes);
    added.keySet().removeIf(base::containsKey);
    return Stream.concat(
        base.entrySet().stream().flatMap(e -> changed(e).stream()),
        added.entrySet().stream()
            .flatMap(e -> e.getValue().stream().map(v -> Map.entry(e.getKey(), v))));
  }

  private Optional<Entry<K, V>> changed(Entry<K, V> entry) {
    Optional<V> change = changes.get(entry.getKey());
    return change == null
        ? Optional.of(Map.entry(entry.getKey(), entry.getValue()))
        : change.map(value -> Map.entry(entry.getKey(), value));
  }
}
