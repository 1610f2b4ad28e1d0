package org.exoattribution.testkit.render;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.RuleId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * An attribution as one JSON object on one line. The keys and their order are part of the command
 * line's contract; what is absent is null.
 */
public final class AttributionJson {
  // Quoted once: a log writes them millions of times.
  private static final SerializableString CONNECTION = new SerializedString("connection");
  private static final SerializableString RECIPIENT = new SerializedString("recipient");
  private static final SerializableString VERDICT = new SerializedString("verdict");
  private static final SerializableString TENANT = new SerializedString("tenant");
  private static final SerializableString CONNECTOR = new SerializedString("connector");
  private static final SerializableString STAGE = new SerializedString("stage");
  private static final SerializableString BASIS = new SerializedString("basis");
  private static final SerializableString REASON = new SerializedString("reason");
  private static final SerializableString REPLY = new SerializedString("reply");
  private static final SerializableString FINDINGS = new SerializedString("findings");
  private static final SerializableString RULES = new SerializedString("rules");
  private static final SerializableString EVIDENCE = new SerializedString("evidence");

  private AttributionJson() {}

  /** The object of one recipient, without a line end. */
  public static String of(String connection, Attribution attribution) {
    return Json.text(generator -> write(generator, connection, attribution, g -> {}));
  }

  /** The same with further keys, in their order. */
  public static String of(
      String connection, Attribution attribution, Map<String, Optional<String>> further) {
    return Json.text(
        generator ->
            write(
                generator,
                connection,
                attribution,
                g -> further.forEach((k, v) -> Json.writeNullable(g, k, v.orElse(null)))));
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
    Json.write(generator, CONNECTION, connection);
    Json.write(generator, RECIPIENT, attribution.connection().rcptTo().toString());
    Json.write(generator, VERDICT, attribution.verdict().key());
    Json.write(generator, TENANT, attribution.tenantName().orElse(null));
    Json.write(generator, CONNECTOR, attribution.connectorName().orElse(null));
    Json.write(generator, STAGE, attribution.stage().key());
    Json.write(generator, BASIS, basis(attribution));
    Json.write(generator, REASON, reason(attribution));
    Json.write(generator, REPLY, reply(attribution));
    generator.writeName(FINDINGS);
    generator.writeStartArray();
    for (Finding finding : attribution.findings()) {
      generator.writeString(finding.id().name());
    }
    generator.writeEndArray();
    generator.writeName(RULES);
    generator.writeStartArray();
    for (RuleId rule : attribution.grounds().rules()) {
      generator.writeString(rule.id());
    }
    generator.writeEndArray();
    Json.write(generator, EVIDENCE, attribution.grounds().evidence().name());
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
