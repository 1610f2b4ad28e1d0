package org.exoattribution.analysis;

import java.util.List;

/**
 * One page about a rule, a reply, a finding or a reading, for somebody who met its id in a result.
 *
 * @param id the id as results print it
 * @param aliases what else it is known by, such as {@code ATTR36} and {@code 5.7.64}
 * @param title what it is about, in a few words
 * @param meaning what it says
 * @param causes how one typically comes to meet it
 * @param remedy what to do about it
 * @param sources where it is from
 */
public record RulePage(
    String id,
    List<String> aliases,
    String title,
    String meaning,
    String causes,
    String remedy,
    List<RulePageSource> sources) {

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
        title,
        oneLine(meaning),
        oneLine(causes),
        oneLine(remedy),
        List.of(sources));
  }

  RulePage alsoKnownAs(String... names) {
    return new RulePage(id, List.of(names), title, meaning, causes, remedy, sources);
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
