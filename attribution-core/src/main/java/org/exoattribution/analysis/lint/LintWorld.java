package org.exoattribution.analysis.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.analysis.lint.CertificateNames.KnownCertificate;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Readings.WildcardDepth;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * What must be compared across tenants, sorted so that the rules need not compare each with each:
 * who accepts a domain, which enabled connectors use a certificate name, and which addresses.
 */
final class LintWorld {
  final Readings readings;
  final List<KnownGateway> gateways;

  /** The certificates that the tenants' servers are known to present. */
  final List<KnownCertificate> certificates;

  final NameUses acceptedDomains = new NameUses();

  /** The TlsSenderCertificateName of enabled connectors of both types. */
  final NameUses certificateNames = new NameUses();

  /** The SenderIPAddresses of enabled OnPremises connectors. */
  final AddressUses addresses = new AddressUses();

  /** The SenderIPAddresses of enabled Partner connectors. */
  final AddressUses partnerAddresses = new AddressUses();

  private final Map<DomainName, String> acceptedBy = new HashMap<>();

  LintWorld(
      TenantDirectory directory,
      Readings readings,
      List<KnownGateway> gateways,
      List<KnownCertificate> certificates) {
    this.readings = readings;
    this.gateways = gateways;
    this.certificates = certificates;
    for (Tenant tenant : directory.tenants()) {
      for (AcceptedDomain domain : tenant.acceptedDomains()) {
        acceptedBy.put(domain.domainName(), tenant.name());
        acceptedDomains.addAcceptedDomain(tenant, domain.domainName());
      }
      tenant.inboundConnectors().stream()
          .filter(InboundConnector::enabled)
          .forEach(connector -> add(tenant, connector));
    }
  }

  private void add(Tenant tenant, InboundConnector connector) {
    connector
        .tlsSenderCertificateName()
        .ifPresent(name -> certificateNames.addConnector(tenant, connector, name));
    AddressUses uses = connector instanceof OnPremisesConnector ? addresses : partnerAddresses;
    for (SenderIpRange range : connector.senderIpAddresses()) {
      uses.add(range, tenant.name(), connector.name());
    }
  }

  /** Whether a wildcard matches a certificate with exactly this name (NAME-1). */
  boolean covers(CertificateNamePattern wildcard, DomainName name) {
    return wildcard.wildcard() && wildcard.matches(new PresentedName(name, false), readings);
  }

  /**
   * Whether every certificate that matches one TlsSenderCertificateName matches the other (NAME-1).
   * A certificate for {@code *.contoso.com} matches mail.contoso.com, so a wildcard does not hold
   * the host name that is its own domain; nor, if it reaches one label deep, a wildcard below it.
   */
  boolean covers(CertificateNamePattern outer, CertificateNamePattern inner) {
    return outer.equals(inner)
        || (!inner.domain().equals(outer.domain())
            && covers(outer, inner.domain())
            && !(inner.wildcard() && readings.wildcardDepth() == WildcardDepth.SINGLE_LABEL));
  }

  /** The same but for wildcard certificates, which a server with a host's name need not have. */
  boolean coversCertificateOf(CertificateNamePattern outer, CertificateNamePattern inner) {
    return covers(outer, inner) || (!inner.wildcard() && covers(outer, inner.domain()));
  }

  /** The tenant that accepts this domain or, else, the nearest one above it. */
  Optional<String> nearestAccepterOf(DomainName domain) {
    Optional<DomainName> at = Optional.of(domain);
    while (at.isPresent() && !acceptedBy.containsKey(at.get())) {
      at = at.get().parent();
    }
    return at.map(acceptedBy::get);
  }

  /** Whether a connector of another tenant takes all mail that matches this name (CERT-4). */
  boolean isTakenByAnother(CertificateNamePattern name, String tenant) {
    Optional<DomainName> at = Optional.of(name.domain());
    while (at.isPresent()) {
      CertificateNamePattern outer = new CertificateNamePattern(at.get(), true);
      if (covers(outer, name) && certificateNames.isTakenByAnother(outer, tenant)) {
        return true;
      }
      at = at.get().parent();
    }
    return certificateNames.isTakenByAnother(name, tenant);
  }
}
