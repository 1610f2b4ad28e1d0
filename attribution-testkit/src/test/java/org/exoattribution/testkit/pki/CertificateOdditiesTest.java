package org.exoattribution.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exoattribution.model.Finding;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates that are odd but not wrong, and names that are none, before the whole engine. */
class CertificateOdditiesTest {
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  private static final CertificateAuthority ROOT =
      CertificateAuthority.create("Example Root CA", AT);
  private static final CertificateAuthority POLICY = ROOT.intermediate("Example Policy CA");
  private static final CertificateAuthority ISSUING = POLICY.intermediate("Example Issuing CA");
  private static final CertificateTemplate MAIL = CertificateTemplate.forHost("mail.contoso.com");
  private static final WrongOnPurpose WORKSHOP = ROOT.wrongOnPurpose(MAIL);
  private static final CertificateGate GATE = CertificateGate.at(AT);

  static Stream<Arguments> soundOddities() {
    CertificateBundle deep = ISSUING.issue(MAIL);
    X509Certificate stranger =
        CertificateAuthority.create("Example Unknown CA", AT)
            .intermediate("Stranger")
            .certificate();
    return Stream.of(
        row("intermediates in reverse order", reordered(deep)),
        row("an intermediate twice", deep.alsoPresenting(POLICY.certificate())),
        row("the leaf twice", deep.alsoPresenting(deep.certificate())),
        row("an unrelated extra", deep.alsoPresenting(stranger)),
        row("the root presented", deep.withRootPresented()),
        row("the root not presented", deep),
        row("cross-signed", WORKSHOP.crossSigned()),
        row("an expired intermediate and a valid one", WORKSHOP.renewedIntermediate()),
        row("names in the CN only", WORKSHOP.cnOnly()),
        row("empty subject", WORKSHOP.sanOnly()),
        row("wildcard", WORKSHOP.wildcard()),
        row("no CN, but an organization", issue(MAIL.withoutCommonName().withOrganization("O"))),
        row("a leaf that is a CA", issue(MAIL.withAuthority(true))),
        row("a CN that is no domain name", issue(MAIL.withCommonName("Contoso Mail Server"))),
        row("several CNs, of which the last counts", issue(cns("x.example", "mail.contoso.com"))),
        row("hundreds of names", issue(MAIL.withDnsNames(hundreds()))),
        row("no extended key usage", issue(MAIL.withExtendedKeyUsage())),
        row("anyExtendedKeyUsage", issue(MAIL.withExtendedKeyUsage("anyExtendedKeyUsage"))));
  }

  @ParameterizedTest
  @MethodSource("soundOddities")
  void what_is_odd_but_not_wrong_goes_through_the_connector(CertificateBundle bundle) {
    assertThat(GATE.verdict(bundle).firstFailure()).isEmpty();
    assertThat(GATE.resolve(bundle))
        .isOriginating()
        .via(CertificateGate.CONNECTOR)
        .byCertificate()
        .hasNoFindings();
  }

  static Stream<Arguments> twinsThatLackTheirSupport() {
    CertificateBundle crossed = WORKSHOP.crossSigned();
    CertificateBundle renewed = WORKSHOP.renewedIntermediate();
    CertificateBundle deep = ISSUING.issue(MAIL);
    return Stream.of(
        row("no cross-certificate", crossed.presenting(crossed.chain().subList(0, 2))),
        row("no renewed intermediate", renewed.presenting(renewed.chain().subList(0, 2))),
        row("one of two intermediates", deep.presenting(deep.chain().subList(0, 2))));
  }

  @ParameterizedTest
  @MethodSource("twinsThatLackTheirSupport")
  void without_what_makes_it_right_there_is_no_path(CertificateBundle bundle) {
    assertThat(GATE.resolve(bundle)).isRejectedWith(RejectionReason.NO_CONNECTOR_MATCHED);
    assertThat(GATE.resolve(bundle).findings())
        .singleElement()
        .extracting(finding -> finding.rule().orElseThrow())
        .isEqualTo(RuleId.PKI_3);
  }

