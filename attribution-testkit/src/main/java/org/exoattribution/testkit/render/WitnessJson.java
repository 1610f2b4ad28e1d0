package org.exoattribution.testkit.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.analysis.search.ConnectionWitness;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.PresentedName;
import tools.jackson.core.JsonGenerator;

/** Witnesses of a search as connections of a scenario file, with what is expected of them. */
public final class WitnessJson {
  /**
   * A witness.
   *
   * @param name the connection's name
   * @param connection the connection
   * @param expected what is expected of it, by the keys of {@code expect}; empty for null
   */
  public record Entry(
      String name, ConnectionWitness connection, Map<String, Optional<String>> expected) {
    /** A witness of which all is expected that its outcome says. */
    public Entry(String name, ConnectionWitness connection, AttributionOutcome expected) {
      this(name, connection, keys(expected));
    }
  }

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
    write(generator, witness.expected());
    generator.writeEndObject();
  }

  public static void write(JsonGenerator generator, Map<String, Optional<String>> keys) {
    generator.writeStartObject();
    keys.forEach((key, value) -> Json.writeNullable(generator, key, value.orElse(null)));
    generator.writeEndObject();
  }

  public static void writeConnection(JsonGenerator generator, ConnectionWitness witness) {
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
    witness
        .forest()
        .ifPresent(forest -> generator.writeStringProperty("forest", forest.toString()));
  }

  /** An outcome, what is absent null. */
  public static void writeOutcome(JsonGenerator generator, AttributionOutcome outcome) {
    generator.writeStartObject();
    generator.writeStringProperty("verdict", outcome.verdict().key());
    Json.writeNullable(generator, "tenant", outcome.tenant().orElse(null));
    Json.writeNullable(generator, "connector", outcome.connector().orElse(null));
    generator.writeStringProperty("stage", outcome.stage().key());
    Json.writeNullable(generator, "basis", outcome.basis().map(b -> b.key()).orElse(null));
    Json.writeNullable(generator, "reason", outcome.reason().map(Enum::name).orElse(null));
    generator.writeEndObject();
  }

  /** What is expected of a connection: null would assert an absence, as it does of a connector. */
  public static Map<String, Optional<String>> keys(AttributionOutcome outcome) {
    Map<String, Optional<String>> keys = new LinkedHashMap<>();
    keys.put("verdict", Optional.of(outcome.verdict().key()));
    outcome.tenant().ifPresent(name -> keys.put("tenant", outcome.tenant()));
    keys.put("connector", outcome.connector());
    keys.put("stage", Optional.of(outcome.stage().key()));
    outcome.basis().ifPresent(basis -> keys.put("basis", Optional.of(basis.key())));
    outcome.reason().ifPresent(reason -> keys.put("reason", Optional.of(reason.name())));
    return keys;
  }
}
