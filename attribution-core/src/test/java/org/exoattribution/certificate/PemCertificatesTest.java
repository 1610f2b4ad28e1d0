package org.exoattribution.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.OcspResponse;
import org.junit.jupiter.api.Test;

class PemCertificatesTest {
  private static final TestAuthority ROOT = TestAuthority.root("CN=Contoso Root");
  private static final X509Certificate LEAF = ROOT.issue(TestCertificate.of("CN=mail.contoso.com"));

  @Test
  void a_capture_of_openssl_s_client_can_be_pasted_in() throws Exception {
    String capture =
        String.join(
            "\r\n",
            "CONNECTED(00000003)",
            "depth=1 CN = Contoso Root",
            "---",
            "Certificate chain",
            " 0 s:CN = mail.contoso.com",
            "   i:CN = Contoso Root",
            "   a:PKEY: id-ecPublicKey, 256 (bit); sigalg: ecdsa-with-SHA256",
            pem("CERTIFICATE", LEAF.getEncoded()),
            " 1 s:CN = Contoso Root",
            pem("CERTIFICATE", ROOT.certificate().getEncoded()),
            "---",
            "Server certificate",
            "subject=CN = mail.contoso.com",
            "250 CHUNKING");

    assertThat(PemCertificates.certificates(capture)).containsExactly(LEAF, ROOT.certificate());
    assertThat(PemCertificates.certificates(capture.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(LEAF, ROOT.certificate());
  }

  @Test
  void blocks_of_another_kind_are_passed_over() throws Exception {
    String bundle =
        pem("PRIVATE KEY", new byte[] {1, 2, 3}) + "\n" + pem("CERTIFICATE", LEAF.getEncoded());

    assertThat(PemCertificates.certificates(bundle)).containsExactly(LEAF);
    assertThat(TrustAnchors.ofPem(bundle).certificates()).containsExactly(LEAF);
  }

  @Test
  void a_DER_certificate_is_read() throws CertificateEncodingException {
    assertThat(PemCertificates.certificates(LEAF.getEncoded())).containsExactly(LEAF);
  }

  @Test
  void a_bundle_whose_text_begins_with_the_tag_of_DER_is_PEM() throws CertificateEncodingException {
    String pem =
        "0 s:CN=mail.contoso.com\n-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(LEAF.getEncoded())
            + "\n-----END CERTIFICATE-----\n";

    for (String text : List.of(pem, "0\n" + pem, "0\t" + pem)) {
      assertThat(PemCertificates.certificates(text.getBytes(StandardCharsets.UTF_8)))
          .containsExactly(LEAF);
    }
  }

  @Test
  void CRLs_are_read_from_PEM_and_DER() throws CRLException {
    X509CRL crl = ROOT.crl(each -> each.revoke(LEAF, "2026-03-01T00:00:00Z"));
    String pem = "the list:\n" + pem("X509 CRL", crl.getEncoded());

    assertThat(PemCertificates.crls(crl.getEncoded())).containsExactly(crl);
    assertThat(PemCertificates.crls(pem.getBytes(StandardCharsets.US_ASCII))).containsExactly(crl);
  }

  @Test
  void an_OCSP_response_is_read_from_DER() {
    OcspResponse response = ROOT.ocsp(LEAF, CertificateStatus.GOOD);

    assertThat(PemCertificates.ocspResponse(response.der())).isEqualTo(response);
  }

  @Test
  void malformed_input_is_refused_with_the_place() throws Exception {
    String good = pem("CERTIFICATE", LEAF.getEncoded());
    String cut = good.substring(0, good.length() - 30);

    assertRefused(
        () -> PemCertificates.certificates(good + "\n\n" + pem("CERTIFICATE", new byte[] {48, 1})),
        "PEM block 2 (line " + (good.lines().count() + 2) + ") is not a certificate: expected");
    assertRefused(
        () -> PemCertificates.certificates(good.replaceFirst("MII", "M*I")),
        "PEM block 1 (line 1) is not base64");
    assertRefused(
        () -> PemCertificates.certificates(cut),
        "PEM block 1 (line 1) has no end: expected -----END CERTIFICATE-----");
    assertRefused(() -> PemCertificates.certificates("contoso.com"), "no certificate found");
    assertRefused(() -> PemCertificates.certificates(new byte[] {48, 3, 2, 1}), "the DER input");
    assertRefused(() -> PemCertificates.crls(good.getBytes(StandardCharsets.US_ASCII)), "no CRL");
    assertRefused(() -> PemCertificates.crls(LEAF.getEncoded()), "the DER input is not a CRL");
    assertRefused(
        () -> PemCertificates.ocspResponse("nothing".getBytes(StandardCharsets.US_ASCII)),
        "the DER input is not an OCSP response");
  }

  private static void assertRefused(ThrowingCallable reading, String message) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(reading)
        .withMessageStartingWith(message)
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\n"));
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----";
  }
}
