package org.exoattribution.testkit.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a misspelt word was meant to be. */
public final class Nearest {
  /** Longer words are compared by their beginnings: no known word comes near that length. */
  private static final int LONGEST = 64;

  /** Words that have so many letters in common at their beginnings are about the same thing. */
  private static final int LONG_BEGINNING = 10;

  private Nearest() {}

  /** {@code did you mean "tls"?}; with all that is possible if nothing comes close. */
  static String hint(String given, Collection<String> known) {
    String nearest = to(given, known);
    return isClose(given, nearest)
        ? "did you mean \"" + nearest + "\"?"
        : "expected one of " + String.join(", ", known) + "; the nearest is \"" + nearest + "\"";
  }

  /** The first of the known words that takes the fewest corrections. */
  public static String to(String given, Collection<String> known) {
    return to(given, known, 1).get(0);
  }

  /** The known words that take the fewest corrections, the nearest first. */
  public static List<String> to(String given, Collection<String> known, int most) {
    return known.stream()
        .distinct()
        .sorted(Comparator.comparingInt(word -> corrections(given, word)))
        .limit(most)
        .toList();
  }

  /** Whether a third of the letters or fewer would have to be corrected. */
  static boolean isClose(String given, String known) {
    return corrections(given, known) <= Math.max(1, known.length() / 3);
  }

  /** Whether a long word is misspelt or cut short: it is hardly ever another one. */
  public static boolean isMisspelling(String given, String known) {
    return known.length() > 6
        && (corrections(given, known) <= Math.max(2, known.length() / 6)
            || given.regionMatches(true, 0, known, 0, LONG_BEGINNING));
  }

  /**
   * Letters to insert, drop, replace or swap with their neighbour, whatever their case: the optimal
   * string alignment distance.
   */
  private static int corrections(String given, String known) {
    String a = folded(given);
    String b = folded(known);
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : least(a, b, rows, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int least(String a, String b, int[][] rows, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(rows[i - 1][j - 1] + (same ? 0 : 1), rows[i - 1][j] + 1);
    least = Math.min(least, rows[i][j - 1] + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }

  private static String folded(String word) {
    String start = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    return start.toLowerCase(Locale.ROOT);
  }
}
