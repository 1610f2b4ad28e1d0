package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Values merged by what attribution can tell apart: the first of each kind, which should be the
 * simplest, stands for all.
 */
final class AtomClasses<X> {
  /** The index of a value of which no kind is known. */
  static final int UNKNOWN = -1;

  private final Function<X, Object> signature;
  private final Map<Object, Integer> indexes = new HashMap<>();
  private final List<X> atoms = new ArrayList<>();

  /**
   * @param signature equal for values that attribution cannot tell apart
   */
  AtomClasses(Function<X, Object> signature) {
    this.signature = signature;
  }

  void add(X value) {
    if (indexes.putIfAbsent(signature.apply(value), atoms.size()) == null) {
      atoms.add(value);
    }
  }

  /** The kind that the value is of, or {@link #UNKNOWN}. */
  int indexOf(X value) {
    return indexes.getOrDefault(signature.apply(value), UNKNOWN);
  }

  List<X> atoms() {
    return atoms;
  }

  X get(int index) {
    return atoms.get(index);
  }

  int size() {
    return atoms.size();
  }
}
