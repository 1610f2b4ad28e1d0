package org.exoattribution.certificate;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.exoattribution.certificate.CertificateWork.Kind;

/**
 * What one OCSP response says about a certificate of an issuer (RFC 6960). It counts if it is in
 * force at the instant and signed by the CA itself or by a responder to whom that CA delegated: a
 * certificate issued by the CA for OCSPSigning, valid at the instant. A response without nextUpdate
 * has no end, as with CRLs. Of the certificates in a response, which in earnest are one or two, the
 * first ten are looked at.
 */
final class RevocationOcsp {
  private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();
  private static final int MOST_RESPONDERS = 10;

  /** What finding out takes whether a single response is about a certificate. */
  private static final int STEPS_A_SINGLE = 100;

  private static final String OCSP_SIGNING = KeyPurposeId.id_kp_OCSPSigning.getId();

  private final BasicOCSPResp response;
  private final X509Certificate issuer;
  private final CertificateSignatures signatures;
  private final CertificateWork work;
  private final CertificateInstant at;
  private boolean signerSought;
  private Optional<X509Certificate> signer = Optional.empty();

  RevocationOcsp(
      BasicOCSPResp response,
      X509Certificate issuer,
      CertificateSignatures signatures,
      CertificateWork work,
      CertificateInstant at) {
    this.work = work;
    this.response = response;
    this.issuer = issuer;
    this.signatures = signatures;
    this.at = at;
  }

  /**
   * The answer; empty if the response is about other certificates.
   *
   * @param revoked whether the certificate of a delegated responder is known to be revoked
   */
  Optional<RevocationAnswer> answerAbout(
      X509Certificate certificate, Predicate<X509Certificate> revoked) {
    try {
      RevocationAnswer best = null;
      X509CertificateHolder issuing = new X509CertificateHolder(issuer.getEncoded());
      work.spendOnBytes(Kind.STATUS, response.getTBSResponseData().length);
      for (SingleResp single : response.getResponses()) {
        work.spend(Kind.STATUS, STEPS_A_SINGLE);
        if (isAbout(single.getCertID(), certificate, issuing)) {
          RevocationAnswer answer = answer(single, revoked);
          if (answer.state() == RevocationAnswer.State.REVOKED) {
            return Optional.of(answer);
          }
          best = best == null || answer.isBetterThan(best) ? answer : best;
        }
      }
      return Optional.ofNullable(best);
    } catch (IOException | OCSPException | CertificateException | RuntimeException e) {
      return Optional.of(
          RevocationAnswer.unknown(
              "an OCSP response cannot be read: " + CertificateTexts.message(e)));
    }
  }

  private boolean isAbout(
      CertificateID id, X509Certificate certificate, X509CertificateHolder issuing)
      throws OCSPException {
    if (!id.getSerialNumber().equals(certificate.getSerialNumber())) {
      return false;
    }
    work.spendOnBytes(
        Kind.STATUS, 2_000 + certificate.getIssuerX500Principal().getEncoded().length);
    return id.matchesIssuer(issuing, DIGESTS);
  }

  private RevocationAnswer answer(SingleResp single, Predicate<X509Certificate> revoked) {
    if (at.isBefore(single.getThisUpdate())) {
      return unknown("is not valid before " + CertificateTexts.time(single.getThisUpdate()));
    }
    if (single.getNextUpdate() != null && at.isAfter(single.getNextUpdate())) {
      return unknown("is stale since " + CertificateTexts.time(single.getNextUpdate()));
    }
    if (!single.getCriticalExtensionOIDs().isEmpty()
        || !response.getCriticalExtensionOIDs().isEmpty()) {
      return unknown("has an unknown critical extension");
    }
    Optional<String> weakness =
        CertificateAlgorithms.weaknessOf(response.getSignatureAlgorithmID());
    if (weakness.isPresent()) {
      return unknown(weakness.get());
    }
    Optional<X509Certificate> signer = signer(revoked);
    return signer.isEmpty()
        ? unknown("is signed by nobody whom the CA entitled to it")
        : answer(single.getCertStatus(), signer.get());
  }

  private RevocationAnswer answer(CertificateStatus status, X509Certificate signer) {
    String source = "the OCSP response of " + CertificateTexts.subject(signer);
    if (status == CertificateStatus.GOOD) {
      return RevocationAnswer.good(source);
    }
    if (!(status instanceof RevokedStatus revoked)) {
      return unknown("says that the status is unknown");
    }
    if (at.isBefore(revoked.getRevocationTime())) {
      return RevocationAnswer.good(source + ", at this instant");
    }
    String reason =
        revoked.hasRevocationReason()
            ? " (" + CertificateTexts.reason(revoked.getRevocationReason()) + ")"
            : "";
    return RevocationAnswer.revoked(
        "revoked " + CertificateTexts.time(revoked.getRevocationTime()) + reason + " by " + source);
  }

  private Optional<X509Certificate> signer(Predicate<X509Certificate> revoked) {
    if (!signerSought) {
      signerSought = true;
      signer = findSigner(revoked);
    }
    return signer;
  }

  private Optional<X509Certificate> findSigner(Predicate<X509Certificate> revoked) {
    if (signatures.isSignedBy(response, issuer.getPublicKey())) {
      return Optional.of(issuer);
    }
    X509CertificateHolder[] holders = response.getCerts();
    for (int i = 0; i < Math.min(MOST_RESPONDERS, holders.length); i++) {
      Optional<X509Certificate> responder = responder(holders[i]);
      if (responder.filter(found -> isEntitled(found) && !revoked.test(found)).isPresent()) {
        return responder;
      }
    }
    return Optional.empty();
  }

  private Optional<X509Certificate> responder(X509CertificateHolder holder) {
    try {
      byte[] der = holder.getEncoded();
      work.spend(Kind.STATUS, CertificateReading.steps(der.length));
      return Optional.of(CertificateReading.read(der));
    } catch (IOException | CertificateException e) {
      return Optional.empty();
    }
  }

  private boolean isEntitled(X509Certificate responder) {
    try {
      List<String> uses = responder.getExtendedKeyUsage();
      return uses != null
          && uses.contains(OCSP_SIGNING)
          && at.isWithin(responder)
          && responder.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
          && signatures.isSignedBy(response, responder.getPublicKey())
          && new PathValidation(signatures, work)
              .problemOf(List.of(responder, issuer), at)
              .isEmpty();
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  private RevocationAnswer unknown(String why) {
    return RevocationAnswer.unknown(
        "the OCSP response of " + CertificateTexts.subject(issuer) + " " + why);
  }
}
