package org.exoattribution.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.certificate.TestJudgement.test;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.exoattribution.model.OcspResponse;
import org.exoattribution.model.RuleId;
import org.junit.jupiter.api.Test;

/** PKI-5 by OCSP response. */
class RevocationOcspTest {
  private static final CertificateStatus GOOD = CertificateStatus.GOOD;
  private static final TestAuthority ROOT = TestAuthority.root("CN=Contoso Root");
  private static final TestAuthority OTHER = TestAuthority.root("CN=Fabrikam Root");
  private static final X509Certificate LEAF = ROOT.issue(TestCertificate.of("CN=mail.contoso.com"));
  private static final TestAuthority RESPONDER = ROOT.issueCa(responder());

  @Test
  void the_CA_itself_can_say_that_a_certificate_is_good() {
    CertificateVerdict verdict = judge(ROOT.ocsp(LEAF, GOOD)).isAccepted();

    assertThat(test(verdict, RuleId.PKI_5).actual())
        .isEqualTo("CN=mail.contoso.com is not revoked by the OCSP response of CN=Contoso Root");
  }

  @Test
  void the_CA_itself_can_say_that_a_certificate_is_revoked() {
    TestJudgement judgement = judge(ROOT.ocsp(LEAF, revokedInMarch()));

    judgement.isRefused(
        RuleId.PKI_5,
        "revoked 2026-03-01T00:00:00Z (keyCompromise) by the OCSP response of CN=Contoso Root");
    judgement.at("2026-02-28T00:00:00Z").isAccepted();
  }

  @Test
  void one_that_says_revoked_is_enough() {
    judge(ROOT.ocsp(LEAF, GOOD))
        .with(ROOT.crl(crl -> crl.revoke(LEAF, "2026-03-01T00:00:00Z")))
        .isRefused(RuleId.PKI_5, "revoked 2026-03-01T00:00:00Z");
    judge(ROOT.ocsp(LEAF, revokedInMarch()))
        .with(ROOT.crl(crl -> {}))
        .isRefused(RuleId.PKI_5, "revoked 2026-03-01T00:00:00Z");
  }

  @Test
  void an_unknown_status_and_answers_about_others_are_no_status() {
    judge(ROOT.ocsp(LEAF, new UnknownStatus()))
        .isRefused(RuleId.PKI_5, "says that the status is unknown");
    judge(ROOT.ocsp(ROOT.issue(TestCertificate.of("CN=mail.contoso.com")), GOOD))
        .isRefused(RuleId.PKI_5, "no CRL or OCSP response covers it");
    judge(OTHER.ocsp(LEAF, GOOD)).isRefused(RuleId.PKI_5, "no CRL or OCSP response covers it");
    judge(OcspResponse.ofDer(new byte[] {1, 2, 3}))
        .isRefused(RuleId.PKI_5, "an OCSP response cannot be read");
  }

  @Test
  void a_response_out_of_its_time_is_no_status() {
    judge(during("2026-01-01T00:00:00Z", "2026-05-31T00:00:00Z"))
        .isRefused(RuleId.PKI_5, "is stale since 2026-05-31T00:00:00Z");
    judge(during("2026-06-02T00:00:00Z", "2026-06-03T00:00:00Z"))
        .isRefused(RuleId.PKI_5, "is not valid before 2026-06-02T00:00:00Z");
  }

  @Test
  void a_delegated_responder_is_believed() {
    CertificateVerdict verdict = judge(delegated(RESPONDER)).isAccepted();

    assertThat(test(verdict, RuleId.PKI_5).actual()).endsWith("response of CN=OCSP Responder");
  }

  @Test
  void a_responder_that_the_CA_did_not_entitle_is_not_believed() {
    String nobody = "is signed by nobody whom the CA entitled to it";

    judge(delegated(OTHER.issueCa(responder()))).isRefused(RuleId.PKI_5, nobody);
    judge(delegated(TestAuthority.selfSigned(responder()))).isRefused(RuleId.PKI_5, nobody);
    judge(delegated(ROOT.issueCa(TestCertificate.of("CN=No Responder"))))
        .isRefused(RuleId.PKI_5, nobody);
    judge(
            delegated(
                ROOT.issueCa(responder().valid("2026-01-01T00:00:00Z", "2026-05-31T00:00:00Z"))))
        .isRefused(RuleId.PKI_5, nobody);
  }

  @Test
  void a_responder_that_is_revoked_itself_is_not_believed() {
    judge(delegated(RESPONDER, revokedInMarch())).isRefused(RuleId.PKI_5, "revoked 2026-03-01");
    judge(delegated(RESPONDER, revokedInMarch()))
        .with(ROOT.crl(crl -> crl.revoke(RESPONDER.certificate(), "2026-03-01T00:00:00Z")))
        .isAccepted();
  }

  private static TestJudgement judge(OcspResponse response) {
    return TestJudgement.of(LEAF).trusting(ROOT).with(response);
  }

  private static TestCertificate responder() {
    return TestCertificate.of("CN=OCSP Responder").extendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning);
  }

  private static OcspResponse delegated(TestAuthority responder) {
    return delegated(responder, GOOD);
  }

  private static OcspResponse delegated(TestAuthority responder, CertificateStatus status) {
    return ROOT.ocsp(
        LEAF, status, responder, TestCertificate.NOT_BEFORE, TestCertificate.NOT_AFTER);
  }

  private static OcspResponse during(String thisUpdate, String nextUpdate) {
    return ROOT.ocsp(LEAF, GOOD, ROOT, Instant.parse(thisUpdate), Instant.parse(nextUpdate));
  }

  private static RevokedStatus revokedInMarch() {
    return new RevokedStatus(
        Date.from(Instant.parse("2026-03-01T00:00:00Z")), CRLReason.keyCompromise);
  }
}
