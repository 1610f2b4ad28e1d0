package org.exoattribution.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.Test;

class OcspTemplateTest {

  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final CertificateAuthority ROOT =
      CertificateAuthority.create("Example Root CA", AT);
  private static final CertificateAuthority ISSUING = ROOT.intermediate("Example Issuing CA");
  private static final CertificateBundle BUNDLE =
      ISSUING.issue(CertificateTemplate.forHost("mail.contoso.com"));

  private static BasicOCSPResp read(byte[] der) throws IOException, OCSPException {
    OCSPResp response = new OCSPResp(der);
    assertThat(response.getStatus()).isEqualTo(OCSPResp.SUCCESSFUL);
    return (BasicOCSPResp) response.getResponseObject();
  }

  private static boolean isSignedBy(BasicOCSPResp response, X509Certificate signer)
      throws OCSPException, OperatorCreationException {
    return response.isSignatureValid(
        new JcaContentVerifierProviderBuilder().build(signer.getPublicKey()));
  }

  private static SingleResp about(OcspTemplate template) throws IOException, OCSPException {
    return read(ISSUING.ocspResponse(BUNDLE.certificate(), template)).getResponses()[0];
  }

  @Test
  void every_certificate_below_the_root_gets_a_response_signed_by_its_issuer()
      throws IOException, OCSPException, OperatorCreationException {
    List<byte[]> responses = BUNDLE.goodByOcsp().ocspResponses();
    assertThat(responses).hasSize(2);
    assertThat(isSignedBy(read(responses.get(0)), ISSUING.certificate())).isTrue();
    assertThat(isSignedBy(read(responses.get(0)), ROOT.certificate())).isFalse();
    assertThat(isSignedBy(read(responses.get(1)), ROOT.certificate())).isTrue();
    assertThat(read(responses.get(0)).getResponses()[0].getCertID().getSerialNumber())
        .isEqualTo(BUNDLE.certificate().getSerialNumber());
    assertThat(read(responses.get(1)).getResponses()[0].getCertID().getSerialNumber())
        .isEqualTo(ISSUING.certificate().getSerialNumber());
    assertThat(BUNDLE.goodByOcsp().crls()).isEmpty();
  }

  @Test
  void a_delegate_signs_in_the_issuers_stead_and_shows_its_certificate()
      throws IOException, OCSPException, OperatorCreationException, CertificateException {
    BasicOCSPResp response = read(BUNDLE.goodByDelegatedOcsp().ocspResponses().get(0));
    X509CertificateHolder delegate = response.getCerts()[0];
    assertThat(delegate.getSubject()).isEqualTo(new X500Name("CN=Example OCSP Responder"));
    assertThat(delegate.getIssuer()).isEqualTo(new X500Name("CN=Example Issuing CA"));
    assertThat(response.isSignatureValid(new JcaContentVerifierProviderBuilder().build(delegate)))
        .isTrue();
    assertThat(isSignedBy(response, ISSUING.certificate())).isFalse();
  }

  @Test
  void a_response_says_good_revoked_or_unknown() throws IOException, OCSPException {
    assertThat(about(OcspTemplate.good()).getCertStatus()).isNull();
    assertThat(about(OcspTemplate.unknown()).getCertStatus()).isInstanceOf(UnknownStatus.class);
    assertThat(about(OcspTemplate.revoked()).getCertStatus())
        .isInstanceOfSatisfying(
            RevokedStatus.class, status -> assertThat(status.getRevocationTime()).isBefore(AT));
  }

  @Test
  void a_response_is_in_force_from_one_day_before_to_seven_days_after_unless_told_otherwise()
      throws IOException, OCSPException {
    SingleResp usual = about(OcspTemplate.good());
    assertThat(usual.getThisUpdate()).isEqualTo(AT.minus(Duration.ofDays(1)));
    assertThat(usual.getNextUpdate()).isEqualTo(AT.plus(Duration.ofDays(7)));
    assertThat(about(OcspTemplate.good().stale()).getNextUpdate()).isBefore(AT);
    SingleResp given =
        about(
            OcspTemplate.good()
                .withThisUpdate(Instant.parse("2026-01-01T00:00:00Z"))
                .withNextUpdate(Instant.parse("2026-01-02T00:00:00Z")));
    assertThat(given.getThisUpdate()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(given.getNextUpdate()).isEqualTo("2026-01-02T00:00:00Z");
  }

  @Test
  void the_digest_of_a_response_is_as_asked_for() throws IOException, OCSPException {
    OcspTemplate sha512 = OcspTemplate.good().withSignatureDigest(SignatureDigest.SHA512);
    assertThat(
            read(ISSUING.ocspResponse(BUNDLE.certificate(), sha512))
                .getSignatureAlgorithmID()
                .getAlgorithm()
                .getId())
        .isEqualTo("1.2.840.10045.4.3.4");
  }

  @Test
  void an_expired_delegate_is_refused() {
    CertificateBundle expired =
        ISSUING.issueWithoutStatus(
            CertificateTemplate.forOcspResponder("Example OCSP Responder").expired());
    assertThat(
            StrictRelyingParty.refusal(BUNDLE.byOcsp(OcspTemplate.good().respondedBy(expired)), AT))
        .isPresent();
  }
}
