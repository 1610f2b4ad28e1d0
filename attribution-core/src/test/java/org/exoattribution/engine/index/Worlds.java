package org.exoattribution.engine.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * Random directories and what is looked up in them. Names and addresses are few, so that domains
 * are often parents of each other, certificate names often match and ranges often overlap.
 */
public final class Worlds {
  private static final int MOST_TENANTS = 5;

  private Worlds() {}

  public static Arbitrary<DomainName> domains() {
    return Arbitraries.of("a", "b", "mail")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(labels -> DomainName.parse(String.join(".", labels) + ".example"));
  }

  static Arbitrary<CertificateNamePattern> patterns() {
    return Combinators.combine(domains(), Arbitraries.of(true, false))
        .as(CertificateNamePattern::new);
  }

  public static Arbitrary<PresentedName> presentedNames() {
    return Combinators.combine(domains(), Arbitraries.of(true, false)).as(PresentedName::new);
  }

  /** Addresses of two neighbouring blocks of 256 and of one far away; some IPv6. */
  public static Arbitrary<IpAddress> addresses() {
    return Combinators.combine(
            Arbitraries.of("192.0.2.", "192.0.3.", "203.0.113.", "2001:db8::"),
            Arbitraries.integers().between(0, 255))
        .as((network, host) -> IpAddress.parse(network + host));
  }

  static Arbitrary<SenderIpRange> ranges() {
    return Combinators.combine(
            addresses().filter(IpAddress::isIpv4), Arbitraries.integers().between(24, 32))
        .as((address, length) -> SenderIpRange.parse(address + "/" + length));
  }

  /** The values of the readings on which NAME-1 depends, in every combination. */
  static List<Readings> namingReadings() {
    List<Readings> readings = new ArrayList<>();
    for (Readings.WildcardDepth depth : Readings.WildcardDepth.values()) {
      for (Readings.WildcardCertificate certificate : Readings.WildcardCertificate.values()) {
        readings.add(
            Readings.defaults()
                .with("wildcardDepth", depth.name())
                .with("wildcardCertificate", certificate.name()));
      }
    }
    return readings;
  }

  /** Up to five tenants with the domains and connectors that fall to them. */
  public static Arbitrary<TenantDirectory> directories() {
    return Combinators.combine(
            Arbitraries.integers().between(1, MOST_TENANTS),
            domainSpecs().list().ofMaxSize(20),
            connectorSpecs().list().ofMaxSize(12))
        .as(Worlds::directory);
  }

  private record DomainSpec(int tenant, AcceptedDomain domain) {}

  private static Arbitrary<DomainSpec> domainSpecs() {
    return Combinators.combine(tenantNumbers(), domains(), Arbitraries.of(true, false))
        .as(
            (tenant, domain, matchSubDomains) ->
                new DomainSpec(
                    tenant, AcceptedDomain.of(domain).withMatchSubDomains(matchSubDomains)));
  }

  private record ConnectorSpec(
      int tenant,
      boolean onPremises,
      boolean enabled,
      List<CertificateNamePattern> certificateName,
      List<SenderIpRange> ranges) {

    InboundConnector build(String name) {
      return onPremises
          ? fill(OnPremisesConnector.builder(name))
          : fill(PartnerConnector.builder(name));
    }

    private <C extends InboundConnector> InboundConnector fill(
        InboundConnector.Builder<C> builder) {
      InboundConnector.Builder<C> filled = builder.enabled(enabled).senderIpAddresses(ranges);
      for (CertificateNamePattern name : certificateName) {
        filled = filled.tlsSenderCertificateName(name);
      }
      return filled.build();
    }
  }

  private static Arbitrary<ConnectorSpec> connectorSpecs() {
    return Combinators.combine(
            tenantNumbers(),
            Arbitraries.of(true, true, true, false),
            Arbitraries.of(true, true, true, false),
            patterns().list().ofMaxSize(1),
            ranges().list().ofMaxSize(3))
        .as(ConnectorSpec::new)
        .filter(spec -> !spec.certificateName().isEmpty() || !spec.ranges().isEmpty()); // CON-4
  }

  private static Arbitrary<Integer> tenantNumbers() {
    return Arbitraries.integers().between(0, MOST_TENANTS - 1);
  }

  private static TenantDirectory directory(
      int tenants, List<DomainSpec> domains, List<ConnectorSpec> connectors) {
    List<Tenant.Builder> builders = new ArrayList<>();
    for (int i = 0; i < tenants; i++) {
      builders.add(
          Tenant.builder("tenant " + i).mailEnabled(i % 3 != 0).rejectDirectSend(i % 2 == 0));
    }
    Set<DomainName> taken = new HashSet<>(); // DIR-1
    for (DomainSpec spec : domains) {
      if (taken.add(spec.domain().domainName())) {
        builders.get(spec.tenant() % tenants).acceptedDomain(spec.domain());
      }
    }
    for (int i = 0; i < connectors.size(); i++) {
      ConnectorSpec spec = connectors.get(i);
      builders.get(spec.tenant() % tenants).inboundConnector(spec.build("connector " + i));
    }
    return TenantDirectory.of(builders.stream().map(Tenant.Builder::build).toList());
  }
}
