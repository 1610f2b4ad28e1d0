package org.exoattribution.testkit.render.json;

import static org.exoattribution.testkit.render.json.Json.object;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.exoattribution.analysis.search.ConnectionWitness;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.DomainName;
import tools.jackson.databind.util.RawValue;

/** Witnesses as a scenario that holds when it is checked against the tenants they were found in. */
public final class WitnessScenario {
  private WitnessScenario() {}

  /**
   * The scenario, each witness on a line of its own.
   *
   * @param tenantsFrom where the tenants are, relative to the scenario
   * @param partial whether they lack something
   * @param rules the key of the rule set
   * @param readings the readings that are not at their default, by their keys
   */
  public static String text(
      String tenantsFrom,
      boolean partial,
      String rules,
      Map<String, String> readings,
      List<Map<String, Object>> witnesses) {
    String lines =
        witnesses.stream().map(Json::text).collect(Collectors.joining("\n,", "[\n", "]"));
    return Json.text(
            object(
                "tenantsFrom", tenantsFrom,
                "partial", partial ? true : null,
                "rules", rules,
                "readings", readings,
                "connections", new RawValue(lines)))
        + "\n";
  }

  /**
   * A witness.
   *
   * @param name the connection's name
   * @param expect what is expected of it; empty for null, which asserts an absence
   */
  public static Map<String, Object> entry(
      String name, ConnectionWitness witness, Map<String, Object> expect) {
    Map<String, Object> entry = object("name", name);
    entry.putAll(connection(witness));
    entry.put("expect", expect);
    return entry;
  }

  /** A witness of which all is expected that its outcome says. */
  public static Map<String, Object> entry(
      String name, ConnectionWitness witness, AttributionOutcome outcome) {
    return entry(
        name,
        witness,
        object(
            "verdict", outcome.verdict(),
            "tenant", outcome.tenant().orElse(null),
            "connector", outcome.connector(),
            "stage", outcome.stage(),
            "basis", outcome.basis().orElse(null),
            "reason", outcome.reason().orElse(null)));
  }

  /** The connection with the keys of a scenario file. */
  static Map<String, Object> connection(ConnectionWitness witness) {
    // What matters of a certificate: its names, and whether it is accepted.
    Map<String, Object> certificate =
        object(
            "subjectAltNames",
            witness.certificateNames(),
            "issuer",
            witness.certificateAccepted() ? null : "untrusted");
    return object(
        "sourceIp", witness.sourceIp(),
        "tls", witness.tls(),
        "certificate", witness.certificateNames().isEmpty() ? null : certificate,
        "mailFrom", witness.mailFrom(),
        "headerFrom", witness.headerFrom().map(DomainName::value).orElse(null),
        "rcptTo", witness.rcptTo(),
        "forest", witness.forest().map(Object::toString).orElse(null));
  }
}
