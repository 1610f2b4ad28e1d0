package org.exoattribution.testkit.laws;

import java.util.function.BiFunction;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.engine.Readings;
import org.exoattribution.engine.RuleSet;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.TenantDirectory;

/** An engine that answers otherwise than it should, to show that the laws notice. */
record BrokenSubject(
    AttributionEngine engine,
    BiFunction<AttributionEngine, SimulatedConnection, Attribution> resolve,
    BiFunction<AttributionEngine, SimulatedConnection, Explanation> explain)
    implements Subject {

  static BrokenSubject resolving(
      AttributionEngine engine,
      BiFunction<AttributionEngine, SimulatedConnection, Attribution> resolve) {
    return new BrokenSubject(engine, resolve, AttributionEngine::explain);
  }

  static BrokenSubject explaining(
      AttributionEngine engine,
      BiFunction<AttributionEngine, SimulatedConnection, Explanation> explain) {
    return new BrokenSubject(engine, AttributionEngine::resolve, explain);
  }

  @Override
  public Attribution resolve(SimulatedConnection connection) {
    return resolve.apply(engine, connection);
  }

  @Override
  public Explanation explain(SimulatedConnection connection) {
    return explain.apply(engine, connection);
  }

  @Override
  public TenantDirectory directory() {
    return engine.directory();
  }

  @Override
  public RuleSet ruleSet() {
    return engine.ruleSet();
  }

  @Override
  public Readings readings() {
    return engine.readings();
  }

  @Override
  public Subject withDirectory(TenantDirectory directory) {
    return new BrokenSubject(engine.withDirectory(directory), resolve, explain);
  }

  @Override
  public Subject withReadings(Readings readings) {
    return new BrokenSubject(engine.withReadings(readings), resolve, explain);
  }
}
