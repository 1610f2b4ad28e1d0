package org.exoattribution.testkit.scenario;

import java.util.List;
import java.util.Objects;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.export.ImportReport;

/**
 * A scenario file as it was read: tenants, the rules to apply, and connections with what is
 * expected of them. It has at least one connection.
 */
public final class Scenario {
  private final Setting setting;
  private final List<ScenarioConnection> connections;

  Scenario(Setting setting, List<ScenarioConnection> connections) {
    this.setting = Objects.requireNonNull(setting, "setting");
    this.connections = List.copyOf(connections);
  }

  /** The file as the user named it. */
  public String source() {
    return setting.source();
  }

  /** The tenants. */
  public TenantDirectory directory() {
    return setting.tenants().partialDirectory();
  }

  /**
   * What reading the tenants could not honour. If it is not complete, somebody asked for a partial
   * answer, and every answer has to say that it is one (INC-1).
   */
  public ImportReport importReport() {
    return setting.tenants().report();
  }

  /** The rules to apply. */
  public RuleSet ruleSet() {
    return setting.ruleSet();
  }

  /** The readings to apply. */
  public Readings readings() {
    return setting.readings();
  }

  /** The root of the synthetic certificates, and those of certificates given as PEM. */
  public TrustAnchors trustAnchors() {
    return setting.trustAnchors();
  }

  /** The connections in the order of the file; at least one. */
  public List<ScenarioConnection> connections() {
    return connections;
  }

  /** The engine over all this; built once. */
  public AttributionEngine engine() {
    return setting.engine();
  }

  @Override
  public String toString() {
    return "scenario " + source() + " with " + connections.size() + " connections";
  }
}
