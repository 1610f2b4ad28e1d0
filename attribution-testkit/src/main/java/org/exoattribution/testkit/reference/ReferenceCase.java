package org.exoattribution.testkit.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Readings.BadCertificate;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * One recipient of one connection in one directory, under one rule set and set of readings, with
 * the conditions of sections 1 to 4 that all stages ask for.
 *
 * @param tlsCertificate the verdict about the certificate; empty if none was presented in a TLS
 *     session (PKI-1)
 */
record ReferenceCase(
    TenantDirectory directory,
    RuleSet rules,
    Readings readings,
    SimulatedConnection connection,
    Optional<CertificateVerdict> tlsCertificate) {

  ReferenceCase in(TenantDirectory other) {
    return new ReferenceCase(other, rules, readings, connection, tlsCertificate);
  }

  ReferenceCase under(Readings other) {
    return new ReferenceCase(
        directory, rules, other, connection, tlsCertificate.map(verdict -> verdict.under(other)));
  }

  /** DOM-2: exact accepted domain first, else the nearest parent with MatchSubDomains. */
  Optional<Tenant> owner(DomainName domain) {
    return tenants()
        .filter(tenant -> tenant.accepts(domain))
        .findAny()
        .or(
            () ->
                tenants()
                    .filter(tenant -> parents(tenant, domain).findAny().isPresent())
                    .max(
                        Comparator.comparingInt(
                            tenant -> parents(tenant, domain).max(Integer::compare).orElse(0))));
  }

  /** How many labels each accepted domain has that owns this one as its subdomain. */
  private static Stream<Integer> parents(Tenant tenant, DomainName domain) {
    return tenant.acceptedDomains().stream()
        .filter(AcceptedDomain::matchSubDomains)
        .filter(accepted -> domain.isBelow(accepted.domainName()))
        .map(accepted -> accepted.domainName().labelCount());
  }

  /** NULL-1: a reverse-path without domain is owned by nobody. */
  Optional<Tenant> mailFromOwner() {
    return connection.mailFrom().domain().flatMap(this::owner);
  }

  Optional<Tenant> rcptToOwner() {
    return owner(connection.rcptTo().domain());
  }

  /** The header-from domain counts under rules before 2023-11-01 only. */
  Optional<Tenant> headerFromOwner() {
    return rules == RuleSet.V2016 || rules == RuleSet.V2017
        ? connection.headerFromDomain().flatMap(this::owner)
        : Optional.empty();
  }

  /** The names of an accepted certificate; none without one (PKI-1, PKI-7, PKI-8). */
  List<PresentedName> presentedNames() {
    return tlsCertificate
        .filter(CertificateVerdict::accepted)
        .map(CertificateVerdict::names)
        .orElse(List.of());
  }

  /** PKI-8 under reading badCertificate REFUSE. */
  boolean certificateRefused() {
    return readings.badCertificate() == BadCertificate.REFUSE
        && tlsCertificate.isPresent()
        && !tlsCertificate.get().accepted();
  }

  /** The presented names that match the connector's TlsSenderCertificateName (NAME-1). */
  List<PresentedName> matchingNames(InboundConnector connector) {
    return presentedNames().stream()
        .filter(
            name ->
                connector.tlsSenderCertificateName().stream()
                    .anyMatch(own -> CertificateNames.match(own, name, readings)))
        .toList();
  }

  boolean matchesCertificate(InboundConnector connector) {
    return !matchingNames(connector).isEmpty();
  }

  /** The longest prefix in SenderIPAddresses that contains the source; empty if none does. */
  Optional<Integer> longestPrefix(InboundConnector connector) {
    return connector.senderIpAddresses().stream()
        .filter(range -> range.contains(connection.sourceIp()))
        .map(range -> range.prefixLength())
        .max(Integer::compare);
  }

  boolean matchesAddress(InboundConnector connector) {
    return longestPrefix(connector).isPresent();
  }

  /** The enabled connectors of all tenants (CON-8), the OnPremises ones of this forest (FOR-1). */
  Stream<Candidate> enabledConnectors() {
    return tenants()
        .flatMap(tenant -> tenant.inboundConnectors().stream().map(c -> new Candidate(tenant, c)))
        .filter(candidate -> candidate.connector().enabled())
        .filter(each -> each.connector() instanceof PartnerConnector || for1(each.tenant()));
  }

  /** The connectors that take part: enabled (CON-8), and applying to this mail (CON-9). */
  Stream<Candidate> connectorsTakingPart() {
    return enabledConnectors().filter(candidate -> con9(candidate.connector()));
  }

  /** A tenant of this forest, or whose forest is unknown; without a forest, every one. */
  private boolean for1(Tenant tenant) {
    return connection.forest().isEmpty()
        || tenant.forest().isEmpty()
        || tenant.forest().equals(connection.forest());
  }

  private boolean con9(InboundConnector connector) {
    List<DomainName> associated = connector.associatedAcceptedDomains();
    boolean sender = connection.mailFrom().domain().filter(associated::contains).isPresent();
    boolean recipient = associated.contains(connection.rcptTo().domain());
    return associated.isEmpty()
        || switch (readings.associatedDomains()) {
          case SENDER -> sender;
          case RECIPIENT -> recipient;
          case EITHER -> sender || recipient;
        };
  }

  private Stream<Tenant> tenants() {
    return directory.tenants().stream();
  }
}
