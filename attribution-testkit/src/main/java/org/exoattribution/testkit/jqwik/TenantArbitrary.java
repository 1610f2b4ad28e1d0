package org.exoattribution.testkit.jqwik;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Forest;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Tenant;

/**
 * Tenants with a few accepted domains and connectors of both types; some have RejectDirectSend, a
 * forest or no mail subscription. Of domains and connectors that share a name the first is kept
 * (DIR-1).
 */
public final class TenantArbitrary extends ArbitraryDecorator<Tenant> {
  private final Arbitrary<String> names;
  private final Arbitrary<List<AcceptedDomain>> acceptedDomains;
  private final Arbitrary<List<InboundConnector>> connectors;

  private TenantArbitrary(
      Arbitrary<String> names,
      Arbitrary<List<AcceptedDomain>> acceptedDomains,
      Arbitrary<List<InboundConnector>> connectors) {
    this.names = Objects.requireNonNull(names, "names");
    this.acceptedDomains = Objects.requireNonNull(acceptedDomains, "acceptedDomains");
    this.connectors = Objects.requireNonNull(connectors, "connectors");
  }

  static TenantArbitrary create() {
    return new TenantArbitrary(
        Arbitraries.of(SmallPools.TENANT_NAMES),
        AcceptedDomainArbitrary.create().list().ofMaxSize(4),
        ofBothTypes().list().ofMaxSize(5));
  }

  private static Arbitrary<InboundConnector> ofBothTypes() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, OnPremisesConnectorArbitrary.create()),
        Tuple.of(2, PartnerConnectorArbitrary.create()));
  }

  /** Tenants of these names. Default: contoso, fabrikam and six more. */
  public TenantArbitrary withNames(Arbitrary<String> changed) {
    return new TenantArbitrary(changed, acceptedDomains, connectors);
  }

  /** With these accepted domains. Default: up to four. */
  public TenantArbitrary withAcceptedDomains(Arbitrary<List<AcceptedDomain>> changed) {
    return new TenantArbitrary(names, changed, connectors);
  }

  /** With these connectors. Default: up to five of both types, more of them OnPremises. */
  public TenantArbitrary withInboundConnectors(Arbitrary<List<InboundConnector>> changed) {
    return new TenantArbitrary(names, acceptedDomains, changed);
  }

  @Override
  protected Arbitrary<Tenant> arbitrary() {
    return Combinators.combine(
            names,
            acceptedDomains,
            connectors,
            Chances.rarely(true, 1, 3),
            Chances.rarely(false, 1, 10),
            forests())
        .as(TenantArbitrary::tenant)
        .withoutEdgeCases();
  }

  private static Arbitrary<Optional<Forest>> forests() {
    return Arbitraries.of(SmallPools.FORESTS).optional(0.4);
  }

  private static Tenant tenant(
      String name,
      List<AcceptedDomain> acceptedDomains,
      List<InboundConnector> connectors,
      boolean rejectDirectSend,
      boolean mailEnabled,
      Optional<Forest> forest) {
    Tenant.Builder builder =
        Tenant.builder(name).rejectDirectSend(rejectDirectSend).mailEnabled(mailEnabled);
    forest.ifPresent(builder::forest);
    Set<DomainName> domains = new HashSet<>();
    for (AcceptedDomain domain : acceptedDomains) {
      if (domains.add(domain.domainName())) {
        builder.acceptedDomain(domain);
      }
    }
    Set<String> connectorNames = new HashSet<>();
    for (InboundConnector connector : connectors) {
      if (connectorNames.add(connector.name().toLowerCase(Locale.ROOT))) {
        builder.inboundConnector(connector);
      }
    }
    return builder.build();
  }
}
