package org.exoattribution.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * A directory arranged for look-up: the owner of a domain, the OnPremises connectors whose
 * certificate name may match a presented name, and those whose addresses contain a source address.
 * Tenants and OnPremises connectors have dense ids; the connectors of a tenant have neighbouring
 * ones. Disabled connectors are in it too, since results and explanations name them (CON-8).
 */
final class DirectoryIndex {
  /** The id of no tenant or no connector. */
  static final int NONE = -1;

  private final Tenant[] tenants;
  private final int[] firstConnector;
  private final OnPremisesConnector[] connectors;
  private final int[] tenantOf;
  private final boolean[] owned;

  private final NameTable names = new NameTable();
  private final AddressIndex addresses;

  /** By name id: the tenant that accepts exactly this domain, or NONE. */
  private int[] acceptedBy = new int[16];

  /** By name id: whether MatchSubDomains is true there. */
  private boolean[] matchSubDomains = new boolean[16];

  /** By name id: the first connector with exactly this host name; {@link #nextSame} leads on. */
  private int[] firstHost = new int[16];

  /** By name id: the first connector with {@code *.} this domain; {@link #nextSame} leads on. */
  private int[] firstWildcard = new int[16];

  /** By name id: the first connector with a host name one label below; {@link #nextBelow}. */
  private int[] firstHostBelow = new int[16];

  private final int[] nextSame;
  private final int[] nextBelow;

  DirectoryIndex(TenantDirectory directory) {
    Collection<Tenant> all = directory.tenants();
    tenants = all.toArray(new Tenant[0]);
    firstConnector = new int[tenants.length + 1];
    connectors =
        all.stream()
            .flatMap(tenant -> tenant.inboundConnectors().stream())
            .filter(OnPremisesConnector.class::isInstance)
            .toArray(OnPremisesConnector[]::new);
    tenantOf = new int[connectors.length];
    nextSame = filled(connectors.length);
    nextBelow = filled(connectors.length);
    AddressIndex.Builder ranges = new AddressIndex.Builder();
    int id = 0;
    for (int tenant = 0; tenant < tenants.length; tenant++) {
      firstConnector[tenant] = id;
      addDomains(tenant);
      for (InboundConnector connector : tenants[tenant].inboundConnectors()) {
        if (connector instanceof OnPremisesConnector) {
          tenantOf[id] = tenant;
          addConnector(id, ranges);
          id++;
        }
      }
    }
    firstConnector[tenants.length] = id;
    addresses = ranges.build();
    owned = new boolean[id];
    for (int connector = 0; connector < id; connector++) {
      owned[connector] = isOwned(connector);
    }
  }

  /**
   * CERT-3: the tenant accepts exactly the connector's domain or, for a wildcard, one below it.
   * MatchSubDomains does not count.
   */
  private boolean isOwned(int connector) {
    CertificateNamePattern pattern = connectors[connector].tlsSenderCertificateName().orElse(null);
    if (pattern == null) {
      return false;
    }
    if (acceptedBy[names.find(pattern.domain())] == tenantOf[connector]) {
      return true;
    }
    return pattern.wildcard()
        && tenants[tenantOf[connector]].acceptedDomains().stream()
            .anyMatch(accepted -> accepted.domainName().isBelow(pattern.domain()));
  }

  private static int[] filled(int length) {
    int[] ids = new int[length];
    Arrays.fill(ids, NONE);
    return ids;
  }

  private void addDomains(int tenant) {
    for (AcceptedDomain domain : tenants[tenant].acceptedDomains()) {
      int name = nameId(domain.domainName());
      acceptedBy[name] = tenant;
      matchSubDomains[name] = domain.matchSubDomains();
    }
  }

  private void addConnector(int id, AddressIndex.Builder ranges) {
    for (SenderIpRange range : connectors[id].senderIpAddresses()) {
      ranges.add(range, id);
    }
    CertificateNamePattern pattern = connectors[id].tlsSenderCertificateName().orElse(null);
    if (pattern == null) {
      return;
    }
    int name = nameId(pattern.domain());
    int[] first = pattern.wildcard() ? firstWildcard : firstHost;
    nextSame[id] = first[name];
    first[name] = id;
    if (!pattern.wildcard() && pattern.domain().parent().isPresent()) {
      int parent = nameId(pattern.domain().parent().get());
      nextBelow[id] = firstHostBelow[parent];
      firstHostBelow[parent] = id;
    }
  }

