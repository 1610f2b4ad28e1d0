package org.exoattribution.testkit.pki;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
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

/** Turns a template into a signed OCSP response. */
final class OcspAssembler {

  private OcspAssembler() {}

  static byte[] assemble(
      OcspTemplate template,
      Instant at,
      X509Certificate subject,
      X509Certificate issuer,
      PrivateKey issuerKey) {
    X509Certificate signer =
        template.responder().map(CertificateBundle::certificate).orElse(issuer);
    PrivateKey key = template.responder().map(CertificateBundle::privateKey).orElse(issuerKey);
    // An issuer's certificate is on the path already; a delegate's must come with the response.
    X509CertificateHolder[] enclosed =
        template.responder().isPresent()
            ? new X509CertificateHolder[] {Der.holder(signer)}
            : new X509CertificateHolder[0];
    Date thisUpdate = template.validity().startDate(at);
    try {
      // SHA-1 names the issuer here and protects nothing; it is what every client looks for.
      DigestCalculator sha1 = new BcDigestCalculatorProvider().get(CertificateID.HASH_SHA1);
      BasicOCSPResp response =
          new BasicOCSPRespBuilder(new RespID(Der.holder(signer).getSubjectPublicKeyInfo(), sha1))
              .addResponse(
                  new CertificateID(sha1, Der.holder(issuer), subject.getSerialNumber()),
                  status(template.status(), thisUpdate),
                  thisUpdate,
                  template.validity().endDate(at))
              .build(DeterministicSigner.of(key, template.digest()), enclosed, thisUpdate);
      return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, response).getEncoded();
    } catch (IOException | OCSPException | OperatorCreationException e) {
      throw new IllegalStateException("cannot make the OCSP response that was described", e);
    }
  }

  private static CertificateStatus status(OcspTemplate.Status status, Date when) {
    return switch (status) {
      case GOOD -> CertificateStatus.GOOD;
      case REVOKED -> new RevokedStatus(when, CRLReason.keyCompromise);
      case UNKNOWN -> new UnknownStatus();
    };
  }
}
