package org.exoattribution.certificate;

import java.time.Instant;
import java.util.Objects;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;

/**
 * Judges presented certificates as the service does (PKI-2 to PKI-7): validity, path to a trust
 * anchor, revocation, extended key usage, names. Nothing is ever fetched. Immutable to its users
 * and thread-safe. What is found out about certificates is remembered for as long as it holds, and
 * shared by all who trust equal anchors, whatever their readings.
 *
 * <p>No source says which algorithms the service refuses. Here signatures over MD2, MD4, MD5 and
 * SHA-1 digests are, on every Java version, but for the trust anchor's own, which counts for
 * nothing; and keys unless they are RSA of 2048 to 8192 bits with an exponent of at most 64, DSA of
 * 2048 to 3072 bits, EdDSA, or on a curve over a prime field of 224 to 521 bits. Certificates have
 * times in seconds, both bounds belonging to the validity period, and the instant counts in whole
 * seconds too.
 *
 * <p>Whatever is presented, one evaluation does a bounded amount of work, about half a second, a
 * hundred times what a chain in earnest takes: past it, and where a parser runs out of stack or
 * memory, the certificate is refused. What is remembered takes at most about 64 MiB.
 */
public final class CertificateEvaluator {
  private final CertificateMemory memory;
  private final Readings readings;

  /** An evaluator that trusts these anchors. */
  public CertificateEvaluator(TrustAnchors trustAnchors, Readings readings) {
    this.memory = trustAnchors.memory();
    this.readings = Objects.requireNonNull(readings, "readings");
  }

  /**
   * The verdict about the chain at the instant. Never throws: a certificate that cannot be judged
   * is refused. Equal questions get the same object for as long as it is remembered.
   */
  public CertificateVerdict evaluate(PresentedCertificate certificate, Instant at) {
    return memory.verdicts(certificate, at).under(readings);
  }
}
