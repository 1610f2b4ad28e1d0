package org.exoattribution.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.certificate.TestJudgement.outcome;
import static org.exoattribution.certificate.TestJudgement.test;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.Readings.CertificateTrust;
import org.exoattribution.model.Readings.Revocation;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.model.RuleId;
import org.junit.jupiter.api.Test;

/** PKI-5 by CRL. */
class RevocationCrlTest {
  private static final TestAuthority ROOT = TestAuthority.root("CN=Contoso Root");
  private static final TestAuthority ISSUING =
      ROOT.issueCa(TestCertificate.ca("CN=Contoso Issuing CA"));
  private static final String PART = "http://crl.contoso.com/1.crl";
  private static final X509Certificate LEAF =
      ISSUING.issue(
          TestCertificate.of("CN=mail.contoso.com")
              .with(Extension.cRLDistributionPoints, false, distributionPoint(PART)));
  private static final X509CRL ROOT_CRL = ROOT.crl(crl -> {});

  @Test
  void a_chain_on_no_list_is_accepted() {
    CertificateVerdict verdict = judge(crl -> {}).isAccepted();

    assertThat(verdict.revocationUnchecked()).isEmpty();
    assertThat(test(verdict, RuleId.PKI_5).actual())
        .contains("CN=mail.contoso.com is not revoked by the CRL of CN=Contoso Issuing CA")
        .contains("CN=Contoso Issuing CA is not revoked by the CRL of CN=Contoso Root");
  }

  @Test
  void a_revoked_leaf_is_refused_from_the_revocation_date_on() {
    TestJudgement judgement =
        judge(crl -> crl.revoke(LEAF, "2026-03-01T00:00:00Z", CRLReason.superseded));

    judgement.isRefused(
        RuleId.PKI_5,
        "revoked 2026-03-01T00:00:00Z (superseded) by the CRL of CN=Contoso Issuing CA:"
            + " CN=mail.contoso.com, issued by CN=Contoso Issuing CA");
    judgement.at("2026-03-01T00:00:00Z").isRefused(RuleId.PKI_5, "revoked");
    judgement.at("2026-02-28T23:59:59Z").isAccepted();
  }

  @Test
  void a_revoked_intermediate_is_refused() {
    X509CRL rootCrl = ROOT.crl(crl -> crl.revoke(ISSUING.certificate(), "2026-03-01T00:00:00Z"));

    TestJudgement.of(LEAF, ISSUING.certificate())
        .trusting(ROOT)
        .with(ISSUING.crl(crl -> {}), rootCrl)
        .isRefused(RuleId.PKI_5, "revoked 2026-03-01T00:00:00Z (keyCompromise) by the CRL of CN=C");
  }

  @Test
  void a_certificate_on_hold_is_revoked_and_one_removed_from_the_list_is_not() {
    judge(crl -> crl.revoke(LEAF, "2026-03-01T00:00:00Z", CRLReason.certificateHold))
        .isRefused(RuleId.PKI_5, "(certificateHold)");
    judge(crl -> crl.revoke(LEAF, "2026-03-01T00:00:00Z", CRLReason.removeFromCRL)).isAccepted();
  }

  @Test
  void no_status_of_the_intermediate_is_no_status() {
    TestJudgement.of(LEAF, ISSUING.certificate())
        .trusting(ROOT)
        .with(ISSUING.crl(crl -> {}))
        .isRefused(
            RuleId.PKI_5,
            "no status of CN=Contoso Issuing CA, issued by CN=Contoso Root (no CRL or OCSP");
  }

  @Test
  void material_may_come_with_the_trust_anchors() {
    TrustAnchors anchors =
        TrustAnchors.of(ROOT.certificate())
            .withRevocationStatus(
                RevocationStatus.ofCrls(List.of(ROOT_CRL, ISSUING.crl(crl -> {}))));

    CertificateVerdict verdict =
        TestJudgement.of(LEAF, ISSUING.certificate()).trusting(anchors).isAccepted();

    assertThat(verdict.revocationUnchecked()).isEmpty();
  }

  @Test
  void without_any_material_revocation_is_not_checked_unless_its_lack_was_stated() {
    TestJudgement silent = TestJudgement.of(LEAF, ISSUING.certificate()).trusting(ROOT);

    assertThat(silent.isAccepted().revocationUnchecked())
        .contains("not checked: no CRL or OCSP response was supplied");
    assertThat(outcome(silent.verdict(), RuleId.PKI_5)).isEqualTo(Outcome.NOT_APPLICABLE);
    silent
        .with(RevocationStatus.UNAVAILABLE)
        .isRefused(RuleId.PKI_5, "no status of CN=mail.contoso.com");
  }

  @Test
  void the_reading_decides_what_must_be_known() {
    TestJudgement unknown =
        TestJudgement.of(LEAF, ISSUING.certificate())
            .trusting(ROOT)
            .with(RevocationStatus.UNAVAILABLE);
    TestJudgement revoked = judge(crl -> crl.revoke(LEAF, "2026-03-01T00:00:00Z"));

    unknown.isRefused(RuleId.PKI_5, "no status");
    unknown.with(Revocation.REJECT_REVOKED).isAccepted();
    revoked.with(Revocation.REJECT_REVOKED).isRefused(RuleId.PKI_5, "revoked");
    assertThat(revoked.with(Revocation.NOT_CHECKED).isAccepted().revocationUnchecked())
        .contains("not checked: reading revocation is NOT_CHECKED");
  }

