package org.exoattribution.testkit.jqwik;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.exoattribution.model.DomainName;

/**
 * Domain names out of few, so that they meet: each name as it is, or with a label in front. They
 * shrink towards the first of the names.
 */
public final class DomainNameArbitrary extends ArbitraryDecorator<DomainName> {
  private final List<DomainName> names;
  private final boolean subdomains;

  private DomainNameArbitrary(List<DomainName> names, boolean subdomains) {
    this.names = List.copyOf(names);
    this.subdomains = subdomains;
  }

  static DomainNameArbitrary create() {
    return new DomainNameArbitrary(SmallPools.DOMAINS, false);
  }

  /**
   * These names alone. Default: ten of contoso.com, fabrikam.com and others, parents and children.
   *
   * @throws org.exoattribution.model.InvalidValueException if one is not a domain name (DOM-1)
   */
  public DomainNameArbitrary among(String... changed) {
    return among(Arrays.stream(changed).map(DomainName::parse).toList());
  }

  /** These names alone; at least one. */
  public DomainNameArbitrary among(List<DomainName> changed) {
    if (changed.isEmpty()) {
      throw new IllegalArgumentException("no domain names to choose among: expected at least one");
    }
    return new DomainNameArbitrary(changed, subdomains);
  }

  /** Now and then with a label in front. Default: as they are. */
  public DomainNameArbitrary orSubdomains() {
    return new DomainNameArbitrary(names, true);
  }

  @Override
  protected Arbitrary<DomainName> arbitrary() {
    Arbitrary<DomainName> asTheyAre = Arbitraries.of(names);
    if (!subdomains) {
      return asTheyAre;
    }
    return Arbitraries.of(SmallPools.LABELS)
        .optional(0.25)
        .flatMap(
            label -> asTheyAre.map(name -> label.isPresent() ? name.child(label.get()) : name));
  }
}
