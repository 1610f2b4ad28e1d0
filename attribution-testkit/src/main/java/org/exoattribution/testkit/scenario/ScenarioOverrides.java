package org.exoattribution.testkit.scenario;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.model.RuleSet;
import org.exoattribution.testkit.export.TenantsImport;
import org.exoattribution.testkit.export.TenantsReader;

/**
 * What the command line says in place of the file.
 *
 * @param tenants instead of the file's own
 * @param ruleSet instead of {@code rules}
 * @param readings values by the names of readings; they replace those in the file one by one
 * @param at instead of every {@code at} in the file, those of connections too
 * @param partial whether to go on with tenants of which something is missing (INC-1)
 */
public record ScenarioOverrides(
    Optional<TenantsImport> tenants,
    Optional<RuleSet> ruleSet,
    Map<String, String> readings,
    Optional<Instant> at,
    boolean partial) {
  private static final ScenarioOverrides NONE =
      new ScenarioOverrides(Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), false);

  /** Copies the map. */
  public ScenarioOverrides {
    readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
  }

  /** The file alone counts. */
  public static ScenarioOverrides none() {
    return NONE;
  }

  /**
   * The tenants of this file or folder, and else the file alone.
   *
   * @throws org.exoattribution.testkit.source.ScenarioException if they cannot be used
   */
  public static ScenarioOverrides ofTenants(Path fileOrFolder) {
    Optional<TenantsImport> read = Optional.of(TenantsReader.read(fileOrFolder));
    return new ScenarioOverrides(read, Optional.empty(), Map.of(), Optional.empty(), false);
  }
}
