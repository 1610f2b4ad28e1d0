package org.exoattribution.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.exoattribution.model.PresentedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PKI-7: which names a certificate presents. */
class CertificateNamesTest {

  @Test
  void names_are_the_common_name_and_all_dns_names_each_once() {
    assertThat(
            names(
                TestCertificate.of("CN=mail.contoso.com,O=Contoso")
                    .dnsNames("*.contoso.com", "MAIL.contoso.com", "contoso.com")))
        .containsExactly("mail.contoso.com", "*.contoso.com", "contoso.com");
  }

  @Test
  void of_several_common_names_the_most_specific_one_is_it() {
    X500Name subject =
        new X500NameBuilder()
            .addRDN(BCStyle.CN, "outer.contoso.com")
            .addRDN(BCStyle.O, "Contoso")
            .addRDN(BCStyle.CN, "inner.contoso.com")
            .build();

    assertThat(names(TestCertificate.of(subject))).containsExactly("inner.contoso.com");
  }

  @Test
  void a_certificate_may_have_no_name_at_all() {
    assertThat(names(TestCertificate.of("O=Contoso"))).isEmpty();
    assertThat(names(TestCertificate.of(new X500Name(new RDN[0])))).isEmpty();
  }

  @Test
  void hundreds_of_names_are_all_there() {
    String[] hosts =
        IntStream.range(0, 500).mapToObj(i -> "host" + i + ".contoso.com").toArray(String[]::new);

    assertThat(names(TestCertificate.of("CN=host0.contoso.com").dnsNames(hosts)))
        .containsExactly(hosts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Contoso Mail Gateway",
        "mail.contoso.com\0.fabrikam.com",
        " mail.contoso.com",
        "mail_1.contoso.com",
        "mail.*.contoso.com",
        "m*.contoso.com",
        "*",
        "*.*.contoso.com",
        "*contoso.com",
        "192.0.2.1",
        "user@contoso.com",
        "https://contoso.com"
      })
  void a_text_that_is_no_domain_name_is_no_name(String odd) {
    X500Name subject = new X500NameBuilder().addRDN(BCStyle.CN, new DERUTF8String(odd)).build();

    assertThat(names(TestCertificate.of(subject).dnsNames(odd, "contoso.com")))
        .containsExactly("contoso.com");
  }

  @Test
  void an_internationalised_common_name_counts_as_its_A_labels() {
    assertThat(names(TestCertificate.of(commonName("m\u00fcnchen.example"))))
        .containsExactly("xn--mnchen-3ya.example");
    assertThat(names(TestCertificate.of(commonName("*.m\u00fcnchen.example"))))
        .containsExactly("*.xn--mnchen-3ya.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contoso\u3002com",
        "\uff43ontoso.com",
        "contos\u00ba.com",
        "stra\u00dfe.example",
        "contoso\u200d.com"
      })
  void a_common_name_that_only_becomes_a_domain_name_by_mapping_is_no_name(String lookalike) {
    assertThat(names(TestCertificate.of(commonName(lookalike)))).isEmpty();
  }

  @Test
  void other_kinds_of_subject_alternative_names_are_ignored() {
    GeneralNames kinds =
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.iPAddress, "192.0.2.1"),
              new GeneralName(GeneralName.rfc822Name, "admin@contoso.com"),
              new GeneralName(GeneralName.uniformResourceIdentifier, "https://www.contoso.com"),
              new GeneralName(new X500Name("CN=directory.contoso.com")),
              new GeneralName(GeneralName.dNSName, "mail.contoso.com")
            });

    assertThat(
            names(
                TestCertificate.of("O=Contoso")
                    .with(Extension.subjectAlternativeName, false, kinds)))
        .containsExactly("mail.contoso.com");
  }

  @Test
  void an_entry_that_the_jdk_cannot_read_does_not_hide_the_others() {
    ASN1EncodableVector entries = new ASN1EncodableVector();
    entries.add(dnsName("before.contoso.com"));
    entries.add(new DERTaggedObject(false, GeneralName.iPAddress, new DERIA5String("no address")));
    entries.add(dnsName("m\u00fcnchen.example"));
    entries.add(dnsName("after.contoso.com"));

    assertThat(
            names(
                TestCertificate.of("O=Contoso")
                    .with(Extension.subjectAlternativeName, false, new DERSequence(entries))))
        .containsExactly("before.contoso.com", "after.contoso.com");
  }

  @Test
  void a_malformed_extension_leaves_the_common_name() {
    assertThat(
            names(
                TestCertificate.of("CN=mail.contoso.com")
                    .with(Extension.subjectAlternativeName, false, DERNull.INSTANCE)))
        .containsExactly("mail.contoso.com");
  }

  private static X500Name commonName(String text) {
    return new X500NameBuilder().addRDN(BCStyle.CN, new DERUTF8String(text)).build();
  }

  private static DERTaggedObject dnsName(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
    return new DERTaggedObject(false, GeneralName.dNSName, new DEROctetString(bytes));
  }

  private static List<String> names(TestCertificate certificate) {
    X509Certificate leaf = TestAuthority.root("CN=Contoso Root").issue(certificate);
    return TestJudgement.of(leaf).verdict().names().stream().map(PresentedName::toString).toList();
  }
}