  @Test
  void a_name_that_comes_last_of_hundreds_matches_and_one_that_is_not_there_does_not() {
    CertificateBundle many = issue(MAIL.withDnsNames(hundreds()));

    assertThat(GATE.verdict(many).names()).hasSize(401);
    assertThat(GATE.named("host399.contoso.com").resolve(many)).isOriginating();
    assertThat(GATE.named("host400.contoso.com").resolve(many)).isRejected();
  }

  static Stream<Arguments> strangers() {
    CertificateTemplate other = CertificateTemplate.forHost("other.example");
    return Stream.of(
        row("rfc822Name", other.plusSubjectAltName(SubjectAltName.email("a@mail.contoso.com"))),
        row("URI", other.plusSubjectAltName(SubjectAltName.uri("https://mail.contoso.com/"))),
        row("iPAddress", other.plusSubjectAltName(SubjectAltName.ipAddress("203.0.113.10"))),
        row(
            "directoryName",
            other.plusSubjectAltName(SubjectAltName.directoryName("CN=mail.contoso.com"))),
        row("organization", other.withOrganization("mail.contoso.com")),
        row("a CN before the last", cns("mail.contoso.com", "other.example").cnOnly()));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void what_is_neither_CN_nor_dNSName_is_no_name(CertificateTemplate template) {
    assertSoundButUnmatched(issue(template));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.contoso.com\u0000.attacker.example",
        "mail.contoso.com\u0000",
        "\u0000mail.contoso.com",
        "mail.contoso.com ",
        " mail.contoso.com",
        "mail.contoso.com\n",
        "mail.contoso.com/",
        "mail.contoso.com:25",
        "mail..contoso.com",
        ".mail.contoso.com",
        "ma*l.contoso.com",
        "*.*.com",
        "*",
        "mail.contoso.com,attacker.example",
        "anna@mail.contoso.com",
        "m\u00e4il.contoso.com"
      })
  void odd_characters_never_match(String odd) {
    CertificateTemplate nameless = MAIL.withoutCommonName().withOrganization("O");

    assertSoundButUnmatched(
        issue(nameless.withSubjectAltNames(List.of(SubjectAltName.rawDns(odd)))));
    assertSoundButUnmatched(issue(MAIL.withCommonName(odd).cnOnly()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*.m\u00fcnchen.example", "mail.m\u00fcnchen.example"})
  void an_internationalised_name_matches_by_its_A_labels(String name) {
    CertificateGate gate = GATE.named("mail.xn--mnchen-3ya.example");

    assertThat(gate.resolve(issue(MAIL.withDnsNames(name)))).isOriginating();
    assertThat(gate.resolve(issue(MAIL.withCommonName(name).cnOnly()))).isOriginating();
    assertThat(gate.named("mail.munchen.example").resolve(issue(MAIL.withDnsNames(name))))
        .isRejected();
  }

  private static void assertSoundButUnmatched(CertificateBundle bundle) {
    assertThat(GATE.verdict(bundle).firstFailure()).isEmpty();
    assertThat(GATE.resolve(bundle))
        .isRejectedWith(RejectionReason.NO_CONNECTOR_MATCHED)
        .hasFinding(Finding.Id.CERTIFICATE_UNMATCHED);
  }

  private static CertificateBundle issue(CertificateTemplate template) {
    return ISSUING.issue(template);
  }

  private static CertificateTemplate cns(String... commonNames) {
    return MAIL.withCommonName(commonNames).cnOnly();
  }

  private static String[] hundreds() {
    return IntStream.range(0, 400)
        .mapToObj(i -> "host" + i + ".contoso.com")
        .toArray(String[]::new);
  }

  private static CertificateBundle reordered(CertificateBundle bundle) {
    List<X509Certificate> chain = new ArrayList<>(bundle.chain());
    Collections.reverse(chain.subList(1, chain.size()));
    return bundle.presenting(chain);
  }

  private static Arguments row(String name, Object value) {
    return Arguments.of(Named.of(name, value));
  }
}
