package org.exoattribution.testkit.coverage;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.design.Design;

/**
 * Records what of a design its tests exercise: the connectors that decided, the rules that results
 * rested on, and the readings that mattered to them. Resolve through it, or let it observe what was
 * resolved elsewhere. Safe for use by several threads.
 */
public final class DesignCoverage {
  private final AttributionEngine engine;
  private final Map<String, Integer> connectors = new TreeMap<>();
  private final Map<RuleId, Integer> rules = new EnumMap<>(RuleId.class);
  private final Map<Reading, Integer> readings = new EnumMap<>(Reading.class);
  private int results;

  private DesignCoverage(AttributionEngine engine) {
    this.engine = Objects.requireNonNull(engine, "engine");
    for (Tenant tenant : engine.directory().tenants()) {
      tenant.inboundConnectors().stream()
          .filter(connector -> connector.enabled()) // CON-8: the others can decide nothing
          .forEach(connector -> connectors.put(label(tenant.name(), connector.name()), 0));
    }
    Applicable applicable = Applicable.to(engine.directory());
    applicable.rules().forEach(rule -> rules.put(rule, 0));
    applicable.readings().forEach(reading -> readings.put(reading, 0));
  }

  /** A record of what this engine is asked, as yet empty. */
  public static DesignCoverage of(AttributionEngine engine) {
    return new DesignCoverage(engine);
  }

  /** A record of what the design's engine is asked, as yet empty. */
  public static DesignCoverage of(Design design) {
    return of(design.engine());
  }

  /** The engine that it asks. */
  public AttributionEngine engine() {
    return engine;
  }

  /** Resolves and records. */
  public Attribution resolve(SimulatedConnection connection) {
    Attribution attribution = engine.resolve(connection);
    observe(attribution);
    return attribution;
  }

  /** Resolves and records. */
  public List<Attribution> resolve(SimulatedTransaction transaction) {
    List<Attribution> attributions = engine.resolve(transaction);
    attributions.forEach(this::observe);
    return attributions;
  }

  /** Explains and records. */
  public Explanation explain(SimulatedConnection connection) {
    Explanation explanation = engine.explain(connection);
    observe(explanation);
    return explanation;
  }

  /** Explains and records. */
  public List<Explanation> explain(SimulatedTransaction transaction) {
    List<Explanation> explanations = engine.explain(transaction);
    explanations.forEach(this::observe);
    return explanations;
  }

  /** Records a result that was resolved elsewhere. */
  public void observe(Explanation explanation) {
    observe(explanation.attribution());
  }

  /**
   * Records a result that was resolved elsewhere. Of a connector that is not in the design only the
   * rules and readings count.
   */
  public synchronized void observe(Attribution attribution) {
    results++;
    attribution
        .tenantName()
        .flatMap(tenant -> attribution.connectorName().map(name -> label(tenant, name)))
        .ifPresent(label -> connectors.computeIfPresent(label, (key, count) -> count + 1));
    Set<RuleId> exercised = EnumSet.noneOf(RuleId.class);
    exercised.addAll(attribution.grounds().rules());
    attribution.findings().stream()
        .map(Finding::rule)
        .forEach(failed -> failed.ifPresent(exercised::add));
    exercised.forEach(rule -> rules.merge(rule, 1, Integer::sum));
    attribution
        .grounds()
        .contestedReadings()
        .forEach(reading -> readings.merge(reading, 1, Integer::sum));
  }

  /** What was exercised up to now. */
  public synchronized CoverageReport report() {
    return new CoverageReport(results, connectors, rules, readings);
  }

  private static String label(String tenant, String connector) {
    return tenant + " / " + connector;
  }
}
