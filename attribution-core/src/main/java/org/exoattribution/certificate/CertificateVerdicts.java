package org.exoattribution.certificate;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Readings.CertificateTrust;
import org.exoattribution.model.Readings.KeyUsage;
import org.exoattribution.model.Readings.Revocation;

/**
 * The verdicts about one certificate at one time, one for each combination of the readings that
 * have a say, made when they are asked for: all rest on the same facts, so that another reading
 * costs no second look at a signature.
 */
final class CertificateVerdicts {
  private static final int REVOCATIONS = Revocation.values().length;
  private static final int TRUSTS = CertificateTrust.values().length;
  private static final int USAGES = KeyUsage.values().length;

  private final BiFunction<Readings, CertificateVerdicts, CertificateVerdict> judgement;
  private final AtomicReferenceArray<CertificateVerdict> verdicts =
      new AtomicReferenceArray<>(REVOCATIONS * TRUSTS * USAGES);

  CertificateVerdicts(BiFunction<Readings, CertificateVerdicts, CertificateVerdict> judgement) {
    this.judgement = judgement;
  }

  /** The verdict under the readings, always the same object. */
  CertificateVerdict under(Readings readings) {
    int place = place(readings);
    CertificateVerdict known = verdicts.get(place);
    if (known == null) {
      verdicts.compareAndSet(place, null, judgement.apply(readings, this));
      known = verdicts.get(place);
    }
    return known;
  }

  @SuppressWarnings("EnumOrdinal") // a place in this array, which nothing outlives
  private static int place(Readings readings) {
    return (readings.revocation().ordinal() * TRUSTS + readings.certificateTrust().ordinal())
            * USAGES
        + readings.keyUsage().ordinal();
  }
}
