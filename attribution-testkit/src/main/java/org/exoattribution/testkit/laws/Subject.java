package org.exoattribution.testkit.laws;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Readings;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * An engine and how it answers, so that the laws can be tried on answers that break them.
 *
 * @param engine with directory, rules and readings
 * @param answer how it resolves
 * @param reasons how it explains
 */
record Subject(
    AttributionEngine engine,
    BiFunction<AttributionEngine, SimulatedConnection, Attribution> answer,
    BiFunction<AttributionEngine, SimulatedConnection, Explanation> reasons) {

  /** The engine as it answers itself. */
  static Subject of(AttributionEngine engine) {
    return new Subject(
        Objects.requireNonNull(engine, "engine"),
        AttributionEngine::resolve,
        AttributionEngine::explain);
  }

  Attribution resolve(SimulatedConnection connection) {
    return answer.apply(engine, connection);
  }

  Explanation explain(SimulatedConnection connection) {
    return reasons.apply(engine, connection);
  }

  Subject withDirectory(TenantDirectory directory) {
    return new Subject(engine.withDirectory(directory), answer, reasons);
  }

  /** Without those of the tenant's connectors that the condition names. */
  Subject without(Tenant tenant, Predicate<InboundConnector> gone) {
    Tenant.Builder builder = tenant.toBuilder().clearInboundConnectors();
    tenant.inboundConnectors().stream().filter(gone.negate()).forEach(builder::inboundConnector);
    return withDirectory(engine.directory().withTenant(builder.build()));
  }

  Subject withReadings(Readings readings) {
    return new Subject(engine.withReadings(readings), answer, reasons);
  }
}
