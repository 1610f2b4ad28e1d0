package org.exoattribution.certificate;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import org.exoattribution.memory.Places;
import org.exoattribution.model.PresentedCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers verdicts about certificates, each for the time in which it holds. Bounded: the
 * certificates not seen for longest are forgotten. Several who ask about a new certificate at the
 * same time wait for one answer; a remembered one is found without a lock or an allocation.
 */
final class CertificateMemory {
  /** How many certificates are remembered. */
  static final int MOST_CERTIFICATES = 10_000;

  private final BiFunction<PresentedCertificate, CertificateInstant, CertificateVerdict> judge;
  private final Cache<PresentedCertificate, Remembered> remembered =
      CacheBuilder.newBuilder().maximumSize(MOST_CERTIFICATES).build();
  private final Places<Remembered> recent = new Places<>();

  CertificateMemory(
      BiFunction<PresentedCertificate, CertificateInstant, CertificateVerdict> judge) {
    this.judge = judge;
  }

  CertificateVerdict verdict(PresentedCertificate certificate, Instant at) {
    int hash = certificate.hashCode();
    Remembered candidate = recent.get(hash);
    if (candidate == null || !candidate.certificate.equals(certificate)) {
      candidate = remember(certificate);
      recent.put(hash, candidate);
    }
    return candidate.verdict(at);
  }

  private Remembered remember(PresentedCertificate certificate) {
    try {
      return remembered.get(certificate, () -> new Remembered(certificate));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The verdicts about one certificate, the newest first. */
  private final class Remembered {
    private final PresentedCertificate certificate;
    private volatile @Nullable Verdict newest;

    Remembered(PresentedCertificate certificate) {
      this.certificate = certificate;
    }

    CertificateVerdict verdict(Instant at) {
      long second = at.getEpochSecond();
      CertificateVerdict known = find(second);
      return known == null ? judge(at, second) : known;
    }

    private synchronized CertificateVerdict judge(Instant at, long second) {
      CertificateVerdict known = find(second);
      if (known != null) {
        return known;
      }
      CertificateInstant instant = new CertificateInstant(at);
      CertificateVerdict verdict = judge.apply(certificate, instant);
      newest = new Verdict(verdict, instant.from(), instant.until(), newest);
      return verdict;
    }

    private @Nullable CertificateVerdict find(long second) {
      for (Verdict each = newest; each != null; each = each.older) {
        if (each.from <= second && second < each.until) {
          return each.verdict;
        }
      }
      return null;
    }
  }

  /** A verdict and the epoch seconds from which until which it holds. */
  private static final class Verdict {
    private static final int MOST_PER_CERTIFICATE = 8;

    private final CertificateVerdict verdict;
    private final long from;
    private final long until;
    private final @Nullable Verdict older;

    Verdict(CertificateVerdict verdict, long from, long until, @Nullable Verdict older) {
      this.verdict = verdict;
      this.from = from;
      this.until = until;
      this.older = older == null ? null : older.newest(MOST_PER_CERTIFICATE - 1);
    }

    private Verdict newest(int count) {
      return older == null || count == 1
          ? new Verdict(verdict, from, until, null)
          : new Verdict(verdict, from, until, older.newest(count - 1));
    }
  }
}
