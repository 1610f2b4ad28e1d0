package org.exoattribution.analysis.rulebook;

import java.util.List;
import java.util.Objects;

/**
 * All pages, by the ids of rules, replies, findings, readings and rules of the linter. They are
 * Markdown files beside this class, which together read as a book.
 */
public final class RulePages {
  private RulePages() {}

  /** Every page, in the order of the book. */
  public static List<RulePage> all() {
    return Book.PAGES;
  }

  /**
   * The pages about an id or an alias of it, ignoring case; several for an enhanced status code
   * that several replies share, or an id that a finding shares with a rule of the linter; none if
   * it is unknown.
   */
  public static List<RulePage> about(String name) {
    Objects.requireNonNull(name, "name");
    return all().stream().filter(page -> page.isAbout(name)).toList();
  }

  /**
   * The page about a rule of the linter.
   *
   * @throws IllegalStateException if there is none
   */
  public static RulePage ofLintRule(String id) {
    return PageFile.read("lint/" + Objects.requireNonNull(id, "id") + ".md");
  }

  /** Read when somebody asks for a page that is not about a rule of the linter. */
  private static final class Book {
    static final List<RulePage> PAGES = PageFile.listed().stream().map(PageFile::read).toList();
  }
}
