package org.exoattribution.testkit.render.json;

import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.search.ConnectionWitness;
import org.exoattribution.analysis.search.Misroute;
import org.exoattribution.analysis.search.MisrouteKind;
import org.exoattribution.analysis.search.MisrouteReport;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Explanation;
import org.jspecify.annotations.Nullable;

/** The line of a misroute. */
public record MisrouteLine(
    String type,
    MisrouteKind misroute,
    Misroute.Severity severity,
    String source,
    String mailOf,
    Optional<String> owner,
    int owners,
    AttributionOutcome outcome,
    long classes,
    ConnectionWitness witness,
    @Nullable Reasons explanation) {

  /**
   * The line.
   *
   * @param explanation of its witness; null to leave it out
   */
  public static MisrouteLine of(Misroute misroute, @Nullable Explanation explanation) {
    return new MisrouteLine(
        "misroute",
        misroute.kind(),
        misroute.severity(),
        misroute.source().name(),
        misroute.kind().isOfSender() ? "sender" : "recipient",
        misroute.owner(),
        misroute.owners(),
        misroute.outcome(),
        misroute.classes(),
        misroute.witness(),
        explanation == null ? null : Reasons.of(explanation));
  }

  /** The line of a source, which comes before its misroutes. */
  public record Source(String type, String source, List<String> tenants) {
    /** The line. */
    public static Source of(Misroute.MailSource source) {
      return new Source("source", source.name(), source.tenants());
    }
  }

  /** The last line: what the others are out of, and what the answer holds for. */
  public record Summary(
      String type,
      int misroutes,
      int openings,
      int cautions,
      long sources,
      long shared,
      long classes,
      String bound) {
    /** The line. */
    public static Summary of(MisrouteReport report, String bound) {
      return new Summary(
          "summary",
          report.misroutes().size(),
          report.openings().size(),
          report.cautions().size(),
          report.sources(),
          report.shared(),
          report.classes(),
          bound);
    }
  }
}
