package org.exoattribution.testkit.laws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** Who owns a domain (DOM-2): the laws' own answer, so that they do not trust the engine's. */
final class Owners {
  private final Map<DomainName, Tenant> exactly = new HashMap<>();
  private final Map<DomainName, Tenant> withSubDomains = new HashMap<>();

  Owners(TenantDirectory directory) {
    for (Tenant tenant : directory.tenants()) {
      for (AcceptedDomain domain : tenant.acceptedDomains()) {
        exactly.put(domain.domainName(), tenant);
        if (domain.matchSubDomains()) {
          withSubDomains.put(domain.domainName(), tenant);
        }
      }
    }
  }

  /** The name of the owner; empty if nobody owns it, or there is no domain. */
  Optional<String> of(Optional<DomainName> domain) {
    return domain.flatMap(this::owner).map(Tenant::name);
  }

  Optional<String> of(DomainName domain) {
    return of(Optional.of(domain));
  }

  private Optional<Tenant> owner(DomainName domain) {
    Tenant owner = exactly.get(domain);
    Optional<DomainName> ancestor = domain.parent();
    while (owner == null && ancestor.isPresent()) {
      owner = withSubDomains.get(ancestor.get());
      ancestor = ancestor.get().parent();
    }
    return Optional.ofNullable(owner);
  }
}
