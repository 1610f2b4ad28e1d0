package org.exoattribution.testkit.jqwik;

import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.AcceptedDomain.DomainType;
import org.exoattribution.model.DomainName;

/** Accepted domains, a third of them with MatchSubDomains (DOM-2). */
public final class AcceptedDomainArbitrary extends ArbitraryDecorator<AcceptedDomain> {
  private final Arbitrary<DomainName> names;
  private final Arbitrary<Boolean> matchSubDomains;

  private AcceptedDomainArbitrary(Arbitrary<DomainName> names, Arbitrary<Boolean> matchSubDomains) {
    this.names = Objects.requireNonNull(names, "names");
    this.matchSubDomains = Objects.requireNonNull(matchSubDomains, "matchSubDomains");
  }

  static AcceptedDomainArbitrary create() {
    return new AcceptedDomainArbitrary(DomainNameArbitrary.create(), Chances.rarely(true, 1, 3));
  }

  /** Domains of these names. Default: {@link AttributionArbitraries#domainNames}. */
  public AcceptedDomainArbitrary withNames(Arbitrary<DomainName> changed) {
    return new AcceptedDomainArbitrary(changed, matchSubDomains);
  }

  /** All with or all without MatchSubDomains. Default: a third of them with it. */
  public AcceptedDomainArbitrary withMatchSubDomains(boolean changed) {
    return new AcceptedDomainArbitrary(names, Arbitraries.just(changed));
  }

  @Override
  protected Arbitrary<AcceptedDomain> arbitrary() {
    Arbitrary<DomainType> types =
        Arbitraries.frequency(
            Tuple.of(8, DomainType.AUTHORITATIVE),
            Tuple.of(1, DomainType.INTERNAL_RELAY),
            Tuple.of(1, DomainType.EXTERNAL_RELAY));
    return Combinators.combine(names, types, matchSubDomains)
        .as(AcceptedDomain::new)
        .withoutEdgeCases();
  }
}
