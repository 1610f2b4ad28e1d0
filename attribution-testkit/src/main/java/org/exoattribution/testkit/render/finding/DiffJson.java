package org.exoattribution.testkit.render.finding;

import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.model.Explanation;
import org.exoattribution.testkit.render.ExplanationJson;
import org.exoattribution.testkit.render.Json;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.WitnessJson;
import org.jspecify.annotations.Nullable;

/** Changes of attributions as JSON objects of one line each. */
public final class DiffJson {
  private DiffJson() {}

  /**
   * The object of one change.
   *
   * @param before explains its witness before the change; null to leave it out
   * @param after explains its witness after the change; null to leave it out
   */
  public static String of(
      DiffChange change, @Nullable Explanation before, @Nullable Explanation after) {
    return Json.text(
        generator -> {
          generator.writeStartObject();
          generator.writeStringProperty("type", "change");
          generator.writeStringProperty("change", change.harm().name());
          generator.writeStringProperty("severity", severity(change));
          generator.writeName("before");
          WitnessJson.writeOutcome(generator, change.before());
          generator.writeName("after");
          WitnessJson.writeOutcome(generator, change.after());
          generator.writeNumberProperty("tenants", change.tenants().size());
          generator.writeNumberProperty("classes", change.classes());
          generator.writeName("witness");
          generator.writeStartObject();
          WitnessJson.writeConnection(generator, change.witness());
          generator.writeEndObject();
          if (before != null && after != null) {
            generator.writeName("explanationBefore");
            ExplanationJson.write(generator, before);
            generator.writeName("explanationAfter");
            ExplanationJson.write(generator, after);
          }
          generator.writeEndObject();
        });
  }

  /** What the others are out of, and what the answer holds for. */
  public static String summary(DiffReport report, PartialNotice partial) {
    return partial.json(
        Json.text(
            generator -> {
              generator.writeStartObject();
              generator.writeStringProperty("type", "summary");
              generator.writeNumberProperty("changes", report.changes().size());
              generator.writeNumberProperty("changedClasses", report.changedClasses());
              generator.writeNumberProperty("classes", report.classes());
              generator.writeStringProperty("bound", partial.sentenceOr(report.bound()));
              generator.writeEndObject();
            }));
  }

  static String severity(DiffChange change) {
    return change.harm().isError() ? "ERROR" : "NOTE";
  }
}
