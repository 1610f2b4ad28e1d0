package org.exoattribution.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.exoattribution.testkit.scenario.Texts.CONNECTION;
import static org.exoattribution.testkit.scenario.Texts.TENANTS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.testkit.document.Documents;
import org.exoattribution.testkit.document.Node;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticPki;
import org.exoattribution.testkit.source.ScenarioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateParserTest {
  private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");

  private static PresentedCertificate certificate(String keys) {
    return Texts.connection("at: 2026-11-01T12:00:00Z, certificate: { " + keys + " }")
        .transaction()
        .connections()
        .get(0)
        .presentedCertificate()
        .orElseThrow();
  }

  private static RevocationStatus status(PresentedCertificate certificate) {
    return certificate.revocationStatus().orElseThrow();
  }

  @Test
  void a_name_alone_makes_a_sound_certificate_with_its_intermediate() throws Exception {
    PresentedCertificate certificate = certificate("commonName: gw.contoso.com");
    X509Certificate leaf = certificate.leaf();

    assertThat(leaf.getSubjectX500Principal().getName()).isEqualTo("CN=gw.contoso.com");
    assertThat(leaf.getSubjectAlternativeNames()).isNull();
    assertThat(leaf.getExtendedKeyUsage())
        .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    assertThat(leaf.getNotBefore()).isEqualTo("2026-10-02T00:00:00Z");
    assertThat(leaf.getNotAfter()).isEqualTo("2027-10-02T00:00:00Z");
    assertThat(certificate.chain()).hasSize(2);
    assertThat(status(certificate).crls()).isNotEmpty().noneMatch(crl -> crl.isRevoked(leaf));
  }

  @Test
  void every_key_of_a_description_counts() throws Exception {
    PresentedCertificate certificate =
        certificate(
            "commonName: Gateway, subjectAltNames: [a.contoso.com, b.contoso.com], chain:"
                + " leaf-only, notBefore: 2025-01-01T00:00:00Z, notAfter: 2025-02-01T00:00:00Z,"
                + " revocation: revoked, extendedKeyUsage: []");
    X509Certificate leaf = certificate.leaf();

    assertThat(leaf.getSubjectAlternativeNames())
        .extracting(name -> name.get(1))
        .isEqualTo(List.of("a.contoso.com", "b.contoso.com"));
    assertThat(leaf.getExtendedKeyUsage()).isNull();
    assertThat(leaf.getNotBefore()).isEqualTo("2025-01-01T00:00:00Z");
    assertThat(leaf.getNotAfter()).isEqualTo("2025-02-01T00:00:00Z");
    assertThat(certificate.chain()).hasSize(1);
    assertThat(status(certificate).crls()).anyMatch(crl -> crl.isRevoked(leaf));
  }

  @Test
  void an_unavailable_status_is_not_the_same_as_none() {
    assertThat(certificate("commonName: a.example, revocation: unavailable").revocationStatus())
        .contains(RevocationStatus.UNAVAILABLE);
  }

  @Test
  void issuers_differ() {
    X509Certificate trusted = certificate("commonName: a.example").leaf();
    X509Certificate untrusted = certificate("commonName: a.example, issuer: untrusted").leaf();
    X509Certificate own = certificate("commonName: a.example, issuer: self-signed").leaf();

    assertThat(untrusted.getIssuerX500Principal()).isNotEqualTo(trusted.getIssuerX500Principal());
    assertThat(own.getIssuerX500Principal()).isEqualTo(own.getSubjectX500Principal());
  }

  @Test
  void connections_of_a_day_share_a_certificate() {
    CertificateParser parser = new CertificateParser(Path.of(""));
    Node node = Documents.parse("a.yaml", "commonName: a.example\n").orElseThrow();

    PresentedCertificate noon = parser.parse(node, AT, true);

    assertThat(parser.parse(node, AT.plusSeconds(3_600), true)).isSameAs(noon);
    assertThat(parser.parse(node, AT.plusSeconds(86_400), true)).isNotEqualTo(noon);
    assertThat(parser.usedFiles()).isFalse();
  }

  @Test
  void any_instant_that_a_scenario_can_have_gives_a_certificate() {
    CertificateParser parser = new CertificateParser(Path.of(""));
    Node node = Documents.parse("a.yaml", "commonName: a.example\n").orElseThrow();

    for (String at :
        List.of("1951-01-01T00:00:00Z", "2049-12-31T23:59:59Z", "9997-12-31T23:59:59Z")) {
      assertThat(parser.parse(node, Instant.parse(at), true).leaf().getNotBefore())
          .isBefore(Instant.parse(at));
    }
  }

  @Test
  void what_cannot_be_put_into_a_certificate_is_refused() {
    assertThat(
            Texts.refusal(
                Texts.withConnection(
                    "certificate: { commonName: a.example, extendedKeyUsage: [serverauth] }")))
        .startsWith("scenario.yaml:3: certificate: \"serverauth\" is no extended key usage");
    assertThat(
            Texts.refusal(
                Texts.withConnection("certificate: { subjectAltNames: [\"a\u3002.example\"] }")))
        .startsWith("scenario.yaml:3: certificate: ");
  }

  @Test
  void files_are_relative_to_the_scenario(@TempDir Path folder) throws Exception {
    CertificateBundle bundle =
        SyntheticPki.shared().issue(SyntheticCertificate.named("gw.contoso.com"), AT);
    Files.writeString(folder.resolve("gateway.pem"), bundle.chainPem());
    Files.writeString(folder.resolve("issuer.crl"), bundle.crlsPem());
    Files.writeString(folder.resolve("root.pem"), bundle.trustAnchorsPem());
    Path file = folder.resolve("a.yaml");
    ScenarioReader reader = new ScenarioReader(ScenarioOverrides.none());
    String start =
        TENANTS + "at: 2026-01-01T00:00:00Z\ntrustAnchors: root.pem\nconnections: [{ " + CONNECTION;

    Files.writeString(file, start + ", certificate: { pem: gateway.pem, crl: [issuer.crl] } }]\n");
    Scenario checked = reader.read(file);
    Files.writeString(file, start + ", certificate: { pem: gateway.pem } }]\n");
    Scenario unchecked = reader.read(file);

    assertThat(presented(checked).chain()).isEqualTo(bundle.chain());
    assertThat(status(presented(checked)).crls()).isEqualTo(bundle.crls());
    assertThat(checked.trustAnchors().certificates()).containsAll(bundle.trustAnchors());
    assertThat(presented(unchecked).revocationStatus()).isEmpty();
  }

  @Test
  void without_other_anchors_files_are_judged_by_the_jdk(@TempDir Path folder) throws Exception {
    CertificateBundle bundle =
        SyntheticPki.shared().issue(SyntheticCertificate.named("gw.contoso.com"), AT);
    Files.writeString(folder.resolve("gateway.pem"), bundle.chainPem());
    Path file = folder.resolve("a.yaml");
    Files.writeString(
        file,
        TENANTS
            + "at: 2026-01-01T00:00:00Z\nconnections: [{ "
            + CONNECTION
            + ", certificate: { pem: gateway.pem } }]\n");

    assertThat(
            new ScenarioReader(ScenarioOverrides.none()).read(file).trustAnchors().certificates())
        .hasSizeGreaterThan(20);
  }

  @Test
  void a_file_that_is_missing_or_holds_something_else_is_named(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("a.yaml");
    ScenarioReader reader = new ScenarioReader(ScenarioOverrides.none());
    String start =
        TENANTS
            + "at: 2026-01-01T00:00:00Z\nconnections: [{ "
            + CONNECTION
            + ", certificate: { pem: gateway.pem";
    Files.writeString(file, start + " } }]\n");

    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(folder.resolve("gateway.pem") + ": there is no such file");

    Files.writeString(folder.resolve("gateway.pem"), "no certificate\n");
    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith(folder.resolve("gateway.pem") + ": ")
        .hasMessageContaining("expected PEM");
  }

  private static PresentedCertificate presented(Scenario scenario) {
    return scenario
        .connections()
        .get(0)
        .transaction()
        .connections()
        .get(0)
        .presentedCertificate()
        .orElseThrow();
  }
}
