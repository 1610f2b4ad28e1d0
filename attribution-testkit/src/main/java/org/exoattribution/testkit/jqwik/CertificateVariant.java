package org.exoattribution.testkit.jqwik;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.exoattribution.testkit.SyntheticCertificate;
import org.exoattribution.testkit.SyntheticCertificate.Chain;
import org.exoattribution.testkit.SyntheticCertificate.Issuer;
import org.exoattribution.testkit.SyntheticCertificate.Revocation;

/** Ways to be sound, flawed or odd, for every test of section 4 of the rules. */
enum CertificateVariant {
  SOUND {
    @Override
    SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
      return sound;
    }
  },
  /** PKI-2: its last second is over. */
  EXPIRED {
    @Override
    SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
      return sound.withNotAfter(second(at).minusSeconds(1));
    }
  },
  /** PKI-2: its last second is this one, so that it is valid. */
  EXPIRING {
    @Override
    SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
      return sound.withNotAfter(second(at));
    }
  },
  /** PKI-2. */
  NOT_YET_VALID {
    @Override
    SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
      return sound.withNotBefore(second(at).plusSeconds(1));
    }
  },
  /** PKI-3. */
  WITHOUT_INTERMEDIATE {
    @Override
    SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
      return sound.withChain(Chain.LEAF_ONLY);
    }
  },
  /** PKI-4. */
  OF_UNTRUSTED_CA {
    @Override
    SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
      return sound.withIssuer(Issuer.UNTRUSTED);
    }
  },
  /** PKI-4. */
  SELF_SIGNED {
    @Override
    SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
      return sound.withIssuer(Issuer.SELF_SIGNED);
    }
  },
  /** PKI-5. */
  REVOKED {
    @Override
    SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
      return sound.withRevocation(Revocation.REVOKED);
    }
  },
  /** PKI-5. */
  STATUS_UNAVAILABLE {
    @Override
    SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
      return sound.withRevocation(Revocation.UNAVAILABLE);
    }
  },
  /** PKI-6: as public CAs issue them from 2026. */
  FOR_SERVERS_ONLY {
    @Override
    SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
      return sound.withExtendedKeyUsage(List.of("serverAuth"));
    }
  },
  /** PKI-6. */
  FOR_CLIENTS_ONLY {
    @Override
    SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
      return sound.withExtendedKeyUsage(List.of("clientAuth"));
    }
  },
  /** PKI-6. */
  FOR_SOMETHING_ELSE {
    @Override
    SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
      return sound.withExtendedKeyUsage(List.of("emailProtection"));
    }
  },
  /** PKI-6. */
  FOR_ANYTHING {
    @Override
    SyntheticCertificate of(SyntheticCertificate sound, Instant at) {
      return sound.withExtendedKeyUsage(List.of());
    }
  };

  /** The variant of a sound certificate, for a connection at the instant. */
  abstract SyntheticCertificate of(SyntheticCertificate sound, Instant at);

  private static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Three quarters of them sound. */
  static Arbitrary<CertificateVariant> variants() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(SOUND)), Tuple.of(1, Arbitraries.of(values())));
  }
}
