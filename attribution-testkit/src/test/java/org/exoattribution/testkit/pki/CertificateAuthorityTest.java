package org.exoattribution.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {

  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final CertificateTemplate HOST = CertificateTemplate.forHost("mail.contoso.com");

  private static CertificateAuthority issuing() {
    return CertificateAuthority.create("Example Root CA", AT).intermediate("Example Issuing CA");
  }

  private static String fingerprint(byte[] encoded) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded), 0, 8);
  }

  @Test
  void a_chain_is_made_in_four_lines() {
    CertificateAuthority root = CertificateAuthority.create("Example Root CA", AT);
    CertificateAuthority issuing = root.intermediate("Example Issuing CA");
    CertificateBundle gateway = issuing.issue(CertificateTemplate.forHost("mail.contoso.com"));

    assertThat(gateway.chain()).containsExactly(gateway.certificate(), issuing.certificate());
    assertThat(gateway.trustAnchors()).containsExactly(root.certificate());
    assertThat(gateway.crls())
        .extracting(crl -> crl.getIssuerX500Principal().getName())
        .containsExactly("CN=Example Issuing CA", "CN=Example Root CA");
    assertThat(StrictRelyingParty.refusal(gateway, AT)).isEmpty();
  }

  @Test
  void a_root_may_issue_leaves_itself() {
    CertificateBundle bundle = CertificateAuthority.create("Example Root CA", AT).issue(HOST);
    assertThat(bundle.chain()).hasSize(1);
    assertThat(StrictRelyingParty.refusal(bundle, AT)).isEmpty();
  }

  @Test
  void the_same_calls_give_the_same_bytes() throws GeneralSecurityException {
    CertificateBundle once = issuing().issue(HOST);
    CertificateBundle again = issuing().issue(HOST);
    assertThat(again.chain()).isEqualTo(once.chain());
    assertThat(again.crls()).isEqualTo(once.crls());
    assertThat(again.privateKey()).isEqualTo(once.privateKey());
    assertThat(again.goodByDelegatedOcsp().ocspResponses())
        .usingRecursiveComparison()
        .isEqualTo(once.goodByDelegatedOcsp().ocspResponses());
  }

  /** Written down once, so that another run, machine or JDK has to come to the same. */
  @Test
  void every_run_gives_the_bytes_of_the_first() throws GeneralSecurityException {
    CertificateBundle elliptic = issuing().issue(HOST);
    CertificateBundle rsa =
        CertificateAuthority.create(
                CertificateTemplate.forAuthority("Example RSA Root CA")
                    .withKeyAlgorithm(KeyAlgorithm.RSA_2048),
                AT)
            .issue(HOST.withKeyAlgorithm(KeyAlgorithm.RSA_1024));
    assertThat(fingerprint(elliptic.certificate().getEncoded())).isEqualTo("144cc086a3ce4966");
    assertThat(fingerprint(elliptic.crls().get(0).getEncoded())).isEqualTo("1137dcdc2935bc30");
    assertThat(fingerprint(rsa.certificate().getEncoded())).isEqualTo("6043f3251a5d82e2");
  }

  @Test
  void a_made_key_does_not_depend_on_what_is_remembered() {
    assertThat(modulus("seed")).isEqualTo(modulus("seed")).isNotEqualTo(modulus("other seed"));
  }

  private static BigInteger modulus(String seed) {
    AsymmetricKeyParameter key = KeyAlgorithm.RSA_1024.generate(new SeededRandom(seed)).getPublic();
    return ((RSAKeyParameters) key).getModulus();
  }

  @Test
  void seeds_vary_keys_and_everything_that_is_said_varies_serial_numbers() {
    X509Certificate first = issuing().issue(HOST).certificate();
    X509Certificate seeded = issuing().issue(HOST.withKeySeed(1)).certificate();
    X509Certificate later =
        issuing().issue(HOST.withNotAfter(AT.plus(Duration.ofDays(1)))).certificate();
    assertThat(seeded.getPublicKey()).isNotEqualTo(first.getPublicKey());
    assertThat(later.getPublicKey()).isEqualTo(first.getPublicKey());
    assertThat(Stream.of(first, seeded, later))
        .extracting(X509Certificate::getSerialNumber)
        .doesNotHaveDuplicates()
        .allSatisfy(serial -> assertThat(serial.bitLength()).isEqualTo(127));
  }

  @Test
  void an_authority_goes_on_issuing_at_a_later_instant_with_the_same_certificate() {
    Instant later = AT.plus(Duration.ofDays(400));
    CertificateAuthority issuing = issuing();
    CertificateBundle renewed = issuing.at(later).issue(HOST);
    assertThat(renewed.chain()).last().isEqualTo(issuing.certificate());
    assertThat(renewed.certificate().getNotBefore()).isEqualTo(later.minus(Duration.ofDays(30)));
    assertThat(StrictRelyingParty.refusal(renewed, later)).isEmpty();
    assertThat(StrictRelyingParty.refusal(issuing.issue(HOST), later)).isPresent();
  }

  @Test
  void rsa_chains_are_accepted_like_elliptic_ones() {
    CertificateAuthority root =
        CertificateAuthority.create(
            CertificateTemplate.forAuthority("Example RSA Root CA")
                .withKeyAlgorithm(KeyAlgorithm.RSA_2048),
            AT);
    CertificateBundle bundle = root.issue(HOST.withKeyAlgorithm(KeyAlgorithm.RSA_2048));
    assertThat(bundle.certificate().getSigAlgName()).isEqualTo("SHA256withRSA");
    assertThat(StrictRelyingParty.refusal(bundle, AT)).isEmpty();
    assertThat(StrictRelyingParty.refusal(bundle.goodByOcsp(), AT)).isEmpty();
  }

  @Test
  void a_crl_says_when_and_why_and_nothing_is_on_an_empty_one() {
    CertificateAuthority issuing = issuing();
    X509Certificate leaf = issuing.issue(HOST).certificate();
    assertThat(issuing.crl().getRevokedCertificates()).isNull();
    assertThat(issuing.crl().getThisUpdate()).isEqualTo(AT.minus(Duration.ofDays(1)));
    assertThat(issuing.crl().getNextUpdate()).isEqualTo(AT.plus(Duration.ofDays(7)));

    for (CRLReason reason :
        new CRLReason[] {CRLReason.UNSPECIFIED, CRLReason.SUPERSEDED, CRLReason.AA_COMPROMISE}) {
      X509CRL crl = issuing.crl(CrlTemplate.empty().revoking(leaf, reason));
      assertThat(crl.getRevokedCertificate(leaf).getRevocationReason()).isEqualTo(reason);
      assertThat(crl.getRevokedCertificate(leaf).getRevocationDate()).isBefore(AT);
    }
  }

  @Test
  void crl_instants_and_digest_are_as_asked_for() {
    X509CRL crl =
        issuing()
            .crl(
                CrlTemplate.empty()
                    .withThisUpdate(Instant.parse("2026-01-01T00:00:00Z"))
                    .withNextUpdate(Instant.parse("2026-01-02T00:00:00Z"))
                    .withSignatureDigest(SignatureDigest.SHA1));
    assertThat(crl.getThisUpdate()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(crl.getNextUpdate()).isEqualTo("2026-01-02T00:00:00Z");
    assertThat(crl.getSigAlgName()).isEqualTo("SHA1withECDSA");
  }
}
