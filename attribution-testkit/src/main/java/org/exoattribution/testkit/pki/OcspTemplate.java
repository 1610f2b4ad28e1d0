package org.exoattribution.testkit.pki;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/**
 * What an OCSP response is to say of a certificate (RFC 6960). Templates never change; every method
 * returns a varied copy.
 */
public final class OcspTemplate {

  /** What a response says. */
  enum Status {
    GOOD,
    REVOKED,
    UNKNOWN
  }

  private final Status status;
  private final Validity validity;
  private final Optional<CertificateBundle> responder;
  private final SignatureDigest digest;

  private OcspTemplate(
      Status status,
      Validity validity,
      Optional<CertificateBundle> responder,
      SignatureDigest digest) {
    this.status = requireNonNull(status, "status");
    this.validity = requireNonNull(validity, "validity");
    this.responder = requireNonNull(responder, "responder");
    this.digest = requireNonNull(digest, "digest");
  }

  /**
   * Not revoked, said by the issuer itself, from one day before to seven days after the issuing
   * instant.
   */
  public static OcspTemplate good() {
    return of(Status.GOOD);
  }

  /** Revoked when the response was made, for a compromised key; otherwise as {@link #good}. */
  public static OcspTemplate revoked() {
    return of(Status.REVOKED);
  }

  /** The responder does not know the certificate; otherwise as {@link #good}. */
  public static OcspTemplate unknown() {
    return of(Status.UNKNOWN);
  }

  private static OcspTemplate of(Status status) {
    return new OcspTemplate(
        status,
        Validity.around(Period.ofDays(1), Period.ofDays(7)),
        Optional.empty(),
        SignatureDigest.SHA256);
  }

  /**
   * Signed by this responder, whose certificate goes into the response. Make it from {@link
   * CertificateTemplate#forOcspResponder}; any other certificate is not entitled to answer.
   * Default: the issuer.
   */
  public OcspTemplate respondedBy(CertificateBundle delegate) {
    return new OcspTemplate(status, validity, Optional.of(delegate), digest);
  }

  /** When the status was known to be right. Default: one day before the issuing instant. */
  public OcspTemplate withThisUpdate(Instant thisUpdate) {
    return new OcspTemplate(status, validity.withNotBefore(thisUpdate), responder, digest);
  }

  /** When newer information is due. Default: seven days after the issuing instant. */
  public OcspTemplate withNextUpdate(Instant nextUpdate) {
    return new OcspTemplate(status, validity.withNotAfter(nextUpdate), responder, digest);
  }

  /** The digest of the signature. Default: {@link SignatureDigest#SHA256}. */
  public OcspTemplate withSignatureDigest(SignatureDigest changed) {
    return new OcspTemplate(status, validity, responder, changed);
  }

  /** A week's response whose successor was due one day before the issuing instant. */
  public OcspTemplate stale() {
    return new OcspTemplate(status, Validity.past(Period.ofDays(7)), responder, digest);
  }

  Status status() {
    return status;
  }

  Validity validity() {
    return validity;
  }

  Optional<CertificateBundle> responder() {
    return responder;
  }

  SignatureDigest digest() {
    return digest;
  }
}
