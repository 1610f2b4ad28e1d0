package org.exoattribution.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.jspecify.annotations.Nullable;

/** Names in hash maps, parents of names by substrings; addresses in whatever table is given. */
final class HashLookup implements Lookup {
  private final Map<String, Tenant> accepted = new HashMap<>();
  private final Map<String, Tenant> withSubDomains = new HashMap<>();
  private final Map<String, List<Holder>> hosts = new HashMap<>();
  private final Map<String, List<Holder>> hostsBelow = new HashMap<>();
  private final Map<String, List<Holder>> wildcards = new HashMap<>();
  private final AddressTable addresses;

  HashLookup(TenantDirectory directory, AddressTable addresses) {
    this.addresses = addresses;
    for (Tenant tenant : directory.tenants()) {
      for (AcceptedDomain domain : tenant.acceptedDomains()) {
        accepted.put(domain.domainName().value(), tenant);
        if (domain.matchSubDomains()) {
          withSubDomains.put(domain.domainName().value(), tenant);
        }
      }
      for (InboundConnector connector : tenant.inboundConnectors()) {
        if (connector instanceof OnPremisesConnector onPremises && onPremises.enabled()) {
          add(new Holder(tenant, onPremises));
        }
      }
    }
    addresses.complete();
  }

  private void add(Holder holder) {
    for (SenderIpRange range : holder.connector().senderIpAddresses()) {
      addresses.add(range, holder);
    }
    CertificateNamePattern pattern = holder.connector().tlsSenderCertificateName().orElse(null);
    if (pattern == null) {
      return;
    }
    String domain = pattern.domain().value();
    if (pattern.wildcard()) {
      put(wildcards, domain, holder);
    } else {
      put(hosts, domain, holder);
      String parent = parent(domain);
      if (parent != null) {
        put(hostsBelow, parent, holder);
      }
    }
  }

  private static void put(Map<String, List<Holder>> map, String key, Holder holder) {
    map.computeIfAbsent(key, k -> new ArrayList<>(1)).add(holder);
  }

  @Override
  public @Nullable Tenant ownerOf(DomainName domain) {
    Tenant exact = accepted.get(domain.value());
    if (exact != null) {
      return exact;
    }
    for (String name = parent(domain.value()); name != null; name = parent(name)) {
      Tenant owner = withSubDomains.get(name);
      if (owner != null) {
        return owner;
      }
    }
    return null;
  }

  @Override
  public List<Holder> byName(List<PresentedName> names) {
    List<Holder> found = new ArrayList<>(1);
    for (PresentedName presented : names) {
      String domain = presented.domain().value();
      found.addAll((presented.wildcard() ? hostsBelow : hosts).getOrDefault(domain, List.of()));
      for (String name = domain; name != null; name = parent(name)) {
        found.addAll(wildcards.getOrDefault(name, List.of()));
      }
    }
    return found;
  }

  @Override
  public List<Holder> byAddress(IpAddress address) {
    return address.isIpv4() ? addresses.containing(address.ipv4Bits()) : List.of();
  }

  private static @Nullable String parent(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? null : name.substring(dot + 1);
  }
}
