package org.exoattribution.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.exoattribution.testkit.pki.SyntheticCertificate.Chain;
import org.exoattribution.testkit.pki.SyntheticCertificate.Issuer;
import org.exoattribution.testkit.pki.SyntheticCertificate.Revocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticPkiTest {

  private static final Instant AT = Instant.parse("2026-11-01T09:30:00Z");
  private static final SyntheticPki PKI = new SyntheticPki();
  private static final SyntheticCertificate GATEWAY =
      SyntheticCertificate.named("mail.contoso.com")
          .withSubjectAltNames(List.of("mail.contoso.com", "mx.contoso.com"));

  private static void assertRefused(SyntheticCertificate description, String why) {
    assertThat(StrictRelyingParty.refusal(PKI.issue(description, AT), AT))
        .hasValueSatisfying(reason -> assertThat(reason).contains(why));
  }

  private static List<Integer> pathLengths(CertificateBundle bundle) {
    return bundle.chain().stream().map(X509Certificate::getBasicConstraints).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001-02-03T04:05:06.789Z",
        "2026-11-01T00:00:00Z",
        "2026-11-01T23:59:59.999Z",
        "2099-01-01T12:00:00Z"
      })
  void a_described_certificate_is_accepted_at_any_instant(String at) {
    Instant instant = Instant.parse(at);
    CertificateBundle bundle = PKI.issue(GATEWAY, instant);
    assertThat(StrictRelyingParty.refusal(bundle, instant)).isEmpty();
    assertThat(bundle.trustAnchors()).isEqualTo(PKI.trustAnchors());
  }

  @Test
  void names_validity_and_key_usage_are_as_described() throws GeneralSecurityException {
    X509Certificate leaf = PKI.issue(GATEWAY, AT).certificate();
    assertThat(leaf.getSubjectX500Principal().getName()).isEqualTo("CN=mail.contoso.com");
    assertThat(leaf.getSubjectAlternativeNames())
        .containsExactly(List.of(2, "mail.contoso.com"), List.of(2, "mx.contoso.com"));
    assertThat(leaf.getNotBefore()).isEqualTo(AT.minus(Duration.ofDays(30)));
    assertThat(leaf.getNotAfter()).isEqualTo(AT.plus(Duration.ofDays(335)));
    assertThat(leaf.getExtendedKeyUsage())
        .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");

    X509Certificate given =
        PKI.issue(
                GATEWAY
                    .withNotBefore(Instant.parse("2026-01-01T00:00:00Z"))
                    .withNotAfter(Instant.parse("2027-01-01T00:00:00Z"))
                    .withExtendedKeyUsage(List.of()),
                AT)
            .certificate();
    assertThat(given.getNotBefore()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(given.getNotAfter()).isEqualTo("2027-01-01T00:00:00Z");
    assertThat(given.getExtendedKeyUsage()).isNull();
  }

  @Test
  void an_internationalised_name_is_as_given_in_the_subject_and_an_a_label_elsewhere()
      throws GeneralSecurityException {
    X509Certificate leaf =
        PKI.issue(
                SyntheticCertificate.named("b\u00fccher.example")
                    .withSubjectAltNames(List.of("*.b\u00fccher.example")),
                AT)
            .certificate();
    assertThat(leaf.getSubjectX500Principal().getName()).isEqualTo("CN=b\u00fccher.example");
    assertThat(leaf.getSubjectAlternativeNames())
        .containsExactly(List.of(2, "*.xn--bcher-kva.example"));
  }

  @Test
  void a_certificate_may_have_no_names_at_all() throws GeneralSecurityException {
    X509Certificate leaf = PKI.issue(SyntheticCertificate.nameless(), AT).certificate();
    assertThat(leaf.getSubjectX500Principal().getName()).doesNotContain("CN=");
    assertThat(leaf.getSubjectAlternativeNames()).isNull();
  }

  @Test
  void the_trusted_authority_presents_its_intermediate_and_the_untrusted_its_root_as_well() {
    assertThat(pathLengths(PKI.issue(GATEWAY, AT))).containsExactly(-1, Integer.MAX_VALUE);
    CertificateBundle untrusted = PKI.issue(GATEWAY.withIssuer(Issuer.UNTRUSTED), AT);
    assertThat(pathLengths(untrusted)).containsExactly(-1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    assertThat(untrusted.chain()).doesNotContainAnyElementsOf(PKI.trustAnchors());
    assertThat(
            StrictRelyingParty.refusal(
                untrusted.withTrustAnchors(untrusted.chain().subList(2, 3)), AT))
        .isEmpty();
    assertRefused(GATEWAY.withIssuer(Issuer.UNTRUSTED), "does not chain");
  }

  @Test
  void a_leaf_alone_does_not_reach_the_root() {
    for (Issuer issuer : List.of(Issuer.TRUSTED, Issuer.UNTRUSTED)) {
      SyntheticCertificate alone = GATEWAY.withIssuer(issuer).withChain(Chain.LEAF_ONLY);
      assertThat(PKI.issue(alone, AT).chain()).hasSize(1);
      assertRefused(alone, "does not chain");
    }
  }

  @Test
  void a_self_signed_certificate_has_a_status_only_if_one_is_described() {
    SyntheticCertificate self = GATEWAY.withIssuer(Issuer.SELF_SIGNED);
    CertificateBundle bundle = PKI.issue(self, AT);
    assertThat(bundle.chain()).containsExactly(bundle.certificate());
    assertThat(bundle.crls()).isEmpty();
    assertThat(bundle.trustAnchors()).isEqualTo(PKI.trustAnchors());
    assertRefused(self, "does not chain");

    CertificateBundle revoked = PKI.issue(self.withRevocation(Revocation.REVOKED), AT);
    assertThat(revoked.crls().get(0).isRevoked(revoked.certificate())).isTrue();
    CertificateBundle good = PKI.issue(self.withRevocation(Revocation.GOOD), AT);
    assertThat(good.crls().get(0).isRevoked(good.certificate())).isFalse();
  }

  @Test
  void revocation_is_as_described() {
    assertRefused(GATEWAY.withRevocation(Revocation.REVOKED), "KEY_COMPROMISE");
    assertRefused(GATEWAY.withRevocation(Revocation.UNAVAILABLE), "determine revocation");
    assertThat(PKI.issue(GATEWAY.withRevocation(Revocation.UNAVAILABLE), AT).crls()).isEmpty();
    assertThat(PKI.issue(GATEWAY, AT).crls()).hasSize(2);
    assertThat(PKI.issue(GATEWAY.withRevocation(Revocation.REVOKED), AT).certificate())
        .isEqualTo(PKI.issue(GATEWAY, AT).certificate());
  }

  @Test
  void a_validity_or_key_usage_that_is_described_wrong_is_refused() {
    assertRefused(GATEWAY.withNotAfter(AT.minusSeconds(1)), "NotAfter");
    assertRefused(GATEWAY.withNotBefore(AT.plusSeconds(1)), "NotBefore");
    assertRefused(GATEWAY.withExtendedKeyUsage(List.of("codeSigning")), "key usage");
  }

  @Test
  void equal_descriptions_give_the_very_same_bundle() {
    SyntheticCertificate twin =
        SyntheticCertificate.named("mail.contoso.com")
            .withSubjectAltNames(List.of("mail.contoso.com", "mx.contoso.com"));
    assertThat(PKI.issue(twin, AT)).isSameAs(PKI.issue(GATEWAY, AT));
    assertThat(PKI.issue(twin, AT.plusNanos(1))).isSameAs(PKI.issue(GATEWAY, AT));
  }

  @Test
  void where_validity_is_described_all_connections_of_a_day_share_a_bundle() {
    SyntheticCertificate dated =
        GATEWAY.withNotBefore(AT.minusSeconds(9)).withNotAfter(AT.plusSeconds(9));
    assertThat(PKI.issue(dated, AT.plusSeconds(60))).isSameAs(PKI.issue(dated, AT));
    assertThat(PKI.issue(dated, AT.plus(Duration.ofDays(1))).certificate())
        .isEqualTo(PKI.issue(dated, AT).certificate());
  }

  @Test
  void a_fresh_instance_gives_the_same_bytes() {
    for (Issuer issuer : Issuer.values()) {
      for (Revocation revocation : Revocation.values()) {
        SyntheticCertificate description = GATEWAY.withIssuer(issuer).withRevocation(revocation);
        CertificateBundle here = PKI.issue(description, AT);
        CertificateBundle there = new SyntheticPki().issue(description, AT);
        assertThat(there).isNotSameAs(here);
        assertThat(there.chain()).isEqualTo(here.chain());
        assertThat(there.crls()).isEqualTo(here.crls());
      }
    }
  }

  @Test
  void a_key_usage_that_does_not_exist_is_refused_in_one_line() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PKI.issue(GATEWAY.withExtendedKeyUsage(List.of("mail")), AT))
        .withMessageContaining("\"mail\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+10000-01-01T00:00:00Z", "-0001-12-31T00:00:00Z"})
  void an_instant_beyond_four_digit_years_is_refused_in_one_line(String beyond) {
    Instant instant = Instant.parse(beyond);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PKI.issue(GATEWAY.withNotAfter(instant), AT))
        .withMessageContaining("\"" + beyond + "\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PKI.issue(GATEWAY, instant))
        .withMessageContaining("\"" + beyond + "\"");
  }
}
