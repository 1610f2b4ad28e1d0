package org.exoattribution.testkit.render.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.analysis.lint.LintRule;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.testkit.render.Palette;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.json.LintLine;
import org.exoattribution.testkit.render.json.SarifLog;
import org.exoattribution.testkit.render.json.SarifLog.Found;
import org.exoattribution.testkit.render.json.SarifLog.Kind;
import org.exoattribution.testkit.render.json.SarifLog.Level;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * What the linter found, with where it stands and what was decided about it. The suppressed
 * findings are in the JSON and in the log too, marked as such.
 *
 * @param rules every rule that was applied
 * @param entries the findings, in their order
 * @param partial what the tenants lack
 */
public record LintReport(List<LintRule> rules, List<Entry> entries, PartialNotice partial)
    implements Findings {
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
      LintFinding finding, Optional<SourceLocation> location, Optional<String> accepted) {

    private Found found() {
      return new Found(
          finding.id(),
          Level.of(finding.severity()),
          finding.place() + ": " + finding.message() + " " + finding.action(),
          location,
          finding.place() + finding.subject().map(subject -> ": " + subject).orElse(""),
          accepted);
    }
  }

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

  /** A block for each finding that is not suppressed, and a summary. */
  @Override
  public String text(Palette palette) {
    return LintText.report(this, palette);
  }

  @Override
  public Stream<Object> objects() {
    return Stream.concat(
        entries.stream().map(e -> LintLine.of(e.finding(), e.location(), e.accepted())),
        Stream.of(
            LintLine.Summary.of(
                count(Severity.ERROR),
                count(Severity.WARNING),
                count(Severity.INFO),
                suppressed())));
  }

  @Override
  public SarifLog log() {
    return log(
        "attribution lint",
        rules.stream()
            .map(
                rule ->
                    new Kind(
                        rule.id(),
                        rule.summary(),
                        rule.meaning() + " " + rule.remedy() + " Rests on " + rule.source() + ".",
                        Level.of(rule.severity())))
            .toList(),
        entries.stream().map(Entry::found),
        Map.of());
  }
}
