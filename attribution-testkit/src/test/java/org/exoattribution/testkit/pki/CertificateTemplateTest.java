package org.exoattribution.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CertificateTemplateTest {

  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final CertificateAuthority ISSUING =
      CertificateAuthority.create("Example Root CA", AT).intermediate("Example Issuing CA");
  private static final CertificateTemplate HOST = CertificateTemplate.forHost("mail.contoso.com");

  private static X509Certificate issue(CertificateTemplate template) {
    return ISSUING.issue(template).certificate();
  }

  private static List<Object> altNames(X509Certificate certificate)
      throws GeneralSecurityException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    return names == null ? List.of() : names.stream().<Object>map(name -> name.get(1)).toList();
  }

  private static boolean isCritical(X509Certificate certificate, String oid) {
    return certificate.getCriticalExtensionOIDs().contains(oid);
  }

  @Test
  void a_host_gets_the_defaults_that_its_doc_states() throws GeneralSecurityException {
    X509Certificate leaf = issue(CertificateTemplate.forHost("mail.contoso.com", "mx.contoso.com"));
    assertThat(leaf.getSubjectX500Principal().getName()).isEqualTo("CN=mail.contoso.com");
    assertThat(leaf.getIssuerX500Principal().getName()).isEqualTo("CN=Example Issuing CA");
    assertThat(altNames(leaf)).containsExactly("mail.contoso.com", "mx.contoso.com");
    assertThat(leaf.getNotBefore()).isEqualTo(AT.minus(Duration.ofDays(30)));
    assertThat(leaf.getNotAfter()).isEqualTo(AT.plus(Duration.ofDays(335)));
    assertThat(leaf.getPublicKey().getAlgorithm()).isEqualTo("EC");
    assertThat(leaf.getSigAlgName()).isEqualTo("SHA256withECDSA");
    assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
    assertThat(leaf.getKeyUsage()).startsWith(true, false, false);
    assertThat(leaf.getExtendedKeyUsage())
        .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    assertThat(leaf.getVersion()).isEqualTo(3);
  }

  @Test
  void an_authority_gets_the_defaults_that_its_doc_states() throws GeneralSecurityException {
    X509Certificate authority = ISSUING.certificate();
    assertThat(authority.getNotBefore()).isEqualTo("2016-11-01T00:00:00Z");
    assertThat(authority.getNotAfter()).isEqualTo("2036-11-01T00:00:00Z");
    assertThat(authority.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
    assertThat(authority.getKeyUsage())
        .containsExactly(false, false, false, false, false, true, true, false, false);
    assertThat(authority.getExtendedKeyUsage()).isNull();
    assertThat(altNames(authority)).isEmpty();
  }

  @Test
  void varying_a_template_leaves_the_original_alone() {
    X509Certificate before = issue(HOST);
    CertificateTemplate varied =
        HOST.expired().withCommonName("mail.fabrikam.com").withKeyUsage().cnOnly();
    assertThat(issue(varied)).isNotEqualTo(before);
    assertThat(issue(HOST)).isEqualTo(before);
  }

  @Test
  void names_can_stand_in_the_common_name_only_or_in_the_alternative_names_only()
      throws GeneralSecurityException {
    X509Certificate cnOnly = issue(HOST.cnOnly());
    assertThat(cnOnly.getSubjectX500Principal().getName()).isEqualTo("CN=mail.contoso.com");
    assertThat(altNames(cnOnly)).isEmpty();

    X509Certificate sanOnly = issue(HOST.sanOnly());
    assertThat(sanOnly.getSubjectX500Principal().getName()).isEmpty();
    assertThat(altNames(sanOnly)).containsExactly("mail.contoso.com");
    assertThat(isCritical(sanOnly, "2.5.29.17")).isTrue();
  }

  @Test
  void a_subject_may_lack_a_common_name_or_have_several() {
    assertThat(issue(HOST.withoutCommonName().withOrganization("Contoso")))
        .extracting(leaf -> leaf.getSubjectX500Principal().getName())
        .isEqualTo("O=Contoso");
    assertThat(issue(HOST.withCommonName("a.contoso.com", "b.contoso.com")))
        .extracting(leaf -> leaf.getSubjectX500Principal().getName())
        .isEqualTo("CN=b.contoso.com,CN=a.contoso.com");
  }

  @Test
  void a_wildcard_takes_the_place_of_every_first_label() throws GeneralSecurityException {
    X509Certificate wildcard = issue(HOST.wildcard());
    assertThat(wildcard.getSubjectX500Principal().getName()).isEqualTo("CN=*.contoso.com");
    assertThat(altNames(wildcard)).containsExactly("*.contoso.com");
  }

  @Test
  void internationalised_hosts_are_a_labels_in_the_alternative_names_and_as_given_in_the_subject()
      throws GeneralSecurityException {
    X509Certificate leaf = issue(CertificateTemplate.forHost("post.b\u00fccher.example"));
    assertThat(leaf.getSubjectX500Principal().getName()).isEqualTo("CN=post.b\u00fccher.example");
    assertThat(altNames(leaf)).containsExactly("post.xn--bcher-kva.example");
  }

  @Test
  void alternative_names_may_be_of_any_kind() throws GeneralSecurityException {
    X509Certificate leaf =
        issue(
            HOST.withSubjectAltNames(
                List.of(
                    SubjectAltName.email("postmaster@contoso.com"),
                    SubjectAltName.ipAddress("192.0.2.1"),
                    SubjectAltName.uri("https://mail.contoso.com/"),
                    SubjectAltName.directoryName("CN=mail.contoso.com"))));
    assertThat(altNames(leaf))
        .containsExactly(
            "postmaster@contoso.com",
            "192.0.2.1",
            "https://mail.contoso.com/",
            "CN=mail.contoso.com");
  }

  @Test
  void names_may_hold_nul_and_other_odd_characters() throws GeneralSecurityException {
    String nul = "mail.contoso.com\0.fabrikam.com";
    X509Certificate leaf =
        issue(
            HOST.withCommonName(nul, "#01", "\\x")
                .withSubjectAltNames(
                    List.of(
                        SubjectAltName.rawDns(nul),
                        SubjectAltName.rawDns(" mail.contoso.com"),
                        SubjectAltName.dns("*.*.contoso.com"),
                        SubjectAltName.dns(""))));
    assertThat(altNames(leaf)).containsExactly(nul, " mail.contoso.com", "*.*.contoso.com", "");
    assertThat(leaf.getSubjectX500Principal().getName("CANONICAL")).contains("\0").contains("\\x");
  }

  @Test
  void hundreds_of_alternative_names_fit() throws GeneralSecurityException {
    String[] hosts =
        IntStream.range(0, 500).mapToObj(i -> "host" + i + ".contoso.com").toArray(String[]::new);
    assertThat(altNames(issue(HOST.withDnsNames(hosts)))).hasSize(500);
  }

  @Test
  void validity_serial_number_and_keys_are_as_asked_for() {
    X509Certificate leaf =
        issue(
            HOST.withNotBefore(Instant.parse("2049-12-31T23:59:59Z"))
                .withNotAfter(Instant.parse("2050-01-01T00:00:00Z"))
                .withSerialNumber(BigInteger.TEN)
                .withKeyAlgorithm(KeyAlgorithm.RSA_2048)
                .withSignatureDigest(SignatureDigest.SHA384));
    assertThat(leaf.getNotBefore()).isEqualTo("2049-12-31T23:59:59Z");
    assertThat(leaf.getNotAfter()).isEqualTo("2050-01-01T00:00:00Z");
    assertThat(leaf.getSerialNumber()).isEqualTo(10);
    assertThat(leaf.getPublicKey().getAlgorithm()).isEqualTo("RSA");
    assertThat(leaf.getSigAlgName()).isEqualTo("SHA384withECDSA");
  }

  @Test
  void usages_are_written_by_name_or_object_identifier_and_left_out_when_none_is_given()
      throws GeneralSecurityException {
    X509Certificate some =
        issue(HOST.withExtendedKeyUsage("anyExtendedKeyUsage", "emailProtection", "1.2.3.4"));
    assertThat(some.getExtendedKeyUsage())
        .containsExactly("2.5.29.37.0", "1.3.6.1.5.5.7.3.4", "1.2.3.4");
    X509Certificate none = issue(HOST.withExtendedKeyUsage().withKeyUsage());
    assertThat(none.getExtendedKeyUsage()).isNull();
    assertThat(none.getKeyUsage()).isNull();
  }

  @Test
  void constraints_are_written_as_asked_for() {
    assertThat(issue(HOST.withAuthority(true)).getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
    assertThat(issue(HOST.withPathLength(0)).getBasicConstraints()).isZero();
    assertThat(issue(HOST.withoutBasicConstraints()).getExtensionValue("2.5.29.19")).isNull();
    X509Certificate constrained =
        issue(HOST.withPermittedDnsNames("contoso.com").withExcludedDnsNames("secret.contoso.com"));
    assertThat(isCritical(constrained, "2.5.29.30")).isTrue();
    assertThat(issue(HOST.withUnknownCriticalExtension()).hasUnsupportedCriticalExtension())
        .isTrue();
  }

  @Test
  void what_cannot_stand_in_a_certificate_is_refused_in_one_line() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issue(HOST.withExtendedKeyUsage("mailAuth")))
        .withMessageContainingAll("\"mailAuth\"", "serverAuth", "dotted object identifier");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issue(HOST.withKeyUsage("sign")))
        .withMessageContainingAll("\"sign\"", "digitalSignature");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issue(HOST.withSubjectAltNames(List.of(SubjectAltName.rawDns("\u4f8b")))))
        .withMessageContaining("one byte a character");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> issue(HOST.withSubjectAltNames(List.of(SubjectAltName.ipAddress("192.0.2")))))
        .withMessageContaining("\"192.0.2\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HOST.withPathLength(-1))
        .withMessageContaining("\"-1\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issue(HOST.sanOnly().cnOnly()))
        .withMessageContaining("no name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issue(HOST.withSignatureDigest(SignatureDigest.MD5)))
        .withMessageContaining("\"MD5\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HOST.withExtension("no-oid", false, new byte[0]))
        .withMessageContaining("\"no-oid\"");
  }
}
