package org.exoattribution.analysis.lint.world;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.Tenant;

/** A tenant under the eyes of the rules: its connectors by type, and what it accepts. */
public final class LintedTenant {
  private final LintWorld world;
  private final Tenant tenant;
  private final List<OnPremisesConnector> onPremises;
  private final List<PartnerConnector> partners;
  private final Set<DomainName> accepted;

  public LintedTenant(LintWorld world, Tenant tenant) {
    this.world = world;
    this.tenant = tenant;
    this.onPremises = enabled(tenant, OnPremisesConnector.class);
    this.partners = enabled(tenant, PartnerConnector.class);
    this.accepted =
        tenant.acceptedDomains().stream()
            .map(AcceptedDomain::domainName)
            .collect(Collectors.toSet());
  }

  private static <C extends InboundConnector> List<C> enabled(Tenant tenant, Class<C> type) {
    return tenant.inboundConnectors().stream()
        .filter(InboundConnector::enabled)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  public LintWorld world() {
    return world;
  }

  public Tenant tenant() {
    return tenant;
  }

  public String name() {
    return tenant.name();
  }

  /** The enabled ones. */
  public List<OnPremisesConnector> onPremises() {
    return onPremises;
  }

  /** The enabled ones. */
  public List<PartnerConnector> partners() {
    return partners;
  }

  public boolean accepts(DomainName domain) {
    return accepted.contains(domain);
  }

  public boolean owns(CertificateNamePattern name) {
    return tenant.owns(name);
  }

  /** The nearest accepted domain above a name. */
  public Optional<DomainName> acceptedAbove(DomainName domain) {
    Optional<DomainName> above = domain.parent();
    while (above.isPresent() && !accepts(above.get())) {
      above = above.get().parent();
    }
    return above;
  }

  /** An accepted domain from which mail is subject to the connector (IN-3). */
  public Optional<DomainName> ownSenderOf(PartnerConnector connector) {
    return tenant.acceptedDomains().stream()
        .map(AcceptedDomain::domainName)
        .filter(domain -> connector.covers(ReversePath.of(domain)))
        .findFirst();
  }
}