  private int nameId(DomainName name) {
    int known = names.size();
    int id = names.add(name);
    if (id == known) {
      if (id == acceptedBy.length) {
        int length = 2 * id;
        acceptedBy = Arrays.copyOf(acceptedBy, length);
        matchSubDomains = Arrays.copyOf(matchSubDomains, length);
        firstHost = Arrays.copyOf(firstHost, length);
        firstWildcard = Arrays.copyOf(firstWildcard, length);
        firstHostBelow = Arrays.copyOf(firstHostBelow, length);
      }
      acceptedBy[id] = NONE;
      firstHost[id] = NONE;
      firstWildcard[id] = NONE;
      firstHostBelow[id] = NONE;
    }
    return id;
  }

  /**
   * The owner of a domain: who accepts it exactly, else who accepts its nearest parent with
   * MatchSubDomains (DOM-2). {@link #NONE} if nobody does.
   */
  int ownerOf(DomainName domain) {
    String value = domain.value();
    int owner = NONE;
    int hash = 0;
    int end = value.length();
    while (end >= 0) { // from the top-level domain down: the longest suffix comes last and wins
      int start = NameTable.labelStart(value, end);
      hash = NameTable.extend(hash, value, start, Math.min(end + 1, value.length()));
      int name = names.find(value, start, hash);
      if (name != NameTable.NONE
          && acceptedBy[name] != NONE
          && (start == 0 || matchSubDomains[name])) {
        owner = acceptedBy[name];
      }
      end = start - 1;
    }
    return owner;
  }

  /** How many labels the longest accepted domain of the tenant has that is the domain or above. */
  int acceptedLabels(int tenant, DomainName domain) {
    String value = domain.value();
    int longest = 0;
    int labels = 0;
    int hash = 0;
    int end = value.length();
    while (end >= 0) {
      int start = NameTable.labelStart(value, end);
      hash = NameTable.extend(hash, value, start, Math.min(end + 1, value.length()));
      int name = names.find(value, start, hash);
      labels++;
      if (name != NameTable.NONE && acceptedBy[name] == tenant) {
        longest = labels;
      }
      end = start - 1;
    }
    return longest;
  }

  /**
   * Adds every connector whose TlsSenderCertificateName matches one of the names under some
   * reading; what the reading in force says is for NAME-1 to decide.
   */
  void collectByName(List<PresentedName> presented, ConnectorIds hits) {
    for (PresentedName name : presented) {
      collectByName(name, hits);
    }
  }

  private void collectByName(PresentedName presented, ConnectorIds hits) {
    String value = presented.domain().value();
    int hash = 0;
    int end = value.length();
    while (end >= 0) {
      int start = NameTable.labelStart(value, end);
      hash = NameTable.extend(hash, value, start, Math.min(end + 1, value.length()));
      int name = names.find(value, start, hash);
      if (name != NameTable.NONE) {
        collect(firstWildcard[name], nextSame, hits);
        if (start == 0 && presented.wildcard()) {
          collect(firstHostBelow[name], nextBelow, hits);
        } else if (start == 0) {
          collect(firstHost[name], nextSame, hits);
        }
      }
      end = start - 1;
    }
  }

  private static void collect(int first, int[] next, ConnectorIds hits) {
    for (int id = first; id != NONE; id = next[id]) {
      hits.add(id);
    }
  }

  /** Adds every connector whose SenderIPAddresses contain the address. */
  void collectByAddress(IpAddress address, ConnectorIds hits) {
    addresses.collect(address, hits);
  }

  /** Adds every OnPremises connector of the tenant; none if it is {@link #NONE}. */
  void collectOf(int tenant, ConnectorIds hits) {
    if (tenant != NONE) {
      for (int id = firstConnector[tenant]; id < firstConnector[tenant + 1]; id++) {
        hits.add(id);
      }
    }
  }

  OnPremisesConnector connector(int id) {
    return connectors[id];
  }

  /** Whether the connector's tenant owns its certificate domain (CERT-3). */
  boolean owned(int connector) {
    return owned[connector];
  }

  int tenantOf(int connector) {
    return tenantOf[connector];
  }

  Tenant tenant(int id) {
    return tenants[id];
  }
}
