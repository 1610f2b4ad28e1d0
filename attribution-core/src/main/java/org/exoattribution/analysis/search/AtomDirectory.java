package org.exoattribution.analysis.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SenderDomainPattern;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;

/**
 * What a directory can tell apart in a connection: which enabled connectors a certificate or an
 * address matches and how closely, who owns a domain, which connectors name it. Tenants and enabled
 * connectors have numbers here.
 */
final class AtomDirectory {
  /** The number of no tenant. */
  static final int NOBODY = -1;

  final AttributionEngine engine;
  final List<Tenant> tenants;
  final List<InboundConnector> connectors = new ArrayList<>();
  private final List<Integer> tenantOf = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<PresentedName, SortedMap<Integer, Integer>> matchesOf = new HashMap<>();
  private final Map<PresentedName, BitSet> holdersOf = new HashMap<>();

  AtomDirectory(AttributionEngine engine) {
    this.engine = engine;
    this.tenants = List.copyOf(engine.directory().tenants());
    for (int tenant = 0; tenant < tenants.size(); tenant++) {
      numbers.put(tenants.get(tenant).name(), tenant);
      for (InboundConnector connector : tenants.get(tenant).inboundConnectors()) {
        if (connector.enabled()) {
          connectors.add(connector);
          tenantOf.add(tenant);
        }
      }
    }
  }

  int tenantOf(int connector) {
    return tenantOf.get(connector);
  }

  boolean isOnPremises(int connector) {
    return connectors.get(connector) instanceof OnPremisesConnector;
  }

  /** The number of the tenant of this very name, or {@link #NOBODY}. */
  int tenant(Optional<String> name) {
    return name.map(n -> numbers.getOrDefault(n, NOBODY)).orElse(NOBODY);
  }

  String name(int tenant) {
    return tenants.get(tenant).name();
  }

  int owner(Optional<DomainName> domain) {
    return tenant(domain.flatMap(engine::ownerOf).map(Tenant::name));
  }

  /** The owner of the header-from domain, under rules that look at it. */
  int headerOwner(AtomSender sender) {
    return looksAtHeaderFrom() ? owner(sender.headerFrom()) : NOBODY;
  }

  /** The connectors that a certificate with these names matches, with the third key of CERT-4. */
  SortedMap<Integer, Integer> matches(Collection<PresentedName> names) {
    SortedMap<Integer, Integer> matches = new TreeMap<>();
    for (PresentedName name : names) {
      matchesOf
          .computeIfAbsent(name, this::matchesOf)
          .forEach((connector, labels) -> matches.merge(connector, labels, Math::max));
    }
    return matches;
  }

  private SortedMap<Integer, Integer> matchesOf(PresentedName name) {
    SortedMap<Integer, Integer> matches = new TreeMap<>();
    for (int id = 0; id < connectors.size(); id++) {
      CertificateNamePattern pattern = connectors.get(id).tlsSenderCertificateName().orElse(null);
      if (pattern != null && pattern.matches(name, engine.readings())) {
        matches.put(id, tenants.get(tenantOf(id)).acceptedLabels(name.domain()));
      }
    }
    return matches;
  }

  /** The connectors whose addresses contain this one, with the longest prefix (SEL-1). */
  SortedMap<Integer, Integer> matches(IpAddress address) {
    SortedMap<Integer, Integer> matches = new TreeMap<>();
    for (int id = 0; id < connectors.size(); id++) {
      SenderIpRange range = connectors.get(id).rangeOf(address).orElse(null);
      if (range != null) {
        matches.put(id, range.prefixLength());
      }
    }
    return matches;
  }

  /** The tenants with an OnPremises connector among these. */
  BitSet claimants(SortedMap<Integer, Integer> matches) {
    BitSet claimants = new BitSet();
    matches.keySet().stream().filter(this::isOnPremises).forEach(id -> claimants.set(tenantOf(id)));
    return claimants;
  }

  /**
   * The tenants that hold the name: one of their OnPremises connectors matches it, and they accept
   * exactly this domain or, of a wildcard, one that a certificate with it is valid for.
   */
  BitSet holders(PresentedName name) {
    return holdersOf.computeIfAbsent(name, this::holdersOf);
  }

  private BitSet holdersOf(PresentedName name) {
    BitSet holders = claimants(matches(List.of(name)));
    BitSet claimants = (BitSet) holders.clone();
    claimants.stream()
        .filter(tenant -> !accepts(tenants.get(tenant), name))
        .forEach(holders::clear);
    return holders;
  }

  private static boolean accepts(Tenant tenant, PresentedName name) {
    return tenant.accepts(name.domain())
        || (name.wildcard()
            && tenant.acceptedDomains().stream()
                .anyMatch(a -> a.domainName().parent().equals(Optional.of(name.domain()))));
  }

  /** The connectors whose AssociatedAcceptedDomains hold the domain. */
  BitSet associated(Optional<DomainName> domain) {
    BitSet associated = new BitSet();
    for (int id = 0; id < connectors.size() && domain.isPresent(); id++) {
      if (connectors.get(id).associatedAcceptedDomains().contains(domain.get())) {
        associated.set(id);
      }
    }
    return associated;
  }

  boolean isAssociating(int connector) {
    return !connectors.get(connector).associatedAcceptedDomains().isEmpty();
  }

  /** How specifically each Partner connector covers the sender; 0 is not at all. */
  List<Integer> coverage(ReversePath sender) {
    return connectors.stream()
        .filter(PartnerConnector.class::isInstance)
        .map(PartnerConnector.class::cast)
        .map(partner -> partner.entryFor(sender).map(entry -> 1 + entry.specificity()).orElse(0))
        .toList();
  }

  /** Whether a refused certificate ends the session (reading badCertificate). */
  boolean refusesSessions() {
    return engine.readings().badCertificate() == Readings.BadCertificate.REFUSE;
  }

  /** Whether the header-from domain counts, as before 2023-11-01. */
  boolean looksAtHeaderFrom() {
    return engine.ruleSet().compareTo(RuleSet.V2023) < 0;
  }

  boolean looksAtTls() {
    return connectors.stream().anyMatch(c -> c instanceof PartnerConnector && c.requireTls());
  }

  /** Every domain by which it tells certificates apart, and the parents that wildcards cover. */
  List<DomainName> certificateDomains() {
    List<DomainName> domains = new ArrayList<>();
    for (InboundConnector connector : connectors) {
      connector.tlsSenderCertificateName().ifPresent(pattern -> domains.add(pattern.domain()));
    }
    tenants.forEach(t -> t.acceptedDomains().forEach(a -> domains.add(a.domainName())));
    List.copyOf(domains).forEach(domain -> domain.parent().ifPresent(domains::add));
    return domains;
  }

  /** Every domain by which it tells senders or recipients apart. */
  List<DomainName> mailDomains() {
    List<DomainName> domains = new ArrayList<>();
    tenants.forEach(t -> t.acceptedDomains().forEach(a -> domains.add(a.domainName())));
    for (InboundConnector connector : connectors) {
      domains.addAll(connector.associatedAcceptedDomains());
      if (connector instanceof PartnerConnector) {
        connector.senderDomains().stream()
            .map(SenderDomainPattern::domain)
            .flatMap(Optional::stream)
            .forEach(domains::add);
      }
    }
    return domains;
  }
}
