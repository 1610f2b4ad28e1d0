package org.exoattribution.testkit.render;

import java.util.function.Consumer;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.RuleId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * An attribution as one JSON object on one line. The keys and their order are part of the command
 * line's contract; what is absent is null.
 */
public final class AttributionJson {
  private AttributionJson() {}

  /** The object of one recipient, without a line end. */
  public static String of(String connection, Attribution attribution) {
    return Json.text(generator -> write(generator, connection, attribution, g -> {}));
  }

  /** The same with the explanation under the key {@code explanation}. */
  public static String of(String connection, Explanation explanation) {
    return Json.text(
        generator ->
            write(generator, connection, explanation.attribution(), explained(explanation)));
  }

  /** What follows the attribution of a recipient whose explanation was asked for. */
  static Consumer<JsonGenerator> explained(Explanation explanation) {
    return generator -> {
      generator.writeName("explanation");
      ExplanationJson.write(generator, explanation);
    };
  }

  /** The same with the changes and what the result rests on. */
  static Consumer<JsonGenerator> explained(ResultDetails details) {
    return generator -> {
      generator.writeName("explanation");
      ExplanationJson.write(generator, details);
    };
  }

  static void write(
      JsonGenerator generator,
      String connection,
      Attribution attribution,
      Consumer<JsonGenerator> further) {
    generator.writeStartObject();
    generator.writeStringProperty("connection", connection);
    generator.writeStringProperty("recipient", attribution.connection().rcptTo().toString());
    generator.writeStringProperty("verdict", attribution.verdict().key());
    Json.writeNullable(generator, "tenant", attribution.tenantName().orElse(null));
    Json.writeNullable(generator, "connector", attribution.connectorName().orElse(null));
    generator.writeStringProperty("stage", attribution.stage().key());
    Json.writeNullable(generator, "basis", basis(attribution));
    Json.writeNullable(generator, "reason", reason(attribution));
    Json.writeNullable(generator, "reply", reply(attribution));
    generator.writeName("findings");
    generator.writeStartArray();
    for (Finding finding : attribution.findings()) {
      generator.writeString(finding.id().name());
    }
    generator.writeEndArray();
    generator.writeName("rules");
    generator.writeStartArray();
    for (RuleId rule : attribution.grounds().rules()) {
      generator.writeString(rule.id());
    }
    generator.writeEndArray();
    generator.writeStringProperty("evidence", attribution.grounds().evidence().name());
    further.accept(generator);
    generator.writeEndObject();
  }

  private static @Nullable String basis(Attribution attribution) {
    return attribution.fold(o -> o.basis().key(), i -> null, r -> null);
  }

  private static @Nullable String reason(Attribution attribution) {
    return attribution.fold(o -> null, i -> null, r -> r.reason().name());
  }

  private static @Nullable String reply(Attribution attribution) {
    return attribution.fold(o -> null, i -> null, r -> r.reply().toString());
  }
}
