package org.exoattribution.testkit.render.json;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.exoattribution.analysis.search.ConnectionWitness;
import org.exoattribution.model.AttributionOutcome;
import org.jspecify.annotations.Nullable;

/** Witnesses as a scenario that holds when it is checked against the tenants they were found in. */
public record WitnessScenario(
    String tenantsFrom,
    @Nullable Boolean partial,
    String rules,
    Map<String, String> readings,
    @JsonRawValue String connections) {

  /**
   * The scenario.
   *
   * @param tenantsFrom where the tenants are, relative to the scenario
   * @param partial whether they lack something
   * @param rules the key of the rule set
   * @param readings the readings that are not at their default, by their keys
   */
  public static WitnessScenario of(
      String tenantsFrom,
      boolean partial,
      String rules,
      Map<String, String> readings,
      List<Entry> witnesses) {
    return new WitnessScenario(
        tenantsFrom,
        partial ? true : null,
        rules,
        readings,
        witnesses.stream().map(Json::text).collect(Collectors.joining("\n,", "[\n", "]")));
  }

  /**
   * A witness.
   *
   * @param name the connection's name
   * @param expect what is expected of it; empty for null, which asserts an absence
   */
  public record Entry(
      String name, @JsonUnwrapped Object connection, Map<String, Optional<?>> expect) {

    /** A witness of which that is expected. */
    public static Entry of(
        String name, ConnectionWitness connection, Map<String, Optional<?>> expect) {
      return new Entry(name, Witness.of(connection), expect);
    }

    /** A witness of which all is expected that its outcome says. */
    public static Entry of(String name, ConnectionWitness connection, AttributionOutcome outcome) {
      Map<String, Optional<?>> expect = new LinkedHashMap<>();
      expect.put("verdict", Optional.of(outcome.verdict()));
      outcome.tenant().ifPresent(tenant -> expect.put("tenant", outcome.tenant()));
      expect.put("connector", outcome.connector());
      expect.put("stage", Optional.of(outcome.stage()));
      outcome.basis().ifPresent(basis -> expect.put("basis", outcome.basis()));
      outcome.reason().ifPresent(reason -> expect.put("reason", outcome.reason()));
      return of(name, connection, expect);
    }
  }
}
