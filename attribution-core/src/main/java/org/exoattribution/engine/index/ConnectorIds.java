package org.exoattribution.engine.index;

import java.util.Arrays;

/**
 * A growing list of connector ids without boxing, in ascending order after {@link #sortDistinct}.
 */
final class ConnectorIds {
  private static final int[] NONE = {};
  private static final int FIRST_LENGTH = 4;

  private int[] ids = NONE;
  private int size;

  void add(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, Math.max(FIRST_LENGTH, 2 * size));
    }
    ids[size++] = id;
  }

  /** Sorts and drops repetitions: several names or ranges may lead to one connector. */
  void sortDistinct() {
    if (size < 2) {
      return;
    }
    Arrays.sort(ids, 0, size);
    int kept = 1;
    for (int i = 1; i < size; i++) {
      if (ids[i] != ids[i - 1]) {
        ids[kept++] = ids[i];
      }
    }
    size = kept;
  }

  int get(int index) {
    return ids[index];
  }

  int size() {
    return size;
  }
}
