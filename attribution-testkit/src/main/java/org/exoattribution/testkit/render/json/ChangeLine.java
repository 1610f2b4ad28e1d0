package org.exoattribution.testkit.render.json;

import org.exoattribution.analysis.search.ConnectionWitness;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffHarm;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Explanation;
import org.jspecify.annotations.Nullable;

/** The line of a change of attributions. */
public record ChangeLine(
    String type,
    DiffHarm change,
    String severity,
    AttributionOutcome before,
    AttributionOutcome after,
    int tenants,
    long classes,
    ConnectionWitness witness,
    @Nullable Reasons explanationBefore,
    @Nullable Reasons explanationAfter) {

  /**
   * The line.
   *
   * @param before explains its witness before the change; null to leave it out
   * @param after explains its witness after the change; null to leave it out
   */
  public static ChangeLine of(
      DiffChange change, @Nullable Explanation before, @Nullable Explanation after) {
    return new ChangeLine(
        "change",
        change.harm(),
        change.harm().isError() ? "ERROR" : "NOTE",
        change.before(),
        change.after(),
        change.tenants().size(),
        change.classes(),
        change.witness(),
        before == null ? null : Reasons.of(before),
        after == null ? null : Reasons.of(after));
  }

  /** The last line: what the others are out of, and what the answer holds for. */
  public record Summary(String type, int changes, long changedClasses, long classes, String bound) {
    /** The line. */
    public static Summary of(DiffReport report, String bound) {
      return new Summary(
          "summary", report.changes().size(), report.changedClasses(), report.classes(), bound);
    }
  }
}
