package org.exoattribution.testkit.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.model.Readings;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.design.Design;
import org.exoattribution.testkit.scenario.Scenario;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.scenario.ScenarioReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The five source cases exist twice, as fixtures and as scenario files: they are the same. What
 * comes of them the scenario files say.
 */
class SourceCasesTest {

  static Stream<Arguments> cases() {
    return Stream.of(
        arguments(
            "a1-shared-gateway-ip-scoped",
            SharedGatewayCase.byAddress(),
            List.of(
                SharedGatewayCase.betaMail(),
                SharedGatewayCase.newsletter(),
                SharedGatewayCase.newsletterToAlpha())),
        arguments(
            "a2-shared-gateway-certificate-scoped",
            SharedGatewayCase.byCertificate(),
            List.of(SharedGatewayCase.betaMail(SharedGatewayCase.betaCertificate()))),
        arguments(
            "a3-four-certificate-requirements",
            SharedGatewayCase.byCertificate(),
            Stream.of(
                    SharedGatewayCase.expired(),
                    SharedGatewayCase.notYetValid(),
                    SharedGatewayCase.revoked(),
                    SharedGatewayCase.statusUnavailable(),
                    SharedGatewayCase.withoutIntermediate(),
                    SharedGatewayCase.untrusted(),
                    SharedGatewayCase.ofAnotherName())
                .map(SharedGatewayCase::betaMail)
                .toList()),
        arguments(
            "b1-ip-to-certificate-both-enabled",
            CertificateMoveCase.halfWay(),
            List.of(CertificateMoveCase.withoutCertificate())),
        arguments(
            "b2-ip-to-certificate-ip-connector-disabled",
            CertificateMoveCase.done(),
            List.of(CertificateMoveCase.withoutCertificate())),
        arguments(
            "b3-ip-to-certificate-send-connector-mended",
            CertificateMoveCase.done(),
            List.of(CertificateMoveCase.withCertificate())),
        arguments(
            "c1-forwarded-mail-ip-scoped-current",
            ForwardedMailCase.byAddress(),
            List.of(ForwardedMailCase.forwarded())),
        arguments(
            "c2-forwarded-mail-certificate-scoped",
            ForwardedMailCase.byCertificate("contoso.com"),
            List.of(ForwardedMailCase.forwardedWith("contoso.com"))),
        arguments(
            "c2-forwarded-mail-certificate-scoped-wildcard",
            ForwardedMailCase.byCertificate("*.contoso.com"),
            List.of(ForwardedMailCase.forwardedWith("mail.contoso.com"))),
        arguments(
            "c3-bounce-to-the-internet-ip-scoped",
            ForwardedMailCase.byAddress(),
            List.of(ForwardedMailCase.bounce())),
        arguments(
            "c3-bounce-to-the-internet-certificate-scoped",
            ForwardedMailCase.byCertificate("contoso.com"),
            List.of(ForwardedMailCase.bounceWith("contoso.com"))),
        arguments(
            "c4-own-sender-ip-scoped",
            ForwardedMailCase.byAddress(),
            List.of(ForwardedMailCase.ownMail())),
        arguments(
            "c5-sub-domain-ip-scoped",
            ForwardedMailCase.inSubdomainByAddress(),
            List.of(ForwardedMailCase.forwardedByServer1())),
        arguments(
            "c5-sub-domain-wildcard",
            ForwardedMailCase.inSubdomainByCertificate(),
            List.of(ForwardedMailCase.forwardedByServer1WithCertificate())),
        arguments(
            "d1-central-gateway-one-certificate",
            CentralGatewayCase.byCertificate(),
            List.of(CentralGatewayCase.withGatewayCertificate())),
        arguments(
            "d2-own-certificate-for-internet-route-ca-signed",
            CentralGatewayCase.byCertificate().withReadings(Readings.defaults()),
            List.of(CentralGatewayCase.withInternetCertificate())),
        arguments(
            "d3-connector-scoped-by-gateway-address-any-trust",
            CentralGatewayCase.byAddress(),
            List.of(
                CentralGatewayCase.withGatewayCertificate(),
                CentralGatewayCase.withInternetCertificate())),
        arguments("e1-varuna-and-setebos", VarunaCase.design(), List.of(VarunaCase.clientMail())),
        arguments(
            "e2-tls-sender-certificate-name-corrected",
            VarunaCase.corrected(),
            List.of(VarunaCase.clientMail(), VarunaCase.edgeMail())),
        arguments(
            "e3-corrected-name-not-an-accepted-domain",
            VarunaCase.halfCorrected(),
            List.of(VarunaCase.edgeMail(), VarunaCase.edgeBounce())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void a_fixture_is_what_the_scenario_file_says(
      String file, Design design, List<SimulatedConnection> connections) {
    Scenario scenario =
        new ScenarioReader(ScenarioOverrides.none()).read(Path.of("scenarios", file + ".yaml"));

    assertThat(design.directory()).isEqualTo(scenario.directory());
    assertThat(design.readings()).isEqualTo(scenario.readings());
    assertThat(scenario.connections())
        .flatExtracting(connection -> connection.transaction().connections())
        .extracting(connection -> connection.toBuilder().at(Connections.AT).build())
        .containsAll(connections);
  }
}
