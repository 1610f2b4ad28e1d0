package org.exoattribution.testkit.render;

import org.exoattribution.analysis.search.Misroute;
import org.exoattribution.analysis.search.MisrouteKind;
import org.exoattribution.analysis.search.MisrouteReport;
import org.exoattribution.model.Explanation;
import org.jspecify.annotations.Nullable;

/** Misroutes as JSON objects of one line each. */
public final class MisrouteJson {
  private MisrouteJson() {}

  /**
   * The object of one misroute.
   *
   * @param explanation of its witness; null to leave it out
   */
  public static String of(Misroute misroute, @Nullable Explanation explanation) {
    return Json.text(
        generator -> {
          generator.writeStartObject();
          generator.writeStringProperty("misroute", misroute.kind().name());
          generator.writeStringProperty("severity", severity(misroute));
          Json.writeNullable(generator, "owner", misroute.owner().orElse(null));
          generator.writeName("outcome");
          WitnessJson.writeOutcome(generator, misroute.outcome());
          generator.writeNumberProperty("classes", misroute.classes());
          generator.writeName("witness");
          generator.writeStartObject();
          WitnessJson.writeConnection(generator, misroute.witness());
          generator.writeEndObject();
          if (explanation != null) {
            generator.writeName("explanation");
            ExplanationJson.write(generator, explanation);
          }
          generator.writeEndObject();
        });
  }

  /** What the others are out of, and what the answer holds for. */
  public static String summary(MisrouteReport report, PartialNotice partial) {
    return partial.json(
        Json.text(
            generator -> {
              generator.writeStartObject();
              generator.writeNumberProperty("misroutes", report.misroutes().size());
              generator.writeNumberProperty("cautions", report.cautions().size());
              generator.writeNumberProperty("classes", report.classes());
              generator.writeStringProperty("bound", partial.sentenceOr(report.bound()));
              generator.writeEndObject();
            }));
  }

  static String severity(Misroute misroute) {
    return misroute.kind() == MisrouteKind.COMBINED_CERTIFICATE ? "WARNING" : "ERROR";
  }
}
