package org.exoattribution.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * One resolution in progress: the connection and what is known about it before the stages begin.
 * With {@code tracing} the stages look at every connector in scope of the explanation, else only at
 * those that the index finds; they decide the same.
 */
final class Resolution {
  final DirectoryIndex index;
  final RuleSet rules;
  final Readings readings;
  final SimulatedConnection connection;

  /** The verdict about the certificate; null if none was presented in a TLS session (PKI-1). */
  final @Nullable CertificateVerdict certificate;

  private final List<PresentedName> acceptedNames;
  final int senderOwner;
  final int headerFromOwner;
  final int recipientOwner;

  /** A disabled connector to treat as enabled, to learn what it would do; usually null. */
  private final @Nullable InboundConnector enabledAlone;

  /** Its tenant: two tenants may have one and the same connector. */
  private final int enabledIn;

  private final boolean tracing;
  private @Nullable ConnectorIds nameHits;
  private @Nullable ConnectorIds addressHits;
  private @Nullable ConnectorIds scope;

  Resolution(
      DirectoryIndex index,
      RuleSet rules,
      Readings readings,
      SimulatedConnection connection,
      @Nullable CertificateVerdict certificate,
      boolean tracing) {
    this.index = index;
    this.rules = rules;
    this.readings = readings;
    this.connection = connection;
    this.certificate = certificate;
    this.acceptedNames =
        certificate != null && certificate.accepted() ? certificate.names() : List.of();
    this.tracing = tracing;
    this.enabledAlone = null;
    this.enabledIn = DirectoryIndex.NONE;
    this.senderOwner = owner(connection.mailFrom().domain());
    this.headerFromOwner =
        rules.headerFromCounts() ? owner(connection.headerFromDomain()) : DirectoryIndex.NONE;
    this.recipientOwner = index.ownerOf(connection.rcptTo().domain());
  }

  private Resolution(Resolution from, int enabledIn, InboundConnector enabledAlone) {
    this.index = from.index;
    this.rules = from.rules;
    this.readings = from.readings;
    this.connection = from.connection;
    this.certificate = from.certificate;
    this.acceptedNames = from.acceptedNames;
    this.tracing = false;
    this.enabledAlone = enabledAlone;
    this.enabledIn = enabledIn;
    this.senderOwner = from.senderOwner;
    this.headerFromOwner = from.headerFromOwner;
    this.recipientOwner = from.recipientOwner;
    this.nameHits = from.nameHits;
    this.addressHits = from.addressHits;
  }

  /** The same resolution as if this disabled connector of the tenant were enabled (CON-8). */
  Resolution withEnabled(int tenantId, InboundConnector disabled) {
    return new Resolution(this, tenantId, disabled);
  }

  private int owner(Optional<DomainName> domain) {
    return domain.isPresent() ? index.ownerOf(domain.get()) : DirectoryIndex.NONE; // NULL-1
  }

  /** The names of the accepted certificate; none without one (CERT-1). */
  List<PresentedName> acceptedNames() {
    return acceptedNames;
  }

  boolean certificateRefused() {
    return certificate != null && !certificate.accepted();
  }

  /** OnPremises connectors whose certificate name may match the accepted certificate. */
  ConnectorIds nameHits() {
    ConnectorIds hits = nameHits;
    if (hits == null) {
      hits = new ConnectorIds();
      index.collectByName(acceptedNames(), hits);
      hits.sortDistinct();
      nameHits = hits;
    }
    return hits;
  }

  /** OnPremises connectors whose SenderIPAddresses contain the source address. */
  ConnectorIds addressHits() {
    ConnectorIds hits = addressHits;
    if (hits == null) {
      hits = new ConnectorIds();
      index.collectByAddress(connection.sourceIp(), hits);
      hits.sortDistinct();
      addressHits = hits;
    }
    return hits;
  }

  /** What the certificate stage looks at. */
  List<Candidate<OnPremisesConnector>> nameCandidates() {
    return Lists.filter(
        candidates(tracing ? scope() : nameHits()),
        c -> c.connector().tlsSenderCertificateName().isPresent());
  }

  /** What the IP stage looks at. */
  List<Candidate<OnPremisesConnector>> addressCandidates() {
    return Lists.filter(
        candidates(tracing ? scope() : addressHits()),
        c -> !c.connector().senderIpAddresses().isEmpty());
  }

  /** The owners of the domains, and the tenants of every connector that may match anywhere. */
  List<Tenant> tenantsInScope() {
    BitSet ids = new BitSet();
    for (int owner : new int[] {senderOwner, headerFromOwner, recipientOwner}) {
      if (owner != DirectoryIndex.NONE) {
        ids.set(owner);
      }
    }
    ConnectorIds connectors = scope();
    for (int i = 0; i < connectors.size(); i++) {
      ids.set(index.tenantOf(connectors.get(i)));
    }
    return ids.stream().mapToObj(index::tenant).toList();
  }

  /** Every OnPremises connector that matched anywhere, and all of the owners' ones. */
  private ConnectorIds scope() {
    ConnectorIds ids = scope;
    if (ids == null) {
      ids = new ConnectorIds();
      if (certificate != null) {
        index.collectByName(certificate.names(), ids); // a refused one would have matched them
      }
      index.collectByAddress(connection.sourceIp(), ids);
      index.collectOf(senderOwner, ids);
      index.collectOf(headerFromOwner, ids);
      index.collectOf(recipientOwner, ids);
      ids.sortDistinct();
      scope = ids;
    }
    return ids;
  }

  private List<Candidate<OnPremisesConnector>> candidates(ConnectorIds ids) {
    if (ids.size() == 0) {
      return List.of();
    }
    List<Candidate<OnPremisesConnector>> candidates = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      int id = ids.get(i);
      int tenant = index.tenantOf(id);
      OnPremisesConnector connector = index.connector(id);
      candidates.add(
          new Candidate<>(
              tenant,
              index.tenant(tenant),
              connector,
              takesPart(tenant, connector),
              index.owned(id)));
    }
    return candidates;
  }

  /** Whether the connector is enabled, or the resolution asks what it would do if it were. */
  @SuppressWarnings("ReferenceEquality") // two tenants may have equal connectors
  boolean takesPart(int tenantId, InboundConnector connector) {
    return connector.enabled() || (connector == enabledAlone && tenantId == enabledIn);
  }

  /** The tenant of an id, or null. */
  @Nullable Tenant tenant(int id) {
    return id == DirectoryIndex.NONE ? null : index.tenant(id);
  }
}
