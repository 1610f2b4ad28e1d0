package org.exoattribution.testkit.render.json;

import java.util.Optional;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.analysis.lint.LintRule;
import org.exoattribution.testkit.source.SourceLocation;

/** The line of a finding of lint, the suppressed ones too. */
public record LintLine(
    String type,
    String rule,
    LintRule.Severity severity,
    String tenant,
    Optional<String> connector,
    Optional<String> subject,
    String message,
    String action,
    String source,
    Optional<String> file,
    Optional<Integer> line,
    Optional<String> suppressed) {

  /**
   * The line.
   *
   * @param location where it is
   * @param accepted why it is suppressed; empty if it is not
   */
  public static LintLine of(
      LintFinding finding, Optional<SourceLocation> location, Optional<String> accepted) {
    return new LintLine(
        "finding",
        finding.id(),
        finding.severity(),
        finding.tenant(),
        finding.connector(),
        finding.subject(),
        finding.message(),
        finding.action(),
        finding.source(),
        location.map(SourceLocation::file),
        location.map(SourceLocation::line).filter(line -> line > 0),
        accepted);
  }

  /** The last line, which is there without any finding too. */
  public record Summary(String type, long errors, long warnings, long infos, long suppressed) {
    /** The line. */
    public static Summary of(long errors, long warnings, long infos, long suppressed) {
      return new Summary("summary", errors, warnings, infos, suppressed);
    }
  }
}
