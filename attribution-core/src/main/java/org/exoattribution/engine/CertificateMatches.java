package org.exoattribution.engine;

/**
 * Remembers what was worked out about certificates for one index under one set of readings. Two
 * threads may work out the same at the same time, which does no harm.
 */
final class CertificateMatches {
  private final DirectoryIndex index;
  private final Readings readings;
  private final Places<Remembered> places = new Places<>();

  CertificateMatches(DirectoryIndex index, Readings readings) {
    this.index = index;
    this.readings = readings;
  }

  /** By identity: the evaluator gives the same object for as long as it remembers a certificate. */
  @SuppressWarnings("ReferenceEquality")
  CertificateMatch of(CertificateVerdict verdict) {
    int hash = System.identityHashCode(verdict);
    Remembered remembered = places.get(hash);
    if (remembered == null || remembered.verdict != verdict) {
      remembered = new Remembered(verdict, CertificateMatch.of(verdict, index, readings));
      places.put(hash, remembered);
    }
    return remembered.match;
  }

  DirectoryIndex index() {
    return index;
  }

  Readings readings() {
    return readings;
  }

  private record Remembered(CertificateVerdict verdict, CertificateMatch match) {}
}
