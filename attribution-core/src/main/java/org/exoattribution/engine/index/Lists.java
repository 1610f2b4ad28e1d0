package org.exoattribution.engine.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lists of candidates are empty or short, and made for every resolution. */
public final class Lists {
  private Lists() {}

  /** Those that pass, in their order; without a copy where all or none do. */
  public static <T> List<T> filter(List<T> values, Predicate<? super T> test) {
    int passed = 0;
    while (passed < values.size() && test.test(values.get(passed))) {
      passed++;
    }
    if (passed == values.size()) {
      return values;
    }
    List<T> kept = passed == 0 ? List.of() : new ArrayList<>(values.subList(0, passed));
    for (int i = passed + 1; i < values.size(); i++) {
      if (test.test(values.get(i))) {
        kept = kept.isEmpty() ? new ArrayList<>() : kept;
        kept.add(values.get(i));
      }
    }
    return kept;
  }

  /** The values and one more; the list given is not changed. */
  public static <T> List<T> with(List<T> values, T further) {
    return switch (values.size()) {
      case 0 -> List.of(further);
      case 1 -> List.of(values.get(0), further);
      default -> concat(values, List.of(further));
    };
  }

  /** Those of the first list, then those of the second; without a copy where one is empty. */
  static <T> List<T> concat(List<T> first, List<T> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.isEmpty() ? second : first;
    }
    List<T> all = new ArrayList<>(first.size() + second.size());
    all.addAll(first);
    all.addAll(second);
    return all;
  }

  public static String join(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
