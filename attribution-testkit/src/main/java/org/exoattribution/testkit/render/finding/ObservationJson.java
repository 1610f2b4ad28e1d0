package org.exoattribution.testkit.render.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.analysis.observation.Judgement;
import org.exoattribution.analysis.observation.Observed;
import org.exoattribution.analysis.observation.Prediction;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.observation.ObservationGroup;
import org.exoattribution.testkit.observation.ObservationGroups;
import org.exoattribution.testkit.render.Json;
import org.exoattribution.testkit.render.WitnessJson;
import tools.jackson.core.JsonGenerator;

/** Observations as JSON objects of one line each. */
public final class ObservationJson {
  private final boolean full;

  /**
   * Objects.
   *
   * @param full whether mailboxes are named, where otherwise domains are
   */
  public ObservationJson(boolean full) {
    this.full = full;
  }

  /** The object of a group. */
  public String of(ObservationGroup group) {
    Judgement judgement = group.judgement();
    SimulatedConnection connection = group.first().observation().connection();
    Optional<Boolean> ehlo =
        judgement.fold(
            a -> Optional.empty(),
            a -> Optional.of(a.explainedByEhlo()),
            c -> Optional.empty(),
            u -> Optional.empty());
    return Json.text(
        generator -> {
          generator.writeStartObject();
          generator.writeStringProperty("source", connection.sourceIp().toString());
          generator.writeStringProperty("verdict", judgement.kind().name());
          generator.writeNumberProperty("count", group.count());
          generator.writeName("observed");
          writeObserved(generator, group, connection);
          generator.writeName("predicted");
          generator.writeStartArray();
          judgement.predictions().forEach(prediction -> write(generator, prediction));
          generator.writeEndArray();
          write(generator, "ifCertificate", judgement.certificates());
          write(generator, "files", group.files());
          generator.writeName("ehloExplains");
          generator.writeRawValue(ehlo.map(String::valueOf).orElse("null"));
          write(generator, "nearest", judgement.causes());
          generator.writeEndObject();
        });
  }

  private static void write(JsonGenerator generator, String key, List<?> values) {
    generator.writeName(key);
    generator.writeStartArray();
    values.forEach(value -> generator.writeString(value.toString()));
    generator.writeEndArray();
  }

  private void writeObserved(
      JsonGenerator generator, ObservationGroup group, SimulatedConnection connection) {
    Observed observed = group.first().observation().observed();
    generator.writeStartObject();
    Json.writeNullable(generator, "verdict", observed.verdict().map(Verdict::key).orElse(null));
    Json.writeNullable(generator, "tenant", observed.tenant().orElse(null));
    Json.writeNullable(generator, "connector", observed.connector().orElse(null));
    Json.writeNullable(generator, "ehlo", connection.ehlo().orElse(null));
    generator.writeBooleanProperty("tls", connection.tls());
    generator.writeStringProperty("mailFrom", ObservationText.mailFrom(connection, full));
    generator.writeStringProperty("rcptTo", ObservationText.rcptTo(connection, full));
    generator.writeName("besides");
    generator.writeStartObject();
    group.first().besides().forEach(generator::writeStringProperty);
    generator.writeEndObject();
    write(generator, "notes", group.first().notes());
    generator.writeEndObject();
  }

  private static void write(JsonGenerator generator, Prediction prediction) {
    Map<String, Optional<String>> keys = new LinkedHashMap<>();
    keys.put("certificate", prediction.certificate().map(CertificateNamePattern::toString));
    keys.putAll(WitnessJson.keys(AttributionOutcome.of(prediction.attribution())));
    WitnessJson.write(generator, keys);
  }

  /** How many of each kind, and what was not judged. */
  public String summary(ObservationGroups groups, long sentByMailbox, long unreadable) {
    return Json.text(
        generator -> {
          generator.writeStartObject();
          for (Judgement.Kind kind : Judgement.Kind.values()) {
            generator.writeNumberProperty(kind.name(), groups.count(kind));
          }
          generator.writeNumberProperty("sentByMailbox", sentByMailbox);
          generator.writeNumberProperty("unreadable", unreadable);
          generator.writeEndObject();
        });
  }
}
