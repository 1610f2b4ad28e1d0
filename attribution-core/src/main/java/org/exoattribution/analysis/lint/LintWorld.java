package org.exoattribution.analysis.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * What must be compared across tenants, sorted so that the rules need not compare each with each:
 * who accepts a domain, which enabled connectors use a certificate name, and which addresses.
 */
public final class LintWorld {
  private final Map<DomainName, String> acceptedBy = new HashMap<>();
  private final NameUses acceptedDomains;
  private final NameUses certificateNames;
  private final AddressUses addresses;

  private LintWorld(TenantDirectory directory) {
    List<NameUse> domains = new ArrayList<>();
    List<NameUse> names = new ArrayList<>();
    List<AddressUse> ranges = new ArrayList<>();
    for (Tenant tenant : directory.tenants()) {
      for (AcceptedDomain domain : tenant.acceptedDomains()) {
        acceptedBy.put(domain.domainName(), tenant.name());
        domains.add(NameUse.ofAcceptedDomain(tenant, domain));
      }
      for (InboundConnector connector : tenant.inboundConnectors()) {
        if (connector.enabled()) {
          connector
              .tlsSenderCertificateName()
              .ifPresent(pattern -> names.add(NameUse.ofConnector(tenant, connector, pattern)));
          if (connector instanceof OnPremisesConnector) {
            for (SenderIpRange range : connector.senderIpAddresses()) {
              ranges.add(new AddressUse(range, tenant.name(), connector.name()));
            }
          }
        }
      }
    }
    acceptedDomains = new NameUses(domains);
    certificateNames = new NameUses(names);
    addresses = new AddressUses(ranges);
  }

  /** Sorts what the directory holds. */
  public static LintWorld of(TenantDirectory directory) {
    return new LintWorld(directory);
  }

  /** The tenant that accepts exactly this domain. */
  Optional<String> accepterOf(DomainName domain) {
    return Optional.ofNullable(acceptedBy.get(domain));
  }

  NameUses acceptedDomains() {
    return acceptedDomains;
  }

  /** The TlsSenderCertificateName of enabled connectors of both types. */
  NameUses certificateNames() {
    return certificateNames;
  }

  /** The SenderIPAddresses of enabled OnPremises connectors. */
  AddressUses addresses() {
    return addresses;
  }
}
