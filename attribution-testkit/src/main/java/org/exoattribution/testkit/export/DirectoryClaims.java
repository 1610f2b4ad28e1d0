package org.exoattribution.testkit.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.document.Quoted;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * Puts a directory together and remembers where each tenant and each domain was claimed, so that
 * the refusal of DIR-1 can point at both places. Two tenants that claim one domain are never both
 * right: even an export is refused then.
 */
final class DirectoryClaims {
  private final Map<String, Claim> tenants = new HashMap<>();
  private final Map<DomainName, Claim> domains = new HashMap<>();
  private final TenantLocations locations = new TenantLocations();
  private final List<Tenant> complete = new ArrayList<>();
  private final ImportLog log;

  DirectoryClaims(ImportLog log) {
    this.log = log;
  }

  private record Claim(String tenant, SourceLocation location) {}

  void claimName(String tenant, SourceLocation location) {
    Claim earlier =
        tenants.putIfAbsent(tenant.toLowerCase(Locale.ROOT), new Claim(tenant, location));
    if (earlier != null) {
      String problem =
          "two tenants are named %s and %s: expected distinct names, whatever their letter case"
              .formatted(Quoted.text(earlier.tenant()), Quoted.text(tenant));
      throw refused(location, problem, earlier);
    }
    locations.add(tenant, location);
  }

  /**
   * @return whether the domain is new; false if the same tenant has it already
   * @throws ScenarioException if another tenant has it
   */
  boolean claimDomain(DomainName domain, String tenant, SourceLocation location) {
    Claim earlier = domains.putIfAbsent(domain, new Claim(tenant, location));
    if (earlier != null && !earlier.tenant().equals(tenant)) {
      String problem =
          "%s is an accepted domain of both %s and %s: expected one tenant for a domain"
              .formatted(
                  Quoted.text(domain.value()), Quoted.text(earlier.tenant()), Quoted.text(tenant));
      throw refused(location, problem, earlier);
    }
    return earlier == null;
  }

  private static ScenarioException refused(SourceLocation location, String problem, Claim earlier) {
    String rule = " (" + RuleId.DIR_1.id() + ")";
    return new ScenarioException(
        location, problem + ", the other is at " + earlier.location() + rule);
  }

  TenantLocations locations() {
    return locations;
  }

  ImportLog log() {
    return log;
  }

  void add(Tenant tenant) {
    complete.add(tenant);
  }

  TenantsImport tenants() {
    return new TenantsImport(TenantDirectory.of(complete), log.report(), locations);
  }
}
