package org.exoattribution.analysis.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.lint.LintRule;

/**
 * One page about a rule, a reply, a finding, a reading or a rule of the linter, for somebody who
 * met its id in a result. A finding and a rule of the linter may have one id, and a page each.
 *
 * @param id the id as results print it
 * @param aliases what else it is known by, such as {@code ATTR36} and {@code 5.7.64}
 * @param severity how much its findings matter; only of a rule of the linter
 * @param title what it is about, in a few words
 * @param meaning what it says
 * @param causes how one typically comes to meet it; empty if the meaning says it
 * @param remedy what to do about it
 * @param sources where it is from
 */
public record RulePage(
    String id,
    List<String> aliases,
    Optional<LintRule.Severity> severity,
    String title,
    String meaning,
    String causes,
    String remedy,
    List<String> sources) {

  /** Copies the lists. */
  public RulePage {
    aliases = List.copyOf(aliases);
    sources = List.copyOf(sources);
  }

  static RulePage of(
      Object id,
      String title,
      String meaning,
      String causes,
      String remedy,
      RulePageSource... sources) {
    return new RulePage(
        id.toString(),
        List.of(),
        Optional.empty(),
        title,
        oneLine(meaning),
        oneLine(causes),
        oneLine(remedy),
        Arrays.stream(sources).map(RulePageSource::title).toList());
  }

  static RulePage of(LintRule rule) {
    return new RulePage(
        rule.id(),
        List.of(),
        Optional.of(rule.severity()),
        rule.summary(),
        rule.meaning(),
        "",
        rule.remedy(),
        List.of(rule.source()));
  }

  RulePage alsoKnownAs(String... names) {
    return new RulePage(id, List.of(names), severity, title, meaning, causes, remedy, sources);
  }

  /** A text block is broken where the source is, not where the reader's lines end. */
  private static String oneLine(String block) {
    return block.strip().replaceAll("\\s+", " ");
  }

  /** Whether the page is about this id, ignoring case. */
  boolean isAbout(String name) {
    return id.equalsIgnoreCase(name) || aliases.stream().anyMatch(name::equalsIgnoreCase);
  }
}
