package org.exoattribution.testkit.jqwik;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.ArbitraryDecorator;
import org.exoattribution.testkit.pki.SyntheticCertificate;

/**
 * Descriptions of certificates: three quarters sound, the others expired, revoked, self-signed or
 * otherwise odd, for every test of PKI-2 to PKI-6. There are few different ones, because each costs
 * a signature. They shrink to a sound one with the first name.
 */
public final class CertificateArbitrary extends ArbitraryDecorator<SyntheticCertificate> {
  private final Arbitrary<String> names;
  private final Arbitrary<CertificateVariant> variants;
  private final Instant at;

  private CertificateArbitrary(
      Arbitrary<String> names, Arbitrary<CertificateVariant> variants, Instant at) {
    this.names = Objects.requireNonNull(names, "names");
    this.variants = Objects.requireNonNull(variants, "variants");
    this.at = Objects.requireNonNull(at, "at");
  }

  static CertificateArbitrary create() {
    Arbitrary<String> names =
        Combinators.combine(Arbitraries.of("", "*."), DomainNameArbitrary.create())
            .as((prefix, domain) -> prefix + domain);
    return new CertificateArbitrary(names, CertificateVariant.variants(), SmallPools.TODAY);
  }

  /** With one or two of these names. Default: domain names, half of them wildcards. */
  public CertificateArbitrary withNames(Arbitrary<String> changed) {
    return new CertificateArbitrary(changed, variants, at);
  }

  /** None but sound ones. */
  public CertificateArbitrary sound() {
    return new CertificateArbitrary(names, Arbitraries.just(CertificateVariant.SOUND), at);
  }

  /** The instant at which the expired ones are expired. Default: 2026-01-01T00:00:00Z. */
  public CertificateArbitrary at(Instant changed) {
    return new CertificateArbitrary(names, variants, changed);
  }

  @Override
  protected Arbitrary<SyntheticCertificate> arbitrary() {
    return Combinators.combine(
            names.list().ofMinSize(1).ofMaxSize(2).uniqueElements(),
            CertificateForm.forms(),
            variants)
        .as(
            (chosen, form, variant) -> {
              List<String> others = new ArrayList<>(chosen);
              String first = others.remove(0);
              return variant.of(form.of(first, others), at);
            })
        .withoutEdgeCases();
  }
}
