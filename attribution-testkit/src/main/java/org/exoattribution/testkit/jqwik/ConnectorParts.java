package org.exoattribution.testkit.jqwik;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.SenderIpRange;

/** What the arbitraries of both types of connectors draw from. */
record ConnectorParts(
    Arbitrary<String> names,
    Arbitrary<DomainName> domains,
    Arbitrary<SenderIpRange> ranges,
    Arbitrary<Boolean> enabled) {

  static ConnectorParts defaults() {
    return new ConnectorParts(
        Arbitraries.of(SmallPools.CONNECTOR_NAMES),
        DomainNameArbitrary.create(),
        SenderIpRangeArbitrary.create(),
        Chances.rarely(false, 1, 6));
  }

  ConnectorParts withNames(Arbitrary<String> changed) {
    return new ConnectorParts(changed, domains, ranges, enabled);
  }

  ConnectorParts withDomains(Arbitrary<DomainName> changed) {
    return new ConnectorParts(names, changed, ranges, enabled);
  }

  ConnectorParts withRanges(Arbitrary<SenderIpRange> changed) {
    return new ConnectorParts(names, domains, changed, enabled);
  }

  ConnectorParts withEnabled(boolean changed) {
    return new ConnectorParts(names, domains, ranges, Arbitraries.just(changed));
  }

  /** Half of them wildcards. */
  Arbitrary<CertificateNamePattern> certificateNames() {
    return Combinators.combine(domains, Chances.rarely(true, 1, 2)).as(CertificateNamePattern::new);
  }

  Arbitrary<List<SenderIpRange>> addresses() {
    return ranges.list().ofMinSize(1).ofMaxSize(2);
  }

  /** AssociatedAcceptedDomains, mostly none (CON-9). */
  Arbitrary<List<DomainName>> associatedDomains() {
    return Combinators.combine(Chances.rarely(true, 1, 8), domains)
        .as((associated, domain) -> associated ? List.of(domain) : List.of());
  }

  /** Fills in what matters in both types. */
  static <C extends InboundConnector> InboundConnector.Builder<C> common(
      InboundConnector.Builder<C> builder,
      Identity identity,
      boolean enabled,
      List<DomainName> associated) {
    identity.applyTo(builder);
    return builder.enabled(enabled).associatedAcceptedDomains(associated);
  }

  /** By what a connector knows the client. */
  enum Means {
    CERTIFICATE,
    ADDRESS,
    BOTH,
    NEITHER
  }

  /** A certificate name and addresses, of which the means says which to use. */
  record Identity(
      Means means, CertificateNamePattern certificateName, List<SenderIpRange> addresses) {

    boolean byCertificate() {
      return means == Means.CERTIFICATE || means == Means.BOTH;
    }

    boolean byAddress() {
      return means == Means.ADDRESS || means == Means.BOTH;
    }

    void applyTo(InboundConnector.Builder<?> builder) {
      if (byCertificate()) {
        builder.tlsSenderCertificateName(certificateName);
      }
      if (byAddress()) {
        builder.senderIpAddresses(addresses);
      }
    }
  }

  Arbitrary<Identity> identities(Arbitrary<Means> means) {
    return Combinators.combine(means, certificateNames(), addresses()).as(Identity::new);
  }
}
