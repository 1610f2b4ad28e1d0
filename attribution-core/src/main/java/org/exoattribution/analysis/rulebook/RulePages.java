package org.exoattribution.analysis.rulebook;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.LintRule;
import org.exoattribution.analysis.lint.Linter;

/** All pages, by the ids of rules, replies, findings, readings and rules of the linter. */
public final class RulePages {
  private static final List<RulePage> ALL =
      Stream.of(
              RulePagesDirectory.PAGES,
              RulePagesConnectors.PAGES,
              RulePagesCertificates.PAGES,
              RulePagesOriginating.PAGES,
              RulePagesIncoming.PAGES,
              RulePagesReplies.PAGES,
              RulePagesFindings.PAGES,
              RulePagesReadings.PAGES,
              lint())
          .flatMap(List::stream)
          .toList();

  private RulePages() {}

  private static List<RulePage> lint() {
    return Stream.concat(Linter.rules().stream(), Stream.of(LintRule.UNUSED_SUPPRESSION))
        .map(RulePage::of)
        .toList();
  }

  /** Every page, in the order of the rules. */
  public static List<RulePage> all() {
    return ALL;
  }

  /**
   * The pages about an id or an alias of it, ignoring case; several for an enhanced status code
   * that several replies share, or an id that a finding shares with a rule of the linter; none if
   * it is unknown.
   */
  public static List<RulePage> about(String name) {
    return ALL.stream().filter(page -> page.isAbout(name)).toList();
  }

  /** The ids and aliases that take the fewest corrections to become from the name. */
  public static List<String> nearest(String name, int most) {
    String upper = name.toUpperCase(Locale.ROOT);
    return ALL.stream()
        .flatMap(page -> Stream.concat(Stream.of(page.id()), page.aliases().stream()))
        .distinct()
        .sorted(Comparator.comparingInt(id -> corrections(upper, id.toUpperCase(Locale.ROOT))))
        .limit(most)
        .toList();
  }

  /** The edit distance: letters inserted, left out or replaced. */
  private static int corrections(String given, String id) {
    int[] row = new int[id.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= given.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= id.length(); j++) {
        int replaced = diagonal + (given.charAt(i - 1) == id.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], row[j]));
      }
    }
    return row[id.length()];
  }
}
