package org.exoattribution.testkit.jqwik;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.testkit.jqwik.ConnectorParts.Identity;
import org.exoattribution.testkit.jqwik.ConnectorParts.Means;

/**
 * OnPremises connectors by certificate, by address or by both; a few are disabled or limited to
 * AssociatedAcceptedDomains, and a few carry properties that do nothing on this type (CON-7).
 */
public final class OnPremisesConnectorArbitrary extends ArbitraryDecorator<OnPremisesConnector> {
  private final ConnectorParts parts;

  private OnPremisesConnectorArbitrary(ConnectorParts parts) {
    this.parts = Objects.requireNonNull(parts, "parts");
  }

  static OnPremisesConnectorArbitrary create() {
    return new OnPremisesConnectorArbitrary(ConnectorParts.defaults());
  }

  /** Connectors of these names. Default: six, three of them alike but for their end. */
  public OnPremisesConnectorArbitrary withNames(Arbitrary<String> changed) {
    return new OnPremisesConnectorArbitrary(parts.withNames(changed));
  }

  /** TlsSenderCertificateName and AssociatedAcceptedDomains of these domains. */
  public OnPremisesConnectorArbitrary withDomains(Arbitrary<DomainName> changed) {
    return new OnPremisesConnectorArbitrary(parts.withDomains(changed));
  }

  /** SenderIPAddresses out of these. */
  public OnPremisesConnectorArbitrary withSenderIpAddresses(Arbitrary<SenderIpRange> changed) {
    return new OnPremisesConnectorArbitrary(parts.withRanges(changed));
  }

  /** All enabled or all disabled. Default: one in six is disabled. */
  public OnPremisesConnectorArbitrary withEnabled(boolean changed) {
    return new OnPremisesConnectorArbitrary(parts.withEnabled(changed));
  }

  @Override
  protected Arbitrary<OnPremisesConnector> arbitrary() {
    Arbitrary<Means> means =
        Arbitraries.frequency(
            Tuple.of(5, Means.CERTIFICATE), Tuple.of(4, Means.ADDRESS), Tuple.of(2, Means.BOTH));
    return Combinators.combine(
            parts.names(),
            parts.identities(means),
            parts.enabled(),
            parts.associatedDomains(),
            Chances.rarely(true, 1, 8))
        .as(OnPremisesConnectorArbitrary::connector)
        .withoutEdgeCases();
  }

  private static OnPremisesConnector connector(
      String name,
      Identity identity,
      boolean enabled,
      List<DomainName> associated,
      boolean withIdleProperties) {
    InboundConnector.Builder<OnPremisesConnector> builder =
        ConnectorParts.common(OnPremisesConnector.builder(name), identity, enabled, associated);
    if (withIdleProperties) { // each of them would refuse mail on a Partner connector
      builder
          .senderDomains("idle.example")
          .restrictDomainsToCertificate(true)
          .restrictDomainsToIpAddresses(true);
    }
    return builder.build();
  }
}
