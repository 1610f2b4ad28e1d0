package org.exoattribution.certificate;

import java.time.Instant;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;

/**
 * Judges presented certificates as the service does (PKI-2 to PKI-7): validity, path to a trust
 * anchor, revocation, extended key usage, names. Nothing is ever fetched. Immutable to its users
 * and thread-safe; verdicts are remembered, for as long as they hold.
 *
 * <p>No source says which algorithms the service refuses. Here signatures over MD2, MD4, MD5 and
 * SHA-1 digests, RSA and DSA keys of less than 2048 bits and curves of less than 224 bits are (what
 * public CAs may no longer issue), on every Java version; the trust anchor's own signature counts
 * for nothing. Certificates have times in seconds, both bounds belonging to the validity period,
 * and the instant counts in whole seconds too.
 */
public final class CertificateEvaluator {
  private final CertificateMemory memory;

  /** An evaluator that trusts these anchors. */
  public CertificateEvaluator(TrustAnchors trustAnchors, Readings readings) {
    this.memory = new CertificateMemory(new CertificateJudge(trustAnchors, readings)::judge);
  }

  /**
   * The verdict about the chain at the instant. Never throws: a certificate that cannot be judged
   * is refused. Equal questions get the same object for as long as it is remembered.
   */
  public CertificateVerdict evaluate(PresentedCertificate certificate, Instant at) {
    return memory.verdict(certificate, at);
  }
}
