package org.exoattribution.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateBundleTest {

  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final CertificateAuthority ROOT =
      CertificateAuthority.create("Example Root CA", AT);
  private static final CertificateAuthority ISSUING = ROOT.intermediate("Example Issuing CA");
  private static final CertificateTemplate HOST = CertificateTemplate.forHost("mail.contoso.com");
  private static final CertificateBundle BUNDLE = ISSUING.issue(HOST);

  private static ByteArrayInputStream stream(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }

  private static Collection<? extends Certificate> certificates(String pem)
      throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509").generateCertificates(stream(pem));
  }

  private static boolean belongTogether(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    String algorithm = "SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
    byte[] message = {1, 2, 3};
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(message);
    byte[] signed = signature.sign();
    signature.initVerify(certificate);
    signature.update(message);
    return signature.verify(signed);
  }

  @Test
  void certificates_come_back_from_pem_in_the_order_presented() throws GeneralSecurityException {
    assertThat(List.<Certificate>copyOf(certificates(BUNDLE.chainPem()))).isEqualTo(BUNDLE.chain());
    assertThat(List.<Certificate>copyOf(certificates(BUNDLE.wrongOrder().chainPem())))
        .isEqualTo(List.of(ISSUING.certificate(), BUNDLE.certificate()));
    assertThat(List.<Certificate>copyOf(certificates(BUNDLE.trustAnchorsPem())))
        .isEqualTo(List.of(ROOT.certificate()));
  }

  @Test
  void revocation_lists_come_back_from_pem() throws GeneralSecurityException {
    assertThat(
            List.<Object>copyOf(
                CertificateFactory.getInstance("X.509").generateCRLs(stream(BUNDLE.crlsPem()))))
        .isEqualTo(BUNDLE.crls());
    assertThat(BUNDLE.statusUnavailable().crlsPem()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void the_key_comes_back_from_pem_and_belongs_to_the_certificate(KeyAlgorithm algorithm)
      throws GeneralSecurityException {
    CertificateBundle bundle = ISSUING.issue(HOST.withKeyAlgorithm(algorithm));
    String base64 =
        bundle
            .privateKeyPem()
            .replace("-----BEGIN PRIVATE KEY-----\n", "")
            .replace("\n-----END PRIVATE KEY-----\n", "");
    PrivateKey key =
        KeyFactory.getInstance(bundle.privateKey().getAlgorithm())
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
    assertThat(key).isEqualTo(bundle.privateKey());
    assertThat(belongTogether(key, bundle.certificate())).isTrue();
    assertThat(
            belongTogether(
                key, ISSUING.issue(HOST.withKeySeed(9).withKeyAlgorithm(algorithm)).certificate()))
        .isFalse();
  }

  @Test
  void pem_lines_are_of_64_characters() {
    assertThat(BUNDLE.chainPem().lines()).allMatch(line -> line.length() <= 64);
    assertThat(BUNDLE.chainPem()).startsWith("-----BEGIN CERTIFICATE-----\n").endsWith("-----\n");
  }

  @Test
  void key_and_chain_come_back_from_pkcs12() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(
        new ByteArrayInputStream(BUNDLE.withRootPresented().wrongOrder().pkcs12("changeit")),
        "changeit".toCharArray());
    assertThat(store.getKey("certificate", "changeit".toCharArray()))
        .isEqualTo(BUNDLE.privateKey());
    assertThat(store.getCertificateChain("certificate"))
        .containsExactly(BUNDLE.certificate(), ISSUING.certificate(), ROOT.certificate());
  }

  @Test
  void a_self_signed_bundle_stands_alone() throws GeneralSecurityException {
    CertificateBundle self = CertificateBundle.selfSigned(HOST, AT);
    assertThat(self.chain()).containsExactly(self.certificate());
    assertThat(self.trustAnchors()).isEmpty();
    assertThat(self.crls()).isEmpty();
    self.certificate().verify(self.certificate().getPublicKey());
    assertThat(self.certificate().getIssuerX500Principal())
        .isEqualTo(self.certificate().getSubjectX500Principal());
    assertThat(belongTogether(self.privateKey(), self.certificate())).isTrue();
  }

  @Test
  void nobody_can_change_the_responses_of_a_bundle() {
    CertificateBundle bundle = BUNDLE.goodByOcsp();
    byte[] original = bundle.ocspResponses().get(0);
    bundle.ocspResponses().get(0)[0] ^= 1;
    assertThat(bundle.ocspResponses().get(0)).isEqualTo(original);

    byte[] given = original.clone();
    CertificateBundle holding = bundle.withOcspResponses(List.of(given));
    given[0] ^= 1;
    assertThat(holding.ocspResponses()).containsExactly(original);
  }

  @Test
  void what_is_presented_and_trusted_can_be_replaced() {
    CertificateBundle changed =
        BUNDLE
            .presenting(List.of(ROOT.certificate()))
            .withTrustAnchors(List.of(ISSUING.certificate()))
            .withCrls(List.of(ROOT.crl()));
    assertThat(changed.chain()).containsExactly(ROOT.certificate());
    assertThat(changed.trustAnchors()).containsExactly(ISSUING.certificate());
    assertThat(changed.crls()).containsExactly(ROOT.crl());
    assertThat(changed.certificate()).isEqualTo(BUNDLE.certificate());
  }
}
