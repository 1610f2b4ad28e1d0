package org.exoattribution.testkit.scenario;

import java.util.List;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.export.ImportReport;
import org.exoattribution.testkit.export.TenantsImport;
import org.jspecify.annotations.Nullable;

/**
 * A scenario file as it was read: tenants, the rules to apply, and connections with what is
 * expected of them. It has at least one connection.
 */
public final class Scenario {
  private final String source;
  private final TenantsImport tenants;
  private final RuleSet ruleSet;
  private final Readings readings;
  private final TrustAnchors trustAnchors;
  private final List<ScenarioConnection> connections;
  private @Nullable AttributionEngine engine;

  /**
   * @param source the file of the connections as the user named it
   * @param connections none if they are read as they are asked for
   */
  Scenario(
      String source,
      TenantsImport tenants,
      RuleSet ruleSet,
      Readings readings,
      TrustAnchors trustAnchors,
      List<ScenarioConnection> connections) {
    this.source = source;
    this.tenants = tenants;
    this.ruleSet = ruleSet;
    this.readings = readings;
    this.trustAnchors = trustAnchors;
    this.connections = List.copyOf(connections);
  }

  /** The file as the user named it. */
  public String source() {
    return source;
  }

  /** The tenants. */
  public TenantDirectory directory() {
    return tenants.partialDirectory();
  }

  /**
   * What reading the tenants could not honour. If it is not complete, somebody asked for a partial
   * answer, and every answer has to say that it is one (INC-1).
   */
  public ImportReport importReport() {
    return tenants.report();
  }

  /** The rules to apply. */
  public RuleSet ruleSet() {
    return ruleSet;
  }

  /** The readings to apply. */
  public Readings readings() {
    return readings;
  }

  /** The root of the synthetic certificates, and those of certificates given as PEM. */
  public TrustAnchors trustAnchors() {
    return trustAnchors;
  }

  /** The connections in the order of the file; at least one. */
  public List<ScenarioConnection> connections() {
    return connections;
  }

  /**
   * The engine over all this, built at the first call: who only wants to see the file does not wait
   * for the indexes.
   */
  public synchronized AttributionEngine engine() {
    AttributionEngine built = engine;
    if (built == null) {
      built =
          AttributionEngine.builder(tenants.partialDirectory())
              .ruleSet(ruleSet)
              .readings(readings)
              .trustAnchors(trustAnchors)
              .build();
      engine = built;
    }
    return built;
  }

  @Override
  public String toString() {
    return "scenario " + source() + " with " + connections.size() + " connections";
  }
}
