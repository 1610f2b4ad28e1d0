package org.exoattribution.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.reference.Mail.GATEWAY;
import static org.exoattribution.testkit.reference.Mail.byIp;
import static org.exoattribution.testkit.reference.Mail.tenant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Finding;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.Grounds;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Originating;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

/** The reference as it is used: on a directory, and beside an engine's answer. */
class ReferenceEngineTest {
  private static final Tenant CONTOSO = tenant("contoso", "contoso.com", byIp("relay", GATEWAY));
  private static final SimulatedConnection CONNECTION =
      SimulatedConnection.builder()
          .sourceIp(GATEWAY)
          .mailFrom("contoso.com")
          .rcptTo("example.net")
          .at("2026-11-01T00:00:00Z")
          .build();

  private final ReferenceEngine reference =
      ReferenceEngine.of(
          TenantDirectory.of(CONTOSO),
          RuleSet.CURRENT,
          Readings.defaults(),
          new CertificateEvaluator(TrustAnchors.none(), Readings.defaults()));

  @Test
  void it_resolves_a_connection_and_a_transaction() {
    ReferenceResult expected =
        new ReferenceResult(
            Attribution.Verdict.ORIGINATING,
            Optional.of("contoso"),
            Optional.of("relay"),
            Stage.IP,
            Optional.of(AttributionBasis.MAIL_FROM),
            Optional.empty(),
            Optional.empty(),
            Set.of());

    assertThat(reference.resolve(CONNECTION)).isEqualTo(expected);
    assertThat(
            reference.resolve(
                SimulatedTransaction.of(CONNECTION, List.of(ForwardPath.parse("a@example.org")))))
        .containsExactly(expected, expected);
  }

  @Test
  void an_attribution_that_says_the_same_has_an_equal_result() {
    assertThat(ReferenceResult.of(attribution())).isEqualTo(reference.resolve(CONNECTION));
  }

  @Test
  void an_attribution_with_another_finding_has_another_result() {
    assertThat(ReferenceResult.of(attribution(Finding.of(Finding.Id.SHARED_IP, "fabrikam"))))
        .isNotEqualTo(reference.resolve(CONNECTION));
  }

  private static Attribution attribution(Finding... findings) {
    return new Originating(
        CONNECTION,
        CONTOSO,
        (OnPremisesConnector) CONTOSO.inboundConnectors().get(0),
        Stage.IP,
        AttributionBasis.MAIL_FROM,
        new Grounds(List.of(), Evidence.DOCUMENTED, Set.of(), List.of(findings)));
  }
}
