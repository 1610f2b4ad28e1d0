package org.exoattribution.testkit.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The labelled lines of a block about a search's finding. */
public final class WitnessText {
  private static final int LABEL = 12;
  private static final int MOST_SHOWN = 3;

  private WitnessText() {}

  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  public static String classes(long classes) {
    return number(classes) + (classes == 1 ? " class" : " classes") + " of connections";
  }

  /** The first few, with how many more there are. */
  public static String some(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(names.size(), MOST_SHOWN)));
    return names.size() > MOST_SHOWN
        ? shown + " and " + (names.size() - MOST_SHOWN) + " more"
        : shown;
  }

  public static void line(StringBuilder out, String label, String text) {
    out.append("  ").append(label).append(" ".repeat(LABEL - 2 - label.length()));
    Paragraph.append(out, LABEL, LABEL, text);
  }

  /** The findings by what they have in common, in their order. */
  public static <T, K> Map<K, List<T>> grouped(List<T> findings, Function<T, K> key) {
    Map<K, List<T>> groups = new LinkedHashMap<>();
    findings.forEach(
        finding -> groups.computeIfAbsent(key.apply(finding), k -> new ArrayList<>()).add(finding));
    return groups;
  }
}
