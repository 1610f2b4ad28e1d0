package org.exoattribution.testkit.render.finding;

import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.analysis.lint.LintRule;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * What the linter found, with where it stands and what was decided about it, as text, JSON Lines or
 * SARIF.
 *
 * @param rules every rule that was applied
 * @param entries the findings, in their order
 * @param partial what the tenants lack
 */
public record LintReport(List<LintRule> rules, List<Entry> entries, PartialNotice partial) {
  /** Copies the lists. */
  public LintReport {
    rules = List.copyOf(rules);
    entries = List.copyOf(entries);
  }

  /**
   * A finding.
   *
   * @param location the file and, if known, the line that it is about
   * @param accepted why it is suppressed; empty if it is not
   */
  public record Entry(
      LintFinding finding, Optional<SourceLocation> location, Optional<String> accepted) {}

  /** How many findings of a severity there are that nobody suppressed. */
  public long count(Severity severity) {
    return entries.stream()
        .filter(entry -> entry.accepted().isEmpty() && entry.finding().severity() == severity)
        .count();
  }

  /** How many findings are suppressed. */
  public long suppressed() {
    return entries.stream().filter(entry -> entry.accepted().isPresent()).count();
  }

  /** For people, in 80 columns: a block for each finding that is not suppressed, and a summary. */
  public String text(Palette palette) {
    return new LintText(palette).report(this);
  }

  /** One JSON object a line for each finding, the suppressed ones too. */
  public String jsonLines() {
    return LintJson.lines(this);
  }

  /** A SARIF 2.1.0 log, which code-hosting services show beside the files it names. */
  public String sarif() {
    return LintSarif.log(this);
  }
}
