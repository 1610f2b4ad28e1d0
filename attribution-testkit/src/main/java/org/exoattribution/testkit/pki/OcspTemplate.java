package org.exoattribution.testkit.pki;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

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
    this.status = Objects.requireNonNull(status, "status");
    this.validity = Objects.requireNonNull(validity, "validity");
    this.responder = Objects.requireNonNull(responder, "responder");
    this.digest = Objects.requireNonNull(digest, "digest");
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

  /** The response about a certificate as its issuer signs it, DER. */
  byte[] signed(Instant at, X509Certificate subject, X509Certificate issuer, PrivateKey issuerKey) {
    X509Certificate signer = responder.map(CertificateBundle::certificate).orElse(issuer);
    PrivateKey key = responder.map(CertificateBundle::privateKey).orElse(issuerKey);
    // An issuer's certificate is on the path already; a delegate's must come with the response.
    X509CertificateHolder[] enclosed =
        responder.isPresent()
            ? new X509CertificateHolder[] {Der.holder(signer)}
            : new X509CertificateHolder[0];
    Date thisUpdate = validity.startDate(at);
    try {
      // SHA-1 names the issuer here and protects nothing; it is what every client looks for.
      DigestCalculator sha1 = new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1);
      BasicOCSPResp response =
          new BasicOCSPRespBuilder(new RespID(Der.holder(signer).getSubjectPublicKeyInfo(), sha1))
              .addResponse(
                  new CertificateID(sha1, Der.holder(issuer), subject.getSerialNumber()),
                  status(status, thisUpdate),
                  thisUpdate,
                  validity.endDate(at))
              .build(DeterministicSigner.of(key, digest), enclosed, thisUpdate);
      return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, response).getEncoded();
    } catch (IOException | OCSPException | OperatorCreationException e) {
      throw new IllegalStateException("cannot make the OCSP response that was described", e);
    }
  }

  private static CertificateStatus status(Status status, Date when) {
    return switch (status) {
      case GOOD -> CertificateStatus.GOOD;
      case REVOKED -> new RevokedStatus(when, CRLReason.keyCompromise);
      case UNKNOWN -> new UnknownStatus();
    };
  }
}
