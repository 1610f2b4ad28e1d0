package org.exoattribution.testkit.jqwik;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.SenderDomainPattern;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.testkit.jqwik.ConnectorParts.Identity;
import org.exoattribution.testkit.jqwik.ConnectorParts.Means;

/**
 * Partner connectors for all senders, for a domain or for it and its subdomains; many restrict to
 * their certificate or addresses, and a few are disabled or limited to AssociatedAcceptedDomains.
 */
public final class PartnerConnectorArbitrary extends ArbitraryDecorator<PartnerConnector> {
  private final ConnectorParts parts;

  private PartnerConnectorArbitrary(ConnectorParts parts) {
    this.parts = Objects.requireNonNull(parts, "parts");
  }

  static PartnerConnectorArbitrary create() {
    return new PartnerConnectorArbitrary(ConnectorParts.defaults());
  }

  /** Connectors of these names. Default: six, three of them alike but for their end. */
  public PartnerConnectorArbitrary withNames(Arbitrary<String> changed) {
    return new PartnerConnectorArbitrary(parts.withNames(changed));
  }

  /** TlsSenderCertificateName, SenderDomains and AssociatedAcceptedDomains of these domains. */
  public PartnerConnectorArbitrary withDomains(Arbitrary<DomainName> changed) {
    return new PartnerConnectorArbitrary(parts.withDomains(changed));
  }

  /** SenderIPAddresses out of these. */
  public PartnerConnectorArbitrary withSenderIpAddresses(Arbitrary<SenderIpRange> changed) {
    return new PartnerConnectorArbitrary(parts.withRanges(changed));
  }

  /** All enabled or all disabled. Default: one in six is disabled. */
  public PartnerConnectorArbitrary withEnabled(boolean changed) {
    return new PartnerConnectorArbitrary(parts.withEnabled(changed));
  }

  @Override
  protected Arbitrary<PartnerConnector> arbitrary() {
    Arbitrary<Means> means =
        Arbitraries.frequency(
            Tuple.of(3, Means.NEITHER),
            Tuple.of(3, Means.CERTIFICATE),
            Tuple.of(3, Means.ADDRESS),
            Tuple.of(3, Means.BOTH));
    return Combinators.combine(
            parts.names(),
            parts.identities(means),
            parts.enabled(),
            parts.associatedDomains(),
            senderDomains(),
            flags())
        .as(PartnerConnectorArbitrary::connector)
        .withoutEdgeCases();
  }

  /** Half of them for everybody, one in ten for nobody. */
  private Arbitrary<List<SenderDomainPattern>> senderDomains() {
    SenderDomainPattern everybody = SenderDomainPattern.parse("*");
    Arbitrary<SenderDomainPattern> entries =
        Combinators.combine(Arbitraries.of("", "*."), parts.domains())
            .as((prefix, domain) -> SenderDomainPattern.parse(prefix + domain));
    return Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.just(List.of(everybody))),
        Tuple.of(1, Arbitraries.just(List.of())),
        Tuple.of(
            4,
            Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(everybody)), Tuple.of(5, entries))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)));
  }

  private static Arbitrary<Flags> flags() {
    return Combinators.combine(
            Chances.rarely(false, 1, 2), Chances.rarely(true, 1, 2), Chances.rarely(true, 1, 3))
        .as(Flags::new);
  }

  private static PartnerConnector connector(
      String name,
      Identity identity,
      boolean enabled,
      List<DomainName> associated,
      List<SenderDomainPattern> senderDomains,
      Flags flags) {
    return ConnectorParts.common(PartnerConnector.builder(name), identity, enabled, associated)
        .senderDomains(senderDomains)
        .requireTls(flags.requireTls)
        .restrictDomainsToCertificate(flags.toCertificate && identity.byCertificate())
        .restrictDomainsToIpAddresses(flags.toAddresses && identity.byAddress())
        .build();
  }

  private record Flags(boolean requireTls, boolean toCertificate, boolean toAddresses) {}
}
