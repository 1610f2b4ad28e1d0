package org.exoattribution.engine;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was worked out about certificates for one index under one set of readings.
 * Bounded: each verdict has one place, which it takes from another that has the same. Without
 * locks: two threads may work out the same, which does no harm.
 */
final class CertificateMatches {
  /** A power of two, larger than the number of remembered verdicts. */
  private static final int PLACES = 1 << 14;

  private final DirectoryIndex index;
  private final Readings readings;
  private final AtomicReferenceArray<@Nullable Remembered> places =
      new AtomicReferenceArray<>(PLACES);

  CertificateMatches(DirectoryIndex index, Readings readings) {
    this.index = index;
    this.readings = readings;
  }

  /** By identity: the evaluator gives the same object for as long as it remembers a certificate. */
  @SuppressWarnings("ReferenceEquality")
  CertificateMatch of(CertificateVerdict verdict) {
    int hash = System.identityHashCode(verdict);
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    Remembered remembered = places.get(place);
    if (remembered == null || remembered.verdict != verdict) {
      remembered = new Remembered(verdict, CertificateMatch.of(verdict, index, readings));
      places.set(place, remembered);
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
