package org.exoattribution.certificate;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import org.bouncycastle.asn1.x509.Extension;
import org.exoattribution.memory.Places;
import org.exoattribution.model.PresentedCertificate;
import org.jspecify.annotations.Nullable;

/**
 * Remembers verdicts about certificates, each for the time in which it holds. Bounded in bytes, as
 * far as they can be told from the encodings: the certificates not seen for longest are forgotten.
 * Several who ask about a new certificate at the same time wait for one answer; a remembered one is
 * found without a lock or an allocation.
 */
final class CertificateMemory {
  /** A chain of two or three certificates in earnest weighs some ten thousand. */
  static final long MOST_BYTES = 64L << 20;

  private final BiFunction<PresentedCertificate, CertificateInstant, CertificateVerdicts> judge;
  private final Cache<String, Remembered> remembered =
      CacheBuilder.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((String fingerprint, Remembered value) -> value.weight)
          .<String, Remembered>removalListener(removed -> removed.getValue().forget())
          .build();
  private final Places<Remembered> recent = new Places<>();

  CertificateMemory(
      BiFunction<PresentedCertificate, CertificateInstant, CertificateVerdicts> judge) {
    this.judge = judge;
  }

  CertificateVerdicts verdicts(PresentedCertificate certificate, Instant at) {
    int hash = certificate.hashCode();
    long second = at.getEpochSecond();
    Remembered candidate = recent.get(hash);
    if (candidate == null || !candidate.fingerprint.equals(certificate.fingerprint())) {
      candidate = remember(certificate);
      recent.put(hash, candidate);
    }
    CertificateVerdicts known = candidate.find(second);
    if (known != null) {
      return known;
    }
    if (candidate.forgotten) {
      candidate = remember(certificate);
      recent.put(hash, candidate);
    }
    return candidate.judge(certificate, at, second);
  }

  private Remembered remember(PresentedCertificate certificate) {
    try {
      return remembered.get(
          certificate.fingerprint(),
          () -> new Remembered(certificate.fingerprint(), weight(certificate)));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the JDK and the verdicts make of the bytes, roughly: names take most. */
  private static int weight(PresentedCertificate certificate) {
    long weight = 4_000;
    try {
      for (X509Certificate each : certificate.chain()) {
        weight += 4L * each.getEncoded().length;
      }
      byte[] names = certificate.leaf().getExtensionValue(Extension.subjectAlternativeName.getId());
      weight += names == null ? 0 : 40L * names.length;
    } catch (CertificateEncodingException | RuntimeException e) {
      return Integer.MAX_VALUE;
    }
    return (int) Math.min(Integer.MAX_VALUE, weight);
  }

  /** The verdicts about one certificate, the newest first. Empty for good once it is forgotten. */
  private final class Remembered {
    private final String fingerprint;
    private final int weight;
    private volatile @Nullable Verdicts newest;
    private volatile boolean forgotten;

    Remembered(String fingerprint, int weight) {
      this.fingerprint = fingerprint;
      this.weight = weight;
    }

    private synchronized CertificateVerdicts judge(
        PresentedCertificate certificate, Instant at, long second) {
      CertificateVerdicts known = find(second);
      if (known != null) {
        return known;
      }
      CertificateInstant instant = new CertificateInstant(at);
      CertificateVerdicts verdicts = judge.apply(certificate, instant);
      if (!forgotten && instant.from() < instant.until()) {
        newest = new Verdicts(verdicts, instant.from(), instant.until(), newest);
      }
      return verdicts;
    }

    private synchronized void forget() {
      forgotten = true;
      newest = null;
    }

    private @Nullable CertificateVerdicts find(long second) {
      for (Verdicts each = newest; each != null; each = each.older) {
        if (each.from <= second && second < each.until) {
          return each.verdicts;
        }
      }
      return null;
    }
  }

  /** Verdicts and the epoch seconds from which until which they hold. */
  private static final class Verdicts {
    private static final int MOST_PER_CERTIFICATE = 8;

    private final CertificateVerdicts verdicts;
    private final long from;
    private final long until;
    private final @Nullable Verdicts older;

    Verdicts(CertificateVerdicts verdicts, long from, long until, @Nullable Verdicts older) {
      this.verdicts = verdicts;
      this.from = from;
      this.until = until;
      this.older = older == null ? null : older.newest(MOST_PER_CERTIFICATE - 1);
    }

    private Verdicts newest(int count) {
      return older == null || count == 1
          ? new Verdicts(verdicts, from, until, null)
          : new Verdicts(verdicts, from, until, older.newest(count - 1));
    }
  }
}
