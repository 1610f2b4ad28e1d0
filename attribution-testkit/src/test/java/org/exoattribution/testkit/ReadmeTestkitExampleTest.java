package org.exoattribution.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThatChange;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Finding;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.testkit.assertj.AttributionSoftAssertions;
import org.exoattribution.testkit.cases.SharedGatewayCase;
import org.exoattribution.testkit.cases.VarunaCase;
import org.exoattribution.testkit.coverage.DesignCoverage;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.design.Design;
import org.exoattribution.testkit.design.Designs;
import org.exoattribution.testkit.export.TenantsReader;
import org.exoattribution.testkit.junit.DesignCoverageExtension;
import org.exoattribution.testkit.junit.ScenarioSource;
import org.exoattribution.testkit.junit.ScenarioTests;
import org.exoattribution.testkit.pki.CertificateAuthority;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.CertificateFlaw;
import org.exoattribution.testkit.pki.CertificateTemplate;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * What the README shows of the testkit stands here between markers, compiled and run, and word for
 * word in the README.
 */
class ReadmeTestkitExampleTest {

  static List<String> examples() throws IOException {
    return Readme.examplesIn(ReadmeTestkitExampleTest.class);
  }

  @Test
  void there_are_nine_examples() throws IOException {
    assertThat(examples()).hasSize(9);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_stands_in_the_readme(String example) throws IOException {
    assertThat(Readme.text()).contains("```java\n" + example + "```\n");
  }

  @Test
  void the_message_of_the_first_example_stands_in_the_readme() throws IOException {
    String message = failureOf(SharedGatewayTest.class).strip();

    assertThat(Readme.text()).contains("```text\n" + message + "\n```\n");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        MailFlowTest.class,
        SoftlyTest.class,
        OurTenantsTest.class,
        NearMissTest.class,
        CertificateFactoryTest.class,
        OurScenariosTest.class,
        ListedTest.class
      })
  void the_other_examples_pass(Class<?> example) {
    EngineExecutionResults results = run(example);

    assertThat(results.allEvents().failed().stream()).isEmpty();
    assertThat(results.testEvents().succeeded().stream()).isNotEmpty();
  }

  @Test
  void the_example_of_coverage_fails_for_what_nothing_touched() {
    assertThat(failureOf(CoveredTest.class))
        .contains(
            "at least 100 % of the connectors", "untouched: alpha / Alpha from shared gateway");
  }

  @ParameterizedTest
  @EnumSource
  void every_flaw_stands_in_the_readme_beside_its_rule(CertificateFlaw flaw) throws IOException {
    assertThat(Readme.text().lines())
        .filteredOn(line -> line.contains("`" + flaw + "`"))
        .singleElement()
        .asString()
        .startsWith("| " + flaw.rule() + " |");
  }

