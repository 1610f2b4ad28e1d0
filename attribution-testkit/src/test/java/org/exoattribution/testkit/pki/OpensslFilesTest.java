package org.exoattribution.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.certificate.PemCertificates;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.OcspResponse;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.model.RuleId;
import org.exoattribution.testkit.junit.ScenarioTests;
import org.exoattribution.testkit.scenario.Scenario;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.scenario.ScenarioReader;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that the openssl command line made ({@code make.sh} beside them) get the same answers as
 * what the factory makes of the same description, in Java and in a scenario file.
 */
class OpensslFilesTest {
  private static final Path FILES =
      Path.of("src/test/resources/org/exoattribution/testkit/pki/openssl");
  private static final Instant AT = Instant.parse("2030-01-01T00:00:00Z");
  private static final CertificateGate GATE = CertificateGate.at(AT);
  private static final CertificateAuthority ROOT =
      CertificateAuthority.create("Example Root CA", AT);
  private static final WrongOnPurpose WORKSHOP =
      ROOT.wrongOnPurpose(CertificateTemplate.forHost("mail.contoso.com", "smtp.contoso.com"));
  private static final List<String> CRLS = List.of("issuing-crl.pem", "root-crl.der");

  /** The file, its CRLs, its OCSP responses, the factory's equivalent, the rule that fails. */
  static Stream<Arguments> twins() {
    List<String> goodOcsp = List.of("good-ocsp.der", "issuing-ocsp.der");
    List<String> revokedOcsp = List.of("revoked-ocsp.der", "issuing-ocsp.der");
    List<String> expiredOcsp = List.of("expired-ocsp.der", "issuing-ocsp.der");
    CertificateBundle sound = WORKSHOP.sound();
    CertificateBundle expired = WORKSHOP.expired();
    return Stream.of(
        Arguments.of("good.pem", CRLS, List.of(), sound, ""),
        Arguments.of("good.pem", List.of(), goodOcsp, sound.goodByDelegatedOcsp(), ""),
        Arguments.of("gateway.txt", CRLS, List.of(), sound, ""),
        Arguments.of("revoked.pem", CRLS, List.of(), WORKSHOP.revokedByCrl(), "PKI-5"),
        Arguments.of("revoked.pem", List.of(), revokedOcsp, WORKSHOP.revokedByOcsp(), "PKI-5"),
        Arguments.of("good.pem", List.of(), List.of(), WORKSHOP.statusUnavailable(), "PKI-5"),
        Arguments.of("good.pem", List.of(), revokedOcsp, WORKSHOP.statusUnavailable(), "PKI-5"),
        Arguments.of(
            "good.pem",
            CRLS.subList(0, 1),
            List.of(),
            WORKSHOP.intermediateStatusUnavailable(),
            "PKI-5"),
        Arguments.of("expired.pem", CRLS, List.of(), expired, "PKI-2"),
        Arguments.of("expired.pem", List.of(), expiredOcsp, expired.goodByOcsp(), "PKI-2"),
        Arguments.of(
            "missing-intermediate.pem", CRLS, List.of(), WORKSHOP.missingIntermediate(), "PKI-3"));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void openssl_and_the_factory_get_the_same_answer(
      String pem, List<String> crls, List<String> ocsp, CertificateBundle twin, String rule) {
    PresentedCertificate presented = presented(pem, crls, ocsp);
    CertificateVerdict verdict = GATE.verdict(presented, anchors());
    CertificateVerdict expected = GATE.verdict(twin);

    assertThat(failedRule(verdict)).isEqualTo(rule).isEqualTo(failedRule(expected));
    assertThat(outcomes(verdict)).isEqualTo(outcomes(expected));
    assertThat(verdict.names()).isEqualTo(expected.names());
    assertThat(verdict.path()).hasSameSizeAs(expected.path());
    assertThat(verdict.contestedReadings()).isEqualTo(expected.contestedReadings());
    Attribution attribution = GATE.resolve(presented, anchors());
    assertThat(summary(attribution)).isEqualTo(summary(GATE.resolve(twin)));
  }

  @TestFactory
  Stream<DynamicNode> the_scenario_file_comes_out_as_it_expects() {
    return ScenarioTests.in(FILES.resolve("scenario.yaml"));
  }

  @Test
  void in_the_scenario_file_the_same_rules_fail() {
    Scenario scenario =
        new ScenarioReader(ScenarioOverrides.none()).read(FILES.resolve("scenario.yaml"));

    assertThat(scenario.connections())
        .extracting(
            each -> each.name(),
            each -> ignoredBy(scenario.engine().resolve(each.transaction()).get(0)))
        .containsExactly(
            tuple("good by CRL", ""),
            tuple("good by OCSP", ""),
            tuple("captured from a handshake", ""),
            tuple("captured, nothing known of revocation", ""),
            tuple("revoked by CRL", "PKI-5"),
            tuple("revoked by OCSP", "PKI-5"),
            tuple("status of another certificate", "PKI-5"),
            tuple("status of the intermediate unavailable", "PKI-5"),
            tuple("expired", "PKI-2"),
            tuple("intermediate missing", "PKI-3"));
  }

  @Test
  void before_their_time_the_files_are_refused_too() {
    CertificateGate early = CertificateGate.at(Instant.parse("2024-12-31T23:59:59Z"));

    assertThat(failedRule(early.verdict(presented("good.pem", CRLS, List.of()), anchors())))
        .isEqualTo("PKI-2");
  }

  private static List<String> outcomes(CertificateVerdict verdict) {
    return verdict.tests().stream().map(test -> test.rule() + " " + test.outcome()).toList();
  }

  private static String failedRule(CertificateVerdict verdict) {
    return verdict.firstFailure().map(ConditionExplanation::rule).map(RuleId::id).orElse("");
  }

  private static String summary(Attribution attribution) {
    return attribution.verdict() + " " + attribution.connectorName() + " " + ignoredBy(attribution);
  }

  private static String ignoredBy(Attribution attribution) {
    return attribution.findings().stream()
        .filter(finding -> finding.id() == Finding.Id.CERTIFICATE_IGNORED)
        .map(finding -> finding.rule().orElseThrow().id())
        .findFirst()
        .orElse("");
  }

  private static TrustAnchors anchors() {
    return TrustAnchors.of(PemCertificates.certificates(bytes("root.pem")));
  }

  private static PresentedCertificate presented(String pem, List<String> crls, List<String> ocsp) {
    List<X509CRL> lists = new ArrayList<>();
    crls.forEach(file -> lists.addAll(PemCertificates.crls(bytes(file))));
    List<OcspResponse> responses =
        ocsp.stream().map(file -> PemCertificates.ocspResponse(bytes(file))).toList();
    return PresentedCertificate.of(PemCertificates.certificates(bytes(pem)))
        .withRevocationStatus(new RevocationStatus(lists, responses));
  }

  private static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(FILES.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
