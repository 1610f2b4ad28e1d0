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

/**
 * What one OCSP response says about a certificate of an issuer (RFC 6960). It counts if it is in
 * force at the instant and signed by the CA itself or by a responder to whom that CA delegated: a
 * certificate issued by the CA for OCSPSigning, valid at the instant. A response without nextUpdate
 * has no end, as with CRLs.
 */
final class RevocationOcsp {
  private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();
  private static final String OCSP_SIGNING = KeyPurposeId.id_kp_OCSPSigning.getId();

  private final BasicOCSPResp response;
  private final X509Certificate issuer;
  private final CertificateSignatures signatures;
  private final CertificateInstant at;

  RevocationOcsp(
      BasicOCSPResp response,
      X509Certificate issuer,
      CertificateSignatures signatures,
      CertificateInstant at) {
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
      for (SingleResp single : response.getResponses()) {
        if (isAbout(single.getCertID(), certificate)) {
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

  private boolean isAbout(CertificateID id, X509Certificate certificate)
      throws IOException, OCSPException, CertificateException {
    return id.getSerialNumber().equals(certificate.getSerialNumber())
        && id.matchesIssuer(new X509CertificateHolder(issuer.getEncoded()), DIGESTS);
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
    if (signatures.isSignedBy(response, issuer.getPublicKey())) {
      return Optional.of(issuer);
    }
    for (X509CertificateHolder holder : response.getCerts()) {
      Optional<X509Certificate> responder = responder(holder);
      if (responder.filter(found -> isEntitled(found) && !revoked.test(found)).isPresent()) {
        return responder;
      }
    }
    return Optional.empty();
  }

  private static Optional<X509Certificate> responder(X509CertificateHolder holder) {
    try {
      return Optional.of(CertificateReading.read(holder.getEncoded()));
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
          && new PathValidation(signatures).problemOf(List.of(responder, issuer), at).isEmpty();
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  private RevocationAnswer unknown(String why) {
    return RevocationAnswer.unknown(
        "the OCSP response of " + CertificateTexts.subject(issuer) + " " + why);
  }
}
