package org.exoattribution.testkit.jqwik;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticCertificate.Chain;
import org.exoattribution.testkit.pki.SyntheticCertificate.Issuer;
import org.exoattribution.testkit.pki.SyntheticCertificate.Revocation;

/** Ways to be sound, flawed or odd, for every test of section 4 of the rules. */
enum CertificateVariant {
  SOUND((sound, at) -> sound),
  /** PKI-2: its last second is over. */
  EXPIRED((sound, at) -> sound.withNotAfter(at.minusSeconds(1))),
  /** PKI-2: its last second is this one, so that it is valid. */
  EXPIRING(SyntheticCertificate::withNotAfter),
  /** PKI-2. */
  NOT_YET_VALID((sound, at) -> sound.withNotBefore(at.plusSeconds(1))),
  /** PKI-3. */
  WITHOUT_INTERMEDIATE((sound, at) -> sound.withChain(Chain.LEAF_ONLY)),
  /** PKI-4. */
  OF_UNTRUSTED_CA((sound, at) -> sound.withIssuer(Issuer.UNTRUSTED)),
  /** PKI-4. */
  SELF_SIGNED((sound, at) -> sound.withIssuer(Issuer.SELF_SIGNED)),
  /** PKI-5. */
  REVOKED((sound, at) -> sound.withRevocation(Revocation.REVOKED)),
  /** PKI-5. */
  STATUS_UNAVAILABLE((sound, at) -> sound.withRevocation(Revocation.UNAVAILABLE)),
  /** PKI-6: as public CAs issue them from 2026. */
  FOR_SERVERS_ONLY((sound, at) -> sound.withExtendedKeyUsage(List.of("serverAuth"))),
  /** PKI-6. */
  FOR_CLIENTS_ONLY((sound, at) -> sound.withExtendedKeyUsage(List.of("clientAuth"))),
  /** PKI-6. */
  FOR_SOMETHING_ELSE((sound, at) -> sound.withExtendedKeyUsage(List.of("emailProtection"))),
  /** PKI-6. */
  FOR_ANYTHING((sound, at) -> sound.withExtendedKeyUsage(List.of()));

  // The changes hold no state, though their type does not say so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiFunction<SyntheticCertificate, Instant, SyntheticCertificate> change;

  CertificateVariant(BiFunction<SyntheticCertificate, Instant, SyntheticCertificate> change) {
    this.change = change;
  }

  /** The variant of a sound certificate, for a connection at the instant. */
  SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
    return change.apply(sound, at.truncatedTo(ChronoUnit.SECONDS));
  }

  /** Three quarters of them sound. */
  static Arbitrary<CertificateVariant> variants() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(SOUND)), Tuple.of(1, Arbitraries.of(values())));
  }
}
