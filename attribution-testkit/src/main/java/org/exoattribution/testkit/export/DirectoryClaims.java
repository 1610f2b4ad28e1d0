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

  private record Claim(String tenant, SourceLocation location) {}

  void claimName(String tenant, SourceLocation location) {
    Claim earlier =
        tenants.putIfAbsent(tenant.toLowerCase(Locale.ROOT), new Claim(tenant, location));
    if (earlier != null) {
      throw new ScenarioException(
          location,
          "two tenants are named "
              + Quoted.text(earlier.tenant())
              + " and "
              + Quoted.text(tenant)
              + ": expected distinct names, whatever their letter case, the other is at "
              + earlier.location()
              + rule());
    }
  }

  /**
   * @return whether the domain is new; false if the same tenant has it already
   * @throws ScenarioException if another tenant has it
   */
  boolean claimDomain(DomainName domain, String tenant, SourceLocation location) {
    Claim earlier = domains.putIfAbsent(domain, new Claim(tenant, location));
    if (earlier != null && !earlier.tenant().equals(tenant)) {
      throw new ScenarioException(
          location,
          Quoted.text(domain.value())
              + " is an accepted domain of both "
              + Quoted.text(earlier.tenant())
              + " and "
              + Quoted.text(tenant)
              + ": expected one tenant for a domain, the other is at "
              + earlier.location()
              + rule());
    }
    return earlier == null;
  }

  private static String rule() {
    return " (" + RuleId.DIR_1.id() + ")";
  }

  TenantLocations locations() {
    return locations;
  }

  void add(Tenant tenant) {
    complete.add(tenant);
  }

  TenantDirectory directory() {
    return TenantDirectory.of(complete);
  }
}
