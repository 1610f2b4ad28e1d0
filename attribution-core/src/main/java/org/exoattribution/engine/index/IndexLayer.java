package org.exoattribution.engine.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Tenants arranged for look-up: the holder of a domain, the OnPremises connectors whose certificate
 * name may match a presented name, and those whose addresses contain a source address. Disabled
 * connectors are in it too, since results and explanations name them (CON-8).
 *
 * <p>Invariant: tenants have the ids from {@code firstTenant} on, in the order given; OnPremises
 * connectors are numbered from 0, those of a tenant as neighbours. A look-up leaves out the tenants
 * whose ids are in the set that it is given; null leaves out none.
 */
final class IndexLayer {
  private static final int NONE = DirectoryIndex.NONE;

  private static final int IS_ENABLED = 1;
  private static final int IS_ASSOCIATED = 1 << 1;
  private static final int IS_OWNED = 1 << 2;
  private static final int TENANT_SHIFT = 3;

  /** Of a name: the tenant that accepts exactly this domain. */
  private static final int ACCEPTED_BY = 0;

  /** Of a name: the same, if it has MatchSubDomains. */
  private static final int ACCEPTED_BELOW_BY = 1;

  /** Of a name: the first connector with this domain in its name; {@link #nextSame} leads on. */
  private static final int FIRST_SAME = 2;

  /** Of a name: the first connector with a host name one label below; {@link #nextBelow}. */
  private static final int FIRST_BELOW = 3;

  private final int firstTenant;
  private final Tenant[] tenants;

  /** What {@link Receiver} says of each tenant. */
  private final byte[] receivers;

  private final int[] firstConnector;
  private final OnPremisesConnector[] connectors;

  /** Of each connector: its tenant, and below that the {@code IS_} bits. */
  private final int[] facts;

  /** Characters of the shortest domain with MatchSubDomains: shorter ones are not looked for. */
  private int shortestParent = Integer.MAX_VALUE;

  private final NameTable names;
  private final AddressIndex addresses;

  private final int[] nextSame;
  private final int[] nextBelow;

  IndexLayer(Collection<Tenant> members, int firstTenant, long hashSeed) {
    names = new NameTable(4, hashSeed);
    this.firstTenant = firstTenant;
    tenants = members.toArray(new Tenant[0]);
    firstConnector = new int[tenants.length + 1];
    connectors = connectorsOf(tenants);
    receivers = new byte[tenants.length];
    facts = new int[connectors.length];
    nextSame = filled(connectors.length);
    nextBelow = filled(connectors.length);
    AddressIndex.Builder ranges = new AddressIndex.Builder();
    int connector = 0;
    for (int local = 0; local < tenants.length; local++) {
      firstConnector[local] = connector;
      receivers[local] = Receiver.of(tenants[local]);
      addDomains(local);
      for (InboundConnector each : tenants[local].inboundConnectors()) {
        if (each instanceof OnPremisesConnector) {
          facts[connector] =
              (firstTenant + local) << TENANT_SHIFT
                  | (each.enabled() ? IS_ENABLED : 0)
                  | (each.associatedAcceptedDomains().isEmpty() ? 0 : IS_ASSOCIATED)
                  | (isOwned(tenants[local], each) ? IS_OWNED : 0);
          addConnector(connector, ranges);
          connector++;
        }
      }
    }
    firstConnector[tenants.length] = connector;
    names.trim();
    addresses = ranges.build(hashSeed);
  }

  private static OnPremisesConnector[] connectorsOf(Tenant[] tenants) {
    List<OnPremisesConnector> connectors = new ArrayList<>(2 * tenants.length);
    for (Tenant tenant : tenants) {
      for (InboundConnector each : tenant.inboundConnectors()) {
        if (each instanceof OnPremisesConnector connector) {
          connectors.add(connector);
        }
      }
    }
    return connectors.toArray(new OnPremisesConnector[0]);
  }

  private static boolean isOwned(Tenant tenant, InboundConnector connector) {
    CertificateNamePattern name = connector.tlsSenderCertificateName().orElse(null);
    return name != null && tenant.owns(name);
  }

  private static int[] filled(int length) {
    int[] ids = new int[length];
    Arrays.fill(ids, NONE);
    return ids;
  }

  private void addDomains(int local) {
    for (AcceptedDomain domain : tenants[local].acceptedDomains()) {
      int name = names.add(domain.domainName());
      names.set(name, ACCEPTED_BY, firstTenant + local);
      if (domain.matchSubDomains()) {
        names.set(name, ACCEPTED_BELOW_BY, firstTenant + local);
        shortestParent = Math.min(shortestParent, domain.domainName().value().length());
      }
    }
  }

