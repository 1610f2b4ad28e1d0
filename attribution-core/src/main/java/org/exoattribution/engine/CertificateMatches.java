package org.exoattribution.engine;

import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.memory.Places;
import org.exoattribution.model.Readings;

/**
 * Remembers what was worked out about certificates for one index under one set of readings. Two
 * threads may work out the same at the same time, which does no harm.
 */
final class CertificateMatches {
  private final DirectoryIndex index;
  private final Readings readings;
  private final CertificateMatch withoutCertificate;
  private final Places<CertificateMatch> places = new Places<>();

  CertificateMatches(DirectoryIndex index, Readings readings) {
    this.index = index;
    this.readings = readings;
    this.withoutCertificate = CertificateMatch.of(null, index, readings);
  }

  /** Of a connection without a certificate that counts at all (PKI-1). */
  CertificateMatch withoutCertificate() {
    return withoutCertificate;
  }

  /** By identity: the evaluator gives the same object for as long as it remembers a certificate. */
  @SuppressWarnings("ReferenceEquality")
  CertificateMatch of(CertificateVerdict verdict) {
    int hash = System.identityHashCode(verdict);
    CertificateMatch match = places.get(hash);
    if (match == null || match.verdict != verdict) {
      match = CertificateMatch.of(verdict, index, readings);
      places.put(hash, match);
    }
    return match;
  }

  DirectoryIndex index() {
    return index;
  }

  Readings readings() {
    return readings;
  }
}