  private static EngineExecutionResults run(Class<?> testClass) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute();
  }

  private static String failureOf(Class<?> testClass) {
    return run(testClass).allEvents().failed().stream()
        .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
        .flatMap(result -> result.getThrowable().stream())
        .map(Throwable::getMessage)
        .findFirst()
        .orElseThrow()
        .replace(System.lineSeparator(), "\n");
  }

  // readme
  static class SharedGatewayTest {
    private final Design design =
        Designs.hybrid("varunagroup", "varunagroup.de")
            .and(Designs.recipient("fabrikam", "fabrikam.com"));

    @Test
    void mail_of_a_client_reaches_fabrikam() {
      SimulatedConnection clientMail =
          Connections.from("81.173.212.44", Connections.certificate("mx01.varunagroup.de"))
              .mailFrom("someone@setebos-ag.com")
              .rcptTo("someone@fabrikam.com")
              .build();

      assertThat(design.engine(), clientMail).isIncomingTo("fabrikam").isAnonymous();
    }
  }

  // end

  static class MailFlowTest {
    // readme
    @Test
    void the_shared_gateway_can_move_to_certificates() {
      Design now = SharedGatewayCase.byAddress();
      Design planned = SharedGatewayCase.byCertificate();

      assertThat(now).exceptFlow("203.0.113.10=alpha,beta").hasNoMisroutes();
      assertThat(planned).hasNoMisroutes().hasNoLintErrors();
      assertThatChange(now, planned).movesOnly("alpha", "beta");
    }

    // end

    // readme
    @Test
    void what_the_relay_sends_is_ours_and_what_bypasses_the_gateway_is_refused() {
      Design design =
          Designs.ipScopedRelay("contoso", "contoso.com", "198.51.100.7")
              .and(Designs.inlineGateway("fabrikam", "fabrikam.com", "mail.gateway.example"));
      SimulatedConnection.Builder relayed = Connections.from("198.51.100.7");

      assertThat(design.engine(), relayed.mailFrom("contoso.com").rcptTo("example.net").build())
          .isOriginating()
          .from("contoso")
          .via("Relay by address")
          .byAddress()
          .onBasisOf(AttributionBasis.MAIL_FROM)
          .hasNoFindings();
      assertThat(design.engine(), relayed.mailFrom("<>").rcptTo("fabrikam.com").build())
          .isRejectedWith("5.7.51");
      assertThat(design.directory()).owns("contoso", "contoso.com").hasNoOwnerOf("example.net");
    }
    // end
  }

  // readme
  static class OurTenantsTest {
    private final Design ours =
        Design.of(
            "our tenants",
            "exports of today",
            TenantsReader.read(Path.of("exports-example")).directory());

    @Test
    void the_shared_gateway_sends_for_the_owner_of_the_sender() {
      SimulatedConnection ofFabrikam =
          Connections.from("203.0.113.10").mailFrom("fabrikam.com").rcptTo("example.net").build();

      assertThat(ours.engine(), ofFabrikam).from("fabrikam").hasFinding(Finding.Id.SHARED_IP);
    }
  }

  // end

  static class NearMissTest {
    // readme
    @Test
    void a_renewed_certificate_is_a_near_miss() {
      AttributionEngine engine =
          Designs.certificateScopedRelay("contoso", "contoso.com", "mail.contoso.com").engine();
      SimulatedConnection renewed =
          Connections.from("198.51.100.7", Connections.certificate("smtp.contoso.com"))
              .mailFrom("anna@contoso.com")
              .rcptTo("someone@example.net")
              .build();

      assertThat(engine, renewed)
          .isRejectedWith("5.7.64")
          .hasNearestMiss("contoso", "Relay by certificate")
          .hasCondition("contoso", "Relay by certificate", RuleId.CERT_2, Outcome.NOT_MATCHED);
    }

    @Test
    void a_recipient_of_another_domain_is_deferred() {
      AttributionEngine engine =
          Designs.ipScopedRelay("contoso", "contoso.com", "198.51.100.7")
              .and(Designs.recipient("fabrikam", "fabrikam.com"))
              .engine();
      SimulatedConnection toContoso =
          Connections.from("198.51.100.7").mailFrom("<>").rcptTo("anna@contoso.com").build();
      ForwardPath toFabrikam = ForwardPath.parse("someone@fabrikam.com");

      assertThat(engine, SimulatedTransaction.of(toContoso, List.of(toFabrikam)))
          .forRecipient("someone@fabrikam.com")
          .isRejectedWith(RejectionReason.RECIPIENT_DOMAIN_DIFFERS);
    }
    // end
  }

  // readme
  @ExtendWith(SoftAssertionsExtension.class)
  static class SoftlyTest {
    @InjectSoftAssertions AttributionSoftAssertions softly;

    @Test
    void the_corrected_connector_leaves_the_client_alone_and_knows_the_edge_server() {
      AttributionEngine engine = VarunaCase.corrected().engine();

      softly.assertThat(engine, VarunaCase.clientMail()).isIncomingTo("fabrikam");
      softly
          .assertThat(engine, VarunaCase.edgeMail())
          .from("varunagroup")
          .byCertificate()
          .hasFinding(Finding.Id.FOREIGN_RECIPIENT);
    }
  }

  // end

  static class CertificateFactoryTest {
    // readme
    @Test
    void a_revoked_certificate_is_refused_and_its_sound_twin_accepted() {
      CertificateAuthority root = CertificateAuthority.create("Example Root CA", Connections.AT);
      CertificateAuthority issuing = root.intermediate("Example Issuing CA");
      CertificateBundle sound = issuing.issue(CertificateTemplate.forHost("mail.contoso.com"));
      CertificateBundle revoked = root.wrongOnPurpose("mail.contoso.com").revokedByCrl();

      TrustAnchors anchors = TrustAnchors.of(root.certificate());
      CertificateEvaluator evaluator = new CertificateEvaluator(anchors, Readings.defaults());
      assertThat(evaluator.evaluate(sound.presented(), Connections.AT).accepted()).isTrue();
      assertThat(evaluator.evaluate(revoked.presented(), Connections.AT).firstFailure())
          .hasValueSatisfying(test -> assertThat(test.rule()).isEqualTo(RuleId.PKI_5));
    }
    // end
  }

  // readme
  @ScenarioSource("scenarios")
  static class OurScenariosTest implements ScenarioTests {}

  static class ListedTest {
    @TestFactory
    Stream<DynamicNode> varuna() {
      return ScenarioTests.in(Path.of("scenarios/e1-varuna-and-setebos.yaml"));
    }
  }

  // end

  // readme
  static class CoveredTest {
    static final DesignCoverage COVERAGE = DesignCoverage.of(SharedGatewayCase.byAddress());

    @RegisterExtension
    static final DesignCoverageExtension MINIMUM =
        DesignCoverageExtension.of(COVERAGE).withMinimumConnectors(100);

    @Test
    void mail_of_beta_is_sent_for_beta() {
      assertThat(COVERAGE, SharedGatewayCase.betaMail()).from("beta").byAddress();
    }
  }

  // end
}
