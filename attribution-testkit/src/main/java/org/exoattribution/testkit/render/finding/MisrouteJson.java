package org.exoattribution.testkit.render.finding;

import org.exoattribution.analysis.search.Misroute;
import org.exoattribution.analysis.search.MisrouteReport;
import org.exoattribution.model.Explanation;
import org.exoattribution.testkit.render.ExplanationJson;
import org.exoattribution.testkit.render.Json;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.render.WitnessJson;
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
          generator.writeStringProperty("type", "misroute");
          generator.writeStringProperty("misroute", misroute.kind().name());
          generator.writeStringProperty("severity", misroute.severity().name());
          generator.writeStringProperty("source", misroute.source().name());
          generator.writeStringProperty(
              "mailOf", misroute.kind().isOfSender() ? "sender" : "recipient");
          Json.writeNullable(generator, "owner", misroute.owner().orElse(null));
          generator.writeNumberProperty("owners", misroute.owners());
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

  /** The object of a source, which comes before its misroutes. */
  public static String source(Misroute.MailSource source) {
    return Json.text(
        generator -> {
          generator.writeStartObject();
          generator.writeStringProperty("type", "source");
          generator.writeStringProperty("source", source.name());
          generator.writeName("tenants");
          generator.writeStartArray();
          source.tenants().forEach(generator::writeString);
          generator.writeEndArray();
          generator.writeEndObject();
        });
  }

  /** What the others are out of, and what the answer holds for. */
  public static String summary(MisrouteReport report, PartialNotice partial) {
    return partial.json(
        Json.text(
            generator -> {
              generator.writeStartObject();
              generator.writeStringProperty("type", "summary");
              generator.writeNumberProperty("misroutes", report.misroutes().size());
              generator.writeNumberProperty("openings", report.openings().size());
              generator.writeNumberProperty("cautions", report.cautions().size());
              generator.writeNumberProperty("sources", report.sources());
              generator.writeNumberProperty("shared", report.shared());
              generator.writeNumberProperty("classes", report.classes());
              generator.writeStringProperty("bound", partial.sentenceOr(report.bound()));
              generator.writeEndObject();
            }));
  }
}
