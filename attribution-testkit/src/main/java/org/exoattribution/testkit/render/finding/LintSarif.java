package org.exoattribution.testkit.render.finding;

import java.util.Map;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.analysis.lint.LintRule;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.testkit.render.SarifLog;
import org.exoattribution.testkit.render.SarifLog.Level;
import org.exoattribution.testkit.render.finding.LintReport.Entry;

/** Findings of the linter as a SARIF log, the suppressed ones too, marked as such. */
final class LintSarif {
  private LintSarif() {}

  static String log(LintReport report) {
    return report
        .partial()
        .in(
            new SarifLog(
                "attribution lint",
                report.rules().stream().map(LintSarif::rule).toList(),
                report.entries().stream().map(LintSarif::result).toList(),
                Map.of()))
        .text();
  }

  private static SarifLog.Rule rule(LintRule rule) {
    return new SarifLog.Rule(
        rule.id(),
        rule.summary(),
        rule.meaning() + " " + rule.remedy() + " Rests on " + rule.source() + ".",
        level(rule.severity()));
  }

  private static SarifLog.Result result(Entry entry) {
    LintFinding finding = entry.finding();
    return new SarifLog.Result(
        finding.id(),
        level(finding.severity()),
        finding.place() + ": " + finding.message() + " " + finding.action(),
        entry.location(),
        finding.place() + finding.subject().map(subject -> ": " + subject).orElse(""),
        entry.accepted());
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case ERROR -> Level.ERROR;
      case WARNING -> Level.WARNING;
      case INFO -> Level.NOTE;
    };
  }
}