  private void addConnector(int connector, AddressIndex.Builder ranges) {
    for (SenderIpRange range : connectors[connector].senderIpAddresses()) {
      ranges.add(range, connector);
    }
    CertificateNamePattern pattern = connectors[connector].tlsSenderCertificateName().orElse(null);
    if (pattern == null) {
      return;
    }
    int name = names.add(pattern.domain());
    nextSame[connector] = names.get(name, FIRST_SAME);
    names.set(name, FIRST_SAME, connector);
    if (!pattern.wildcard() && pattern.domain().parent().isPresent()) {
      int parent = names.add(pattern.domain().parent().get());
      nextBelow[connector] = names.get(parent, FIRST_BELOW);
      names.set(parent, FIRST_BELOW, connector);
    }
  }

  /**
   * The accepted domain by which a domain has its owner: itself, else its nearest parent with
   * MatchSubDomains (DOM-2). {@link NameTable#NONE} if there is none.
   */
  int nearestAccepted(DomainName domain, @Nullable BitSet without) {
    String name = domain.value();
    long value = names.value(name);
    int exact = names.find(name, 0, value);
    return isAccepted(exact, ACCEPTED_BY, without) ? exact : nearestParent(name, 0, value, without);
  }

  /** The nearest parent of the suffix that begins at the index and has the value. */
  private int nearestParent(String name, int start, long value, @Nullable BitSet without) {
    int end = name.indexOf('.', start) + 1;
    if (end == 0 || name.length() - end < shortestParent) {
      return NameTable.NONE;
    }
    long rest = names.without(value, name, start, end);
    int parent = names.find(name, end, rest);
    return isAccepted(parent, ACCEPTED_BELOW_BY, without)
        ? parent
        : nearestParent(name, end, rest, without);
  }

  private boolean isAccepted(int name, int how, @Nullable BitSet without) {
    if (name == NameTable.NONE) {
      return false;
    }
    int tenant = names.get(name, how);
    return tenant != NONE && (without == null || !without.get(tenant));
  }

  NameTable names() {
    return names;
  }

  AddressIndex addresses() {
    return addresses;
  }

  /** The slot of the nearest parent of a domain; 0 if no parent of it is looked for. */
  long parentEntry(String domain, long value) {
    int start = domain.indexOf('.') + 1;
    return domain.length() - start < shortestParent
        ? 0
        : names.entry(names.without(value, domain, 0, start));
  }

  /** Reads what is known of the connector in a range; it may be none. */
  int readConnector(long range) {
    int connector = AddressIndex.connectorIn(range);
    return connector < facts.length ? readTenant(tenantOf(connector)) : 0;
  }

  /** Reads what is known of the owner of the domain in a slot; it may have none. */
  int readOwner(long entry) {
    int owner = entry == 0 ? NONE : names.get((int) entry - 1, ACCEPTED_BY);
    return owner == NONE ? 0 : readTenant(owner);
  }

  private int readTenant(int tenant) {
    return receiver(tenant) + (tenant(tenant).mailEnabled() ? 1 : 0);
  }

  /** Who accepts the domain at this place of the table. */
  int holder(int name) {
    return name == NameTable.NONE ? NONE : names.get(name, ACCEPTED_BY);
  }

  /** How many characters the domain at this place has; none has fewer. */
  int length(int name) {
    return name == NameTable.NONE ? -1 : names.length(name);
  }

  /**
   * Every connector whose TlsSenderCertificateName matches one of the names under some reading;
   * what the reading in force says is for NAME-1 to decide.
   */
  List<Candidate<OnPremisesConnector>> byName(
      List<PresentedName> presented, @Nullable BitSet without) {
    ConnectorIds hits = new ConnectorIds();
    for (PresentedName name : presented) {
      collectByName(name, hits);
    }
    return candidates(hits, without);
  }

  private void collectByName(PresentedName presented, ConnectorIds hits) {
    String value = presented.domain().value();
    long hash = names.value(value);
    int start = 0;
    do {
      int name = names.find(value, start, hash);
      if (name != NameTable.NONE) {
        boolean hostToo = start == 0 && !presented.wildcard();
        for (int id = names.get(name, FIRST_SAME); id != NONE; id = nextSame[id]) {
          if (hostToo || connectors[id].tlsSenderCertificateName().orElseThrow().wildcard()) {
            hits.add(id);
          }
        }
        if (start == 0 && presented.wildcard()) {
          for (int id = names.get(name, FIRST_BELOW); id != NONE; id = nextBelow[id]) {
            hits.add(id);
          }
        }
      }
      int parent = value.indexOf('.', start) + 1;
      hash = names.without(hash, value, start, parent);
      start = parent;
    } while (start > 0);
  }