  @Test
  void a_list_out_of_its_time_is_no_status() {
    judge(crl -> crl.valid("2026-01-01T00:00:00Z", "2026-05-31T23:59:58Z"))
        .isRefused(RuleId.PKI_5, "is stale since 2026-05-31T23:59:58Z");
    judge(crl -> crl.valid("2026-06-01T00:00:01Z", "2026-07-01T00:00:00Z"))
        .isRefused(RuleId.PKI_5, "is not valid before 2026-06-01T00:00:01Z");
    judge(crl -> crl.valid("2026-06-01T00:00:00Z", "2026-06-01T00:00:00Z")).isAccepted();
  }

  @Test
  void a_list_signed_by_somebody_else_is_no_status() {
    TestAuthority namesake = TestAuthority.root("CN=Contoso Issuing CA");

    TestJudgement.of(LEAF, ISSUING.certificate())
        .trusting(ROOT)
        .with(ROOT_CRL, namesake.crl(crl -> {}))
        .isRefused(RuleId.PKI_5, "does not verify with the key of the CA");
  }

  @Test
  void a_list_of_a_CA_that_may_not_sign_lists_is_no_status() {
    TestAuthority noCrlSigning =
        ROOT.issueCa(TestCertificate.ca("CN=No CRL").keyUsage(KeyUsage.keyCertSign));

    TestJudgement.of(
            noCrlSigning.issue(TestCertificate.of("CN=mail.contoso.com")),
            noCrlSigning.certificate())
        .trusting(ROOT)
        .with(ROOT_CRL, noCrlSigning.crl(crl -> {}))
        .isRefused(RuleId.PKI_5, "the CA's key usage lacks cRLSign");
  }

  @Test
  void delta_indirect_and_partial_lists_are_no_status() {
    judge(crl -> crl.with(Extension.deltaCRLIndicator, true, new ASN1Integer(BigInteger.ONE)))
        .isRefused(RuleId.PKI_5, "is a delta CRL");
    judge(crl -> crl.with(Extension.cRLNumber, true, new ASN1Integer(BigInteger.ONE)))
        .isRefused(RuleId.PKI_5, "has an unknown critical extension");
    scoped(new IssuingDistributionPoint(null, false, false, null, true, false))
        .isRefused(RuleId.PKI_5, "is an indirect CRL");
    scoped(new IssuingDistributionPoint(null, false, true, null, false, false))
        .isRefused(RuleId.PKI_5, "is for certificates of another kind");
    scoped(
            new IssuingDistributionPoint(
                null, false, false, new ReasonFlags(ReasonFlags.keyCompromise), false, false))
        .isRefused(RuleId.PKI_5, "is for some reasons only");
    scoped(new IssuingDistributionPoint(null, true, false, null, false, false)).isAccepted();
  }

  @Test
  void a_part_of_a_list_counts_if_it_is_that_of_the_certificate() {
    scoped(part("http://crl.contoso.com/2.crl"))
        .isRefused(RuleId.PKI_5, "is for another distribution point");
    scoped(part(PART)).isAccepted();
  }

  @Test
  void with_trust_ANY_the_path_is_checked_as_far_as_it_goes() {
    TestJudgement judgement =
        TestJudgement.of(LEAF, ISSUING.certificate()).with(CertificateTrust.ANY);

    judgement.with(ISSUING.crl(crl -> {})).isAccepted();
    judgement
        .with(ISSUING.crl(crl -> crl.revoke(LEAF, "2026-03-01T00:00:00Z")))
        .isRefused(RuleId.PKI_5, "revoked");
    TestJudgement.of(TestCertificate.of("CN=gateway.contoso.com").selfSigned())
        .with(CertificateTrust.ANY)
        .with(RevocationStatus.UNAVAILABLE)
        .isAccepted();
  }

  @Test
  void a_path_that_is_not_revoked_is_preferred() {
    TestAuthority other = TestAuthority.root("CN=Fabrikam Root");
    X509Certificate crossSigned =
        other.issue(TestCertificate.ca("CN=Contoso Issuing CA").keys(ISSUING.keys()));
    X509CRL revoking = ROOT.crl(crl -> crl.revoke(ISSUING.certificate(), "2026-03-01T00:00:00Z"));

    assertThat(
            TestJudgement.of(LEAF, ISSUING.certificate(), crossSigned)
                .trusting(ROOT, other)
                .with(revoking, other.crl(crl -> {}), ISSUING.crl(crl -> {}))
                .isAccepted()
                .path())
        .containsExactly(LEAF, crossSigned, other.certificate());
  }

  private static TestJudgement judge(Consumer<TestAuthority.Crl> contents) {
    return TestJudgement.of(LEAF, ISSUING.certificate())
        .trusting(ROOT)
        .with(ROOT_CRL, ISSUING.crl(contents));
  }

  private static TestJudgement scoped(IssuingDistributionPoint scope) {
    return judge(crl -> crl.with(Extension.issuingDistributionPoint, true, scope));
  }

  private static IssuingDistributionPoint part(String uri) {
    return new IssuingDistributionPoint(name(uri), false, false, null, false, false);
  }

  private static CRLDistPoint distributionPoint(String uri) {
    return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(name(uri), null, null)});
  }

  private static DistributionPointName name(String uri) {
    return new DistributionPointName(
        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
  }
}
