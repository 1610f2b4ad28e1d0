package org.exoattribution.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tenants among which connections are attributed. A domain is accepted by at most one of them
 * (DIR-1); nothing depends on their order.
 */
public final class TenantDirectory {
  /** How many tenants its text names. */
  private static final int NAMED = 5;

  private final SharingMap<String, Tenant> tenantsByKey;

  /** Who accepts a domain. */
  private final SharingMap<DomainName, Tenant> holders;

  private TenantDirectory(
      SharingMap<String, Tenant> tenantsByKey, SharingMap<DomainName, Tenant> holders) {
    this.tenantsByKey = Objects.requireNonNull(tenantsByKey, "tenantsByKey");
    this.holders = Objects.requireNonNull(holders, "holders");
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
        throw InvalidValueException.because(
            RuleId.DIR_1,
            "two tenants are named %s and %s: expected distinct names, whatever their letter case",
            namesake.name(),
            tenant.name());
      }
      for (AcceptedDomain domain : tenant.acceptedDomains()) {
        Tenant holder = holders.putIfAbsent(domain.domainName(), tenant);
        if (holder != null) {
          throw sharedDomain(domain.domainName(), holder, tenant);
        }
      }
    }
    return new TenantDirectory(SharingMap.of(byKey), SharingMap.of(holders));
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
    return InvalidValueException.because(
        RuleId.DIR_1,
        one.name().equals(other.name())
            ? "%s is listed twice among the accepted domains of %s: expected it once"
            : "%s is an accepted domain of both %s and %s: expected one tenant for a domain",
        domain.value(),
        one.name(),
        other.name());
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
   * A directory with the tenant in place of the one of the same name, or added. It shares the rest
   * with this one: the cost hardly grows with the number of tenants.
   *
   * @throws InvalidValueException if another tenant accepts one of its domains (DIR-1)
   */
  public TenantDirectory withTenant(Tenant tenant) {
    Map<DomainName, Optional<Tenant>> domains = domainsGivenUpBy(tenant.name());
    for (AcceptedDomain domain : tenant.acceptedDomains()) {
      DomainName name = domain.domainName();
      Optional<Tenant> holder = domains.getOrDefault(name, Optional.ofNullable(holders.get(name)));
      if (holder.isPresent()) {
        throw sharedDomain(name, holder.get(), tenant);
      }
      domains.put(name, Optional.of(tenant));
    }
    return new TenantDirectory(
        tenantsByKey.with(Map.of(Names.key(tenant.name()), Optional.of(tenant))),
        holders.with(domains));
  }

  /** A directory without the tenant of this name, if there is one; it shares the rest. */
  public TenantDirectory withoutTenant(String name) {
    return new TenantDirectory(
        tenantsByKey.with(Map.of(Names.key(name), Optional.empty())),
        holders.with(domainsGivenUpBy(name)));
  }

  private Map<DomainName, Optional<Tenant>> domainsGivenUpBy(String name) {
    Map<DomainName, Optional<Tenant>> domains = new HashMap<>();
    for (AcceptedDomain domain : tenant(name).map(Tenant::acceptedDomains).orElse(List.of())) {
      domains.put(domain.domainName(), Optional.empty());
    }
    return domains;
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

  /** How many tenants there are, and the names of the first. */
  @Override
  public String toString() {
    return tenants().stream()
        .map(Tenant::name)
        .limit(NAMED)
        .collect(
            Collectors.joining(
                ", ",
                "directory of " + tenantsByKey.size() + " tenants: ",
                tenantsByKey.size() > NAMED ? ", ..." : ""));
  }
}