  /** Every connector whose SenderIPAddresses contain the address. */
  List<Candidate<OnPremisesConnector>> byAddress(IpAddress address, @Nullable BitSet without) {
    int first = addresses.first(address);
    if (first == NONE) {
      return List.of();
    }
    int next = addresses.next(first, address);
    if (next == NONE) { // as a rule
      int connector = addresses.connector(first);
      return isWithout(connector, without) ? List.of() : List.of(candidate(connector));
    }
    ConnectorIds hits = new ConnectorIds();
    hits.add(addresses.connector(first));
    for (int i = next; i != NONE; i = addresses.next(i, address)) {
      hits.add(addresses.connector(i));
    }
    return candidates(hits, without);
  }

  /** Every OnPremises connector of the tenant. */
  List<Candidate<OnPremisesConnector>> of(int tenant) {
    int local = tenant - firstTenant;
    List<Candidate<OnPremisesConnector>> candidates = new ArrayList<>();
    for (int id = firstConnector[local]; id < firstConnector[local + 1]; id++) {
      candidates.add(candidate(id));
    }
    return candidates;
  }

  private List<Candidate<OnPremisesConnector>> candidates(
      ConnectorIds ids, @Nullable BitSet without) {
    ids.sortDistinct();
    List<Candidate<OnPremisesConnector>> candidates = List.of();
    for (int i = 0; i < ids.size(); i++) {
      if (!isWithout(ids.get(i), without)) {
        candidates = candidates.isEmpty() ? new ArrayList<>(ids.size()) : candidates;
        candidates.add(candidate(ids.get(i)));
      }
    }
    return candidates;
  }

  private boolean isWithout(int connector, @Nullable BitSet without) {
    return without != null && without.get(tenantOf(connector));
  }

  private Candidate<OnPremisesConnector> candidate(int connector) {
    int fact = facts[connector];
    int tenant = fact >>> TENANT_SHIFT;
    return new Candidate<>(
        tenant,
        tenant(tenant),
        connectors[connector],
        (fact & IS_ENABLED) != 0,
        (fact & IS_ASSOCIATED) != 0,
        (fact & IS_OWNED) != 0);
  }

  private int tenantOf(int connector) {
    return facts[connector] >>> TENANT_SHIFT;
  }

  Tenant tenant(int id) {
    return tenants[id - firstTenant];
  }

  /** For {@link Receiver} to read. */
  byte receiver(int tenant) {
    return receivers[tenant - firstTenant];
  }

  /**
   * The id of this very tenant, found as look-ups find it: by a domain, which nobody else accepts
   * (DIR-1), else by a connector. {@link #NONE} if it has neither, so that no look-up leads to it.
   */
  int idOf(Tenant tenant) {
    if (!tenant.acceptedDomains().isEmpty()) {
      return holder(names.find(tenant.acceptedDomains().get(0).domainName()));
    }
    for (InboundConnector each : tenant.inboundConnectors()) {
      if (each instanceof OnPremisesConnector connector) {
        return idOf(tenant, connector);
      }
    }
    return NONE;
  }

  private int idOf(Tenant tenant, OnPremisesConnector connector) {
    CertificateNamePattern pattern = connector.tlsSenderCertificateName().orElse(null);
    if (pattern != null) {
      int id = names.get(names.find(pattern.domain()), FIRST_SAME);
      while (!isOf(tenant, id)) {
        id = nextSame[id];
      }
      return tenantOf(id);
    }
    IpAddress inside = IpAddress.ofIpv4(connector.senderIpAddresses().get(0).networkBits());
    int range = addresses.first(inside);
    while (!isOf(tenant, addresses.connector(range))) {
      range = addresses.next(range, inside);
    }
    return tenantOf(addresses.connector(range));
  }

  @SuppressWarnings("ReferenceEquality") // the very tenant, not one that equals it
  private boolean isOf(Tenant tenant, int connector) {
    return tenant(tenantOf(connector)) == tenant;
  }

  int firstTenant() {
    return firstTenant;
  }

  /** Its tenants, those too that look-ups leave out. */
  List<Tenant> tenants() {
    return Collections.unmodifiableList(Arrays.asList(tenants));
  }
}
