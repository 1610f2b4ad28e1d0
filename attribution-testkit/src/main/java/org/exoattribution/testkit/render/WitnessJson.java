package org.exoattribution.testkit.render;

import java.util.List;
import java.util.Map;
import org.exoattribution.analysis.search.ConnectionWitness;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.RejectionReason;
import tools.jackson.core.JsonGenerator;

/** Witnesses of a search as connections of a scenario file, with what is expected of them. */
public final class WitnessJson {
  /**
   * A witness.
   *
   * @param name the connection's name
   * @param connection the connection
   * @param expected what is expected of it
   */
  public record Entry(String name, ConnectionWitness connection, AttributionOutcome expected) {}

  private WitnessJson() {}

  /**
   * A scenario that holds when it is checked against the tenants that were searched.
   *
   * @param tenantsFrom where these are, relative to the scenario
   * @param rules the key of the rule set
   * @param readings the readings that are not at their default, by their keys
   * @param partial whether the tenants lack something
   */
  public static String scenario(
      String tenantsFrom,
      boolean partial,
      String rules,
      Map<String, String> readings,
      List<Entry> witnesses) {
    return Json.text(
            generator -> {
              generator.writeStartObject();
              generator.writeStringProperty("tenantsFrom", tenantsFrom);
              if (partial) {
                generator.writeBooleanProperty("partial", true);
              }
              generator.writeStringProperty("rules", rules);
              generator.writeName("readings");
              generator.writeStartObject();
              readings.forEach(generator::writeStringProperty);
              generator.writeEndObject();
              generator.writeName("connections");
              generator.writeStartArray();
              for (Entry witness : witnesses) {
                generator.writeRaw('\n');
                write(generator, witness);
              }
              generator.writeEndArray();
              generator.writeEndObject();
            })
        + "\n";
  }

  private static void write(JsonGenerator generator, Entry witness) {
    generator.writeStartObject();
    generator.writeStringProperty("name", witness.name());
    writeConnection(generator, witness.connection());
    generator.writeName("expect");
    writeOutcome(generator, witness.expected());
    generator.writeEndObject();
  }

  static void writeConnection(JsonGenerator generator, ConnectionWitness witness) {
    generator.writeStringProperty("sourceIp", witness.sourceIp().toString());
    generator.writeBooleanProperty("tls", witness.tls());
    if (!witness.certificateNames().isEmpty()) {
      generator.writeName("certificate");
      generator.writeStartObject();
      generator.writeName("subjectAltNames");
      generator.writeStartArray();
      for (PresentedName name : witness.certificateNames()) {
        generator.writeString(name.toString());
      }
      generator.writeEndArray();
      if (!witness.certificateAccepted()) {
        generator.writeStringProperty("issuer", "untrusted");
      }
      generator.writeEndObject();
    }
    generator.writeStringProperty("mailFrom", witness.mailFrom().toString());
    witness
        .headerFrom()
        .ifPresent(domain -> generator.writeStringProperty("headerFrom", domain.value()));
    generator.writeStringProperty("rcptTo", witness.rcptTo().toString());
  }

  static void writeOutcome(JsonGenerator generator, AttributionOutcome outcome) {
    generator.writeStartObject();
    generator.writeStringProperty("verdict", outcome.verdict().key());
    outcome.tenant().ifPresent(name -> generator.writeStringProperty("tenant", name));
    Json.writeNullable(generator, "connector", outcome.connector().orElse(null));
    generator.writeStringProperty("stage", outcome.stage().key());
    outcome
        .basis()
        .map(AttributionBasis::key)
        .ifPresent(basis -> generator.writeStringProperty("basis", basis));
    outcome
        .reason()
        .map(RejectionReason::name)
        .ifPresent(reason -> generator.writeStringProperty("reason", reason));
    generator.writeEndObject();
  }
}
