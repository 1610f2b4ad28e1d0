package org.exoattribution.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * One resolution in progress: the connection and what is known about it before the stages begin.
 */
final class Resolution {
  final DirectoryIndex index;
  final RuleSet rules;
  final Readings readings;
  final SimulatedConnection connection;

  /** The verdict about the certificate; null if none was presented in a TLS session (PKI-1). */
  final @Nullable CertificateVerdict certificate;

  /** What the certificate says of the OnPremises connectors of this forest (FOR-1). */
  final CertificateMatch match;

  /**
   * OnPremises connectors of this forest whose SenderIPAddresses contain the source address, the
   * disabled too.
   */
  final List<Candidate<OnPremisesConnector>> addressHits;

  final int senderOwner;
  final int headerFromOwner;
  final int recipientOwner;

  /** A disabled connector to treat as enabled, to learn what it would do; usually null. */
  private final @Nullable Candidate<?> enabledAlone;

  Resolution(
      CertificateMatches matches,
      RuleSet rules,
      SimulatedConnection connection,
      @Nullable CertificateVerdict certificate) {
    this.index = matches.index();
    this.rules = rules;
    this.readings = matches.readings();
    this.connection = connection;
    this.certificate = certificate;
    CertificateMatch anywhere =
        certificate == null ? matches.withoutCertificate() : matches.of(certificate);
    this.match = connection.forest().map(f -> anywhere.within(f, readings)).orElse(anywhere);
    List<Candidate<OnPremisesConnector>> hits = index.byAddress(connection.sourceIp());
    this.addressHits = connection.forest().map(f -> Candidate.within(f, hits)).orElse(hits);
    this.senderOwner = owner(connection.mailFrom().domain());
    this.headerFromOwner =
        rules.headerFromCounts() ? owner(connection.headerFromDomain()) : DirectoryIndex.NONE;
    this.recipientOwner = index.ownerOf(connection.rcptTo().domain());
    this.enabledAlone = null;
  }

  private Resolution(
      Resolution from,
      Readings readings,
      CertificateMatch match,
      List<Candidate<OnPremisesConnector>> addressHits,
      @Nullable Candidate<?> enabledAlone) {
    this.index = from.index;
    this.rules = from.rules;
    this.readings = readings;
    this.connection = from.connection;
    this.certificate = from.certificate;
    this.match = match;
    this.addressHits = addressHits;
    this.senderOwner = from.senderOwner;
    this.headerFromOwner = from.headerFromOwner;
    this.recipientOwner = from.recipientOwner;
    this.enabledAlone = enabledAlone;
  }

  /** The same resolution as if this disabled connector were enabled (CON-8). */
  Resolution withEnabled(Candidate<?> disabled) {
    return new Resolution(
        this,
        readings,
        match.withEnabled(disabled, readings),
        Candidate.enabled(disabled, addressHits),
        disabled);
  }

  /** The same resolution under other readings that say the same of certificates and names. */
  Resolution withPartnerReadings(Readings others) {
    return new Resolution(this, others, match, addressHits, enabledAlone);
  }

  private int owner(Optional<DomainName> domain) {
    return domain.isPresent() ? index.ownerOf(domain.get()) : DirectoryIndex.NONE; // NULL-1
  }

  /** Whether the session is TLS: one in which a certificate counts always is (PKI-1). */
  boolean tls() {
    return certificate != null || connection.tls();
  }

  /** The names of the accepted certificate; none without one (CERT-1). */
  List<PresentedName> acceptedNames() {
    return match.names;
  }

  /** The order of CERT-4 among connectors of either type. */
  <C extends InboundConnector> Exactness<C> exactness() {
    return new Exactness<>(acceptedNames(), readings);
  }

  /** The owners of the domains, and the tenants of every connector that may match anywhere. */
  List<Tenant> tenantsInScope() {
    Set<Integer> ids = new TreeSet<>(List.of(senderOwner, headerFromOwner, recipientOwner));
    ids.remove(DirectoryIndex.NONE);
    scope().forEach(candidate -> ids.add(candidate.tenantId()));
    return ids.stream().map(index::tenant).toList();
  }

  /**
   * What an explanation tells about: every OnPremises connector that matched anywhere, and all of
   * the owners' ones.
   */
  Set<Candidate<OnPremisesConnector>> scope() {
    Set<Candidate<OnPremisesConnector>> scope = new LinkedHashSet<>();
    if (certificate != null) {
      scope.addAll(index.byName(certificate.names())); // a refused one would have matched them
    }
    scope.addAll(index.byAddress(connection.sourceIp()));
    scope.addAll(index.of(senderOwner));
    scope.addAll(index.of(headerFromOwner));
    scope.addAll(index.of(recipientOwner));
    return scope;
  }

  /** A connector of the tenant as a candidate of the incoming stage. */
  <C extends InboundConnector> Candidate<C> candidate(int tenantId, Tenant tenant, C connector) {
    Candidate<C> candidate =
        new Candidate<>(
            tenantId,
            tenant,
            connector,
            connector.enabled(),
            !connector.associatedAcceptedDomains().isEmpty(),
            false);
    return enabledAlone != null && enabledAlone.isSame(candidate)
        ? candidate.asEnabled()
        : candidate;
  }

  /** The tenant of an id, or null. */
  @Nullable Tenant tenant(int id) {
    return id == DirectoryIndex.NONE ? null : index.tenant(id);
  }
}
