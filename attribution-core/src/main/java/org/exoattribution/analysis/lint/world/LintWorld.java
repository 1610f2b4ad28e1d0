package org.exoattribution.analysis.lint.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
public final class LintWorld {
  private final Map<DomainName, String> acceptedBy = new HashMap<>();
  private final NameUses acceptedDomains;
  private final NameUses certificateNames;
  private final AddressUses addresses;
  private final AddressUses partnerAddresses;

  private final Readings readings;
  private final List<KnownGateway> gateways;
  private final List<KnownCertificate> certificates;

  /** Sorts what the directory holds. */
  public LintWorld(
      TenantDirectory directory,
      Readings readings,
      List<KnownGateway> gateways,
      List<KnownCertificate> certificates) {
    this.readings = readings;
    this.gateways = List.copyOf(gateways);
    this.certificates = List.copyOf(certificates);
    List<NameUse> domains = new ArrayList<>();
    List<NameUse> names = new ArrayList<>();
    List<AddressUse> ranges = new ArrayList<>();
    List<AddressUse> partnerRanges = new ArrayList<>();
    for (Tenant tenant : directory.tenants()) {
      for (AcceptedDomain domain : tenant.acceptedDomains()) {
        acceptedBy.put(domain.domainName(), tenant.name());
        domains.add(NameUse.ofAcceptedDomain(tenant, domain));
      }
      for (InboundConnector connector : tenant.inboundConnectors()) {
        if (connector.enabled()) {
          connector
              .tlsSenderCertificateName()
              .ifPresent(pattern -> names.add(NameUse.ofConnector(tenant, connector, pattern)));
          boolean onPremises = connector instanceof OnPremisesConnector;
          for (SenderIpRange range : connector.senderIpAddresses()) {
            (onPremises ? ranges : partnerRanges)
                .add(new AddressUse(range, tenant.name(), connector.name()));
          }
        }
      }
    }
    acceptedDomains = new NameUses(domains);
    certificateNames = new NameUses(names);
    addresses = new AddressUses(ranges);
    partnerAddresses = new AddressUses(partnerRanges);
  }

  public Readings readings() {
    return readings;
  }

  public List<KnownGateway> gateways() {
    return gateways;
  }

  /** Whether a wildcard matches a certificate with exactly this name (NAME-1). */
  public boolean covers(CertificateNamePattern wildcard, DomainName name) {
    return wildcard.wildcard() && wildcard.matches(new PresentedName(name, false), readings);
  }

  /**
   * Whether every certificate that matches one TlsSenderCertificateName matches the other (NAME-1).
   * A certificate for {@code *.contoso.com} matches mail.contoso.com, so a wildcard does not hold
   * the host name that is its own domain; nor, if it reaches one label deep, a wildcard below it.
   */
  public boolean covers(CertificateNamePattern outer, CertificateNamePattern inner) {
    return outer.equals(inner)
        || (!inner.domain().equals(outer.domain())
            && covers(outer, inner.domain())
            && !(inner.wildcard() && readings.wildcardDepth() == WildcardDepth.SINGLE_LABEL));
  }

  /** The same but for wildcard certificates, which a server with a host's name need not have. */
  public boolean coversCertificateOf(CertificateNamePattern outer, CertificateNamePattern inner) {
    return covers(outer, inner) || (!inner.wildcard() && covers(outer, inner.domain()));
  }

  /** The tenant that accepts this domain or, else, the nearest one above it. */
  public Optional<String> nearestAccepterOf(DomainName domain) {
    Optional<DomainName> at = Optional.of(domain);
    while (at.isPresent() && !acceptedBy.containsKey(at.get())) {
      at = at.get().parent();
    }
    return at.map(acceptedBy::get);
  }

  /** Whether no other tenant has a connector with this very name. */
  public boolean isOfOneTenant(CertificateNamePattern name, String tenant) {
    return certificateNames.ofOthers(name, tenant).isEmpty();
  }

  /** Whether a connector of another tenant takes all mail that matches this name (CERT-4). */
  public boolean isTakenByAnother(CertificateNamePattern name, String tenant) {
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

  /** The certificates that the tenants' servers are known to present. */
  public List<KnownCertificate> certificates() {
    return certificates;
  }

  public NameUses acceptedDomains() {
    return acceptedDomains;
  }

  /** The TlsSenderCertificateName of enabled connectors of both types. */
  public NameUses certificateNames() {
    return certificateNames;
  }

  /** The SenderIPAddresses of enabled Partner connectors. */
  public AddressUses partnerAddresses() {
    return partnerAddresses;
  }

  /** The SenderIPAddresses of enabled OnPremises connectors. */
  public AddressUses addresses() {
    return addresses;
  }
}
