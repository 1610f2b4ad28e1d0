package org.exoattribution.analysis.search;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SenderDomainPattern;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;

/**
 * One directory of a search, by what it can tell apart in a connection: which enabled connectors a
 * name or an address matches and how closely, who owns a domain, who names a sender's. Tenants have
 * numbers, which both directories of a comparison share.
 */
final class SearchSide {
  /** The number of no tenant. */
  static final int NOBODY = -1;

  private static final Comparator<Hit> IN_ORDER =
      Comparator.comparingInt(Hit::tenant).thenComparing(hit -> hit.connector().name());

  private record Held(int tenant, InboundConnector connector) {}

  private record Named(int tenant, SenderDomainPattern pattern) {}

  final AttributionEngine engine;
  private final Map<String, Integer> numbers;
  private final Map<Integer, Tenant> tenants = new HashMap<>();
  private final Map<DomainName, Integer> accepting = new HashMap<>();
  private final ListMultimap<DomainName, Held> byCertificateDomain = ArrayListMultimap.create();
  private final ListMultimap<DomainName, Held> byParent = ArrayListMultimap.create();
  private final ListMultimap<Long, Held> byRange = ArrayListMultimap.create();
  private final ListMultimap<DomainName, Named> bySenderDomain = ArrayListMultimap.create();
  private final Set<DomainName> certificateDomains = new LinkedHashSet<>();
  private final Set<DomainName> mailDomains = new LinkedHashSet<>();
  private final Set<SenderIpRange> ranges = new LinkedHashSet<>();
  private boolean looksAtTls;

  SearchSide(AttributionEngine engine, Map<String, Integer> numbers) {
    this.engine = engine;
    this.numbers = numbers;
    for (Tenant tenant : engine.directory().tenants()) {
      int number = number(tenant.name());
      tenants.put(number, tenant);
      for (AcceptedDomain accepted : tenant.acceptedDomains()) {
        accepting.put(accepted.domainName(), number);
        certificateDomains.add(accepted.domainName());
        mailDomains.add(accepted.domainName());
      }
      tenant.inboundConnectors().stream()
          .filter(InboundConnector::enabled)
          .forEach(connector -> add(new Held(number, connector)));
    }
  }

  private void add(Held held) {
    InboundConnector connector = held.connector();
    connector
        .tlsSenderCertificateName()
        .ifPresent(
            pattern -> {
              certificateDomains.add(pattern.domain());
              byCertificateDomain.put(pattern.domain(), held);
              pattern.domain().parent().ifPresent(parent -> byParent.put(parent, held));
            });
    for (SenderIpRange range : connector.senderIpAddresses()) {
      ranges.add(range);
      byRange.put(key(range.networkBits(), range.prefixLength()), held);
    }
    mailDomains.addAll(connector.associatedAcceptedDomains());
    if (connector instanceof PartnerConnector) {
      looksAtTls |= connector.requireTls();
      for (SenderDomainPattern pattern : connector.senderDomains()) {
        Named named = new Named(held.tenant(), pattern);
        pattern.domain().ifPresent(mailDomains::add);
        pattern.domain().ifPresent(domain -> bySenderDomain.put(domain, named));
      }
    }
  }

  private static long key(int network, int prefixLength) {
    return (long) prefixLength << 32 | (network & 0xffffffffL);
  }

  static String numbered(String tenant) {
    return tenant.toLowerCase(Locale.ROOT);
  }

  /** The number of the tenant of this name, or {@link #NOBODY}. */
  int number(String tenant) {
    return numbers.getOrDefault(numbered(tenant), NOBODY);
  }

  Optional<Tenant> tenant(int number) {
    return Optional.ofNullable(tenants.get(number));
  }

  /** Where the tenant is, as far as that is known. */
  Optional<Forest> forest(int number) {
    return tenant(number).flatMap(Tenant::forest);
  }

  int owner(DomainName domain) {
    return engine.ownerOf(domain).map(tenant -> number(tenant.name())).orElse(NOBODY);
  }

  /** Who accepts the domain, or the nearest one above it: whoever can get a certificate for it. */
  int holder(DomainName domain) {
    for (Optional<DomainName> d = Optional.of(domain); d.isPresent(); d = d.get().parent()) {
      Integer holder = accepting.get(d.get());
      if (holder != null) {
        return holder;
      }
    }
    return NOBODY;
  }

  boolean isAccepted(DomainName domain) {
    return accepting.containsKey(domain);
  }

  List<Hit> hits(PresentedName name) {
    List<Held> near = new ArrayList<>(byCertificateDomain.get(name.domain()));
    if (name.wildcard()) {
      near.addAll(byParent.get(name.domain()));
    }
    for (Optional<DomainName> d = name.domain().parent(); d.isPresent(); d = d.get().parent()) {
      near.addAll(byCertificateDomain.get(d.get()));
    }
    return near.stream()
        .filter(held -> held.connector().matches(List.of(name), engine.readings()))
        .map(held -> hit(held, name))
        .distinct()
        .sorted(IN_ORDER)
        .toList();
  }

  private Hit hit(Held held, PresentedName name) {
    Tenant tenant = tenant(held.tenant()).orElseThrow();
    return hit(
        held,
        tenant.acceptedLabels(name.domain()),
        tenant.owns(held.connector().tlsSenderCertificateName().orElseThrow()));
  }

  private Hit hit(Held held, int rank, boolean owned) {
    return new Hit(held.tenant(), forest(held.tenant()), held.connector(), rank, owned);
  }

  List<Hit> hits(IpAddress address) {
    Map<Held, Integer> longest = new HashMap<>();
    if (address.isIpv4()) {
      for (int length = SenderIpRange.SHORTEST_PREFIX;
          length <= SenderIpRange.SINGLE_ADDRESS;
          length++) {
        int network = address.ipv4Bits() & (-1 << (SenderIpRange.SINGLE_ADDRESS - length));
        for (Held held : byRange.get(key(network, length))) {
          longest.put(held, length);
        }
      }
    }
    return longest.entrySet().stream()
        .map(e -> hit(e.getKey(), e.getValue(), false))
        .sorted(IN_ORDER)
        .toList();
  }

  /** The tenants whose Partner connectors name this sender's domain, or one above it. */
  BitSet naming(ReversePath sender) {
    BitSet naming = new BitSet();
    for (Optional<DomainName> d = sender.domain(); d.isPresent(); d = d.get().parent()) {
      bySenderDomain.get(d.get()).stream()
          .filter(named -> named.pattern().covers(sender))
          .forEach(named -> naming.set(named.tenant()));
    }
    return naming;
  }

  /** Whether SenderDomains of a Partner connector name the domain. */
  boolean names(DomainName domain) {
    return bySenderDomain.containsKey(domain);
  }

  List<PartnerConnector> partners(int tenant) {
    return tenant(tenant).stream()
        .flatMap(t -> t.inboundConnectors().stream())
        .filter(InboundConnector::enabled)
        .filter(PartnerConnector.class::isInstance)
        .map(PartnerConnector.class::cast)
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
    return looksAtTls;
  }

  /** Whether AssociatedAcceptedDomains are asked about the recipient (reading). */
  boolean associatesRecipients() {
    return engine.readings().associatedDomains() != Readings.AssociatedDomains.SENDER;
  }

  /** Every domain by which it tells certificates apart. */
  Set<DomainName> certificateDomains() {
    return certificateDomains;
  }

  /** Every domain by which it tells senders or recipients apart. */
  Set<DomainName> mailDomains() {
    return mailDomains;
  }

  Set<SenderIpRange> ranges() {
    return ranges;
  }
}
