package org.exoattribution.testkit.scenario;

import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.testkit.export.TenantsImport;
import org.jspecify.annotations.Nullable;

/** What connections are resolved against, and the engine over it. */
final class Setting {
  private final String source;
  private final TenantsImport tenants;
  private final RuleSet ruleSet;
  private final Readings readings;
  private final TrustAnchors trustAnchors;
  private @Nullable AttributionEngine engine;

  /**
   * @param source the file of the connections as the user named it
   */
  Setting(
      String source,
      TenantsImport tenants,
      RuleSet ruleSet,
      Readings readings,
      TrustAnchors trustAnchors) {
    this.source = source;
    this.tenants = tenants;
    this.ruleSet = ruleSet;
    this.readings = readings;
    this.trustAnchors = trustAnchors;
  }

  String source() {
    return source;
  }

  TenantsImport tenants() {
    return tenants;
  }

  RuleSet ruleSet() {
    return ruleSet;
  }

  Readings readings() {
    return readings;
  }

  TrustAnchors trustAnchors() {
    return trustAnchors;
  }

  /** Built at the first call: who only wants to see the file does not wait for the indexes. */
  synchronized AttributionEngine engine() {
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
}
