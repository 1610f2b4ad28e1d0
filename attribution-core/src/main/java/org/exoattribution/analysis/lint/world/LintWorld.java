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

  private final Readings readings;
  private final List<KnownGateway> gateways;

  private LintWorld(TenantDirectory directory, Readings readings, List<KnownGateway> gateways) {
    this.readings = readings;
    this.gateways = List.copyOf(gateways);
    List<NameUse> domains = new ArrayList<>();
    List<NameUse> names = new ArrayList<>();
    List<AddressUse> ranges = new ArrayList<>();
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
          if (connector instanceof OnPremisesConnector) {
            for (SenderIpRange range : connector.senderIpAddresses()) {
              ranges.add(new AddressUse(range, tenant.name(), connector.name()));
            }
          }
        }
      }
    }
    acceptedDomains = new NameUses(domains);
    certificateNames = new NameUses(names);
    addresses = new AddressUses(ranges);
  }

  /** Sorts what the directory holds. */
  public static LintWorld of(
      TenantDirectory directory, Readings readings, List<KnownGateway> gateways) {
    return new LintWorld(directory, readings, gateways);
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

  /** The tenant that accepts exactly this domain. */
  public Optional<String> accepterOf(DomainName domain) {
    return Optional.ofNullable(acceptedBy.get(domain));
  }

  public NameUses acceptedDomains() {
    return acceptedDomains;
  }

  /** The TlsSenderCertificateName of enabled connectors of both types. */
  public NameUses certificateNames() {
    return certificateNames;
  }

  /** The SenderIPAddresses of enabled OnPremises connectors. */
  public AddressUses addresses() {
    return addresses;
  }
}
