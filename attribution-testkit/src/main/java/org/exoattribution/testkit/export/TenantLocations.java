package org.exoattribution.testkit.export;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.analysis.lint.LintFinding;
import org.exoattribution.testkit.source.SourceLocation;

/** Where tenants and their connectors were read, so that a finding can point at its file. */
public final class TenantLocations {
  /** By the tenant's name, or that and the connector's in two lines. */
  private final Map<String, SourceLocation> places = new HashMap<>();

  TenantLocations() {}

  void add(String tenant, SourceLocation location) {
    places.put(key(tenant), location);
  }

  void add(String tenant, String connector, SourceLocation location) {
    places.put(key(tenant + "\n" + connector), location);
  }

  /** Where the finding's connector was read, or else its tenant. */
  public Optional<SourceLocation> of(LintFinding finding) {
    return of(finding.tenant(), finding.connector());
  }

  /** Where the connector was read, or else its tenant; empty if there is no such tenant. */
  public Optional<SourceLocation> of(String tenant, Optional<String> connector) {
    return connector
        .map(name -> places.get(key(tenant + "\n" + name)))
        .or(() -> Optional.ofNullable(places.get(key(tenant))));
  }

  /** The form in which two names are one (DIR-1). */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
