package org.exoattribution.analysis.lint;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.Tenant;

/**
 * A tenant under the eyes of the rules.
 *
 * @param enabled its enabled connectors, of which the next two hold those of one type
 * @param accepted the accepted domains, in their order
 */
record Linted(
    LintWorld world,
    Tenant tenant,
    List<InboundConnector> enabled,
    List<OnPremisesConnector> onPremises,
    List<PartnerConnector> partners,
    ImmutableSet<DomainName> accepted) {

  static Linted of(LintWorld world, Tenant tenant) {
    List<InboundConnector> enabled =
        tenant.inboundConnectors().stream().filter(InboundConnector::enabled).toList();
    ImmutableSet<DomainName> accepted =
        tenant.acceptedDomains().stream()
            .map(AcceptedDomain::domainName)
            .collect(ImmutableSet.toImmutableSet());
    return new Linted(
        world,
        tenant,
        enabled,
        only(enabled, OnPremisesConnector.class),
        only(enabled, PartnerConnector.class),
        accepted);
  }

  private static <C> List<C> only(List<? super C> connectors, Class<C> type) {
    return connectors.stream().filter(type::isInstance).map(type::cast).toList();
  }

  String name() {
    return tenant.name();
  }

  boolean owns(CertificateNamePattern name) {
    return tenant.owns(name);
  }

  /** The TlsSenderCertificateName of OnPremises connectors that apply wherever this one does. */
  Stream<CertificateNamePattern> namesBeside(InboundConnector connector) {
    return onPremises.stream()
        .filter(other -> SenderScopes.appliesWherever(other, connector))
        .flatMap(other -> other.tlsSenderCertificateName().stream());
  }

  /** The nearest accepted domain above a name. */
  Optional<DomainName> acceptedAbove(DomainName domain) {
    Optional<DomainName> above = domain.parent();
    while (above.isPresent() && !accepted.contains(above.get())) {
      above = above.get().parent();
    }
    return above;
  }

  /** An accepted domain from which mail is subject to the connector (IN-3). */
  Optional<DomainName> ownSenderOf(PartnerConnector connector) {
    return accepted.stream().filter(d -> connector.covers(ReversePath.of(d))).findFirst();
  }
}
