package org.exoattribution.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tenants among which connections are attributed. A domain is accepted by at most one of them
 * (DIR-1); nothing depends on their order.
 */
public final class TenantDirectory {
  private final Map<String, Tenant> tenantsByKey;

  private TenantDirectory(Map<String, Tenant> tenantsByKey) {
    this.tenantsByKey = tenantsByKey;
  }

  /**
   * Gathers the tenants.
   *
   * @throws InvalidValueException if two tenants share a name or a domain; the message names both
   *     holders (DIR-1)
   */
  public static TenantDirectory of(Collection<Tenant> tenants) {
    Map<String, Tenant> byKey = new LinkedHashMap<>();
    Map<DomainName, Tenant> holders = new HashMap<>();
    for (Tenant tenant : tenants) {
      Tenant namesake = byKey.putIfAbsent(Names.key(tenant.name()), tenant);
      if (namesake != null) {
        throw new InvalidValueException(
            "two tenants are named "
                + InvalidValueException.quote(namesake.name())
                + " and "
                + InvalidValueException.quote(tenant.name())
                + ": expected distinct names, whatever their letter case ("
                + RuleId.DIR_1.id()
                + ")");
      }
      for (AcceptedDomain domain : tenant.acceptedDomains()) {
        Tenant holder = holders.putIfAbsent(domain.domainName(), tenant);
        if (holder != null) {
          throw sharedDomain(domain.domainName(), holder, tenant);
        }
      }
    }
    return new TenantDirectory(byKey);
  }

  /**
   * Gathers the tenants.
   *
   * @throws InvalidValueException as {@link #of(Collection)}
   */
  public static TenantDirectory of(Tenant... tenants) {
    return of(List.of(tenants));
  }

  private static InvalidValueException sharedDomain(DomainName domain, Tenant one, Tenant other) {
    return new InvalidValueException(
        InvalidValueException.quote(domain.value())
            + (one.name().equals(other.name())
                ? " is listed twice among the accepted domains of "
                    + InvalidValueException.quote(one.name())
                    + ": expected it once"
                : " is an accepted domain of both "
                    + InvalidValueException.quote(one.name())
                    + " and "
                    + InvalidValueException.quote(other.name())
                    + ": expected one tenant for a domain")
            + " ("
            + RuleId.DIR_1.id()
            + ")");
  }

  /** The tenants, in the order given. */
  public Collection<Tenant> tenants() {
    return Collections.unmodifiableCollection(tenantsByKey.values());
  }

  /** The tenant of a name, ignoring case. */
  public Optional<Tenant> tenant(String name) {
    return Optional.ofNullable(tenantsByKey.get(Names.key(name)));
  }

  /**
   * A directory with the tenant in place of the one of the same name, or added.
   *
   * @throws InvalidValueException if another tenant accepts one of its domains (DIR-1)
   */
  public TenantDirectory withTenant(Tenant tenant) {
    Map<String, Tenant> changed = new LinkedHashMap<>(tenantsByKey);
    changed.put(Names.key(tenant.name()), tenant);
    return of(new ArrayList<>(changed.values()));
  }

  /** A directory without the tenant of this name, if there is one. */
  public TenantDirectory withoutTenant(String name) {
    Map<String, Tenant> changed = new LinkedHashMap<>(tenantsByKey);
    changed.remove(Names.key(name));
    return new TenantDirectory(changed);
  }

  /** Equal if the tenants are, in whatever order. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TenantDirectory directory
        && tenantsByKey.equals(directory.tenantsByKey);
  }

  @Override
  public int hashCode() {
    return tenantsByKey.hashCode();
  }

  @Override
  public String toString() {
    return "directory of " + tenantsByKey.size() + " tenants";
  }
}
