package org.exoattribution.testkit.export;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.testkit.source.SourceLocation;

/** Where tenants and their connectors were read, so that a finding can point at its file. */
public final class TenantLocations {
  private final Map<String, Place> tenants = new HashMap<>();

  private static final class Place {
    private final SourceLocation location;
    private final Map<String, SourceLocation> connectors = new HashMap<>();

    private Place(SourceLocation location) {
      this.location = Objects.requireNonNull(location, "location");
    }
  }

  TenantLocations() {}

  void add(String tenant, SourceLocation location) {
    tenants.put(key(tenant), new Place(location));
  }

  void add(String tenant, String connector, SourceLocation location) {
    tenants
        .computeIfAbsent(key(tenant), name -> new Place(location))
        .connectors
        .put(key(connector), location);
  }

  /** Where the finding's connector was read, or else its tenant. */
  public Optional<SourceLocation> of(LintFinding finding) {
    return of(finding.tenant(), finding.connector());
  }

  /** Where the connector was read, or else its tenant; empty if there is no such tenant. */
  public Optional<SourceLocation> of(String tenant, Optional<String> connector) {
    return Optional.ofNullable(tenants.get(key(tenant)))
        .map(
            place ->
                connector
                    .flatMap(name -> Optional.ofNullable(place.connectors.get(key(name))))
                    .orElse(place.location));
  }

  /** The form in which two names are one (DIR-1). */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
