package org.exoattribution.testkit.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;
import static org.exoattribution.testkit.assertj.Failures.expectedIn;
import static org.exoattribution.testkit.assertj.Failures.messageOf;

import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Finding;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.testkit.cases.CertificateMoveCase;
import org.exoattribution.testkit.cases.ForwardedMailCase;
import org.exoattribution.testkit.cases.SharedGatewayCase;
import org.exoattribution.testkit.cases.VarunaCase;
import org.exoattribution.testkit.design.Design;
import org.exoattribution.testkit.design.Designs;
import org.junit.jupiter.api.Test;

class AttributionAssertTest {
  private final AttributionEngine varuna = VarunaCase.design().engine();

  /** Originating by certificate: varunagroup, Inbound from HCW. */
  private final Attribution captured = varuna.resolve(VarunaCase.clientMail());

  /** Incoming to fabrikam, anonymously. */
  private final Attribution received =
      VarunaCase.corrected().engine().resolve(VarunaCase.clientMail());

  /** Rejected with 550 5.7.64 ... ATTR36. */
  private final Attribution refused =
      ForwardedMailCase.byAddress().engine().resolve(ForwardedMailCase.forwarded());

  /** Originating by address, basis RCPT_TO: contested. */
  private final Attribution contested =
      SharedGatewayCase.byAddress().engine().resolve(SharedGatewayCase.newsletterToAlpha());

  @Test
  void is_originating() {
    assertThat(captured).isOriginating();
    assertThat(expectedIn(() -> assertThat(received).isOriginating())).isEqualTo("Originating");
  }

  @Test
  void from_names_the_tenant_in_any_case_and_means_originating() {
    assertThat(captured).from("varunagroup").from("VarunaGroup");
    assertThat(expectedIn(() -> assertThat(captured).from("fabrikam")))
        .isEqualTo("Originating from fabrikam");
    assertThat(expectedIn(() -> assertThat(received).from("fabrikam")))
        .isEqualTo("Originating from fabrikam");
  }

  @Test
  void is_incoming() {
    assertThat(received).isIncoming();
    assertThat(expectedIn(() -> assertThat(captured).isIncoming())).isEqualTo("Incoming");
  }

  @Test
  void is_incoming_to() {
    assertThat(received).isIncomingTo("fabrikam");
    assertThat(expectedIn(() -> assertThat(received).isIncomingTo("varunagroup")))
        .isEqualTo("Incoming to varunagroup");
    assertThat(expectedIn(() -> assertThat(captured).isIncomingTo("varunagroup")))
        .isEqualTo("Incoming to varunagroup");
  }

  @Test
  void is_anonymous() {
    assertThat(received).isAnonymous();
    assertThat(expectedIn(() -> assertThat(captured).isAnonymous()))
        .isEqualTo("Incoming anonymously");
    assertThat(expectedIn(() -> assertThat(refused).isAnonymous()))
        .isEqualTo("Incoming anonymously");
  }

  @Test
  void is_rejected() {
    assertThat(refused).isRejected();
    assertThat(expectedIn(() -> assertThat(received).isRejected())).isEqualTo("Rejected");
  }

  @Test
  void is_rejected_with_a_code_or_the_beginning_of_the_reply() {
    assertThat(refused)
        .isRejectedWith("5.7.64")
        .isRejectedWith("550")
        .isRejectedWith("550 5.7.64 Relay Access Denied ATTR36");
    assertThat(expectedIn(() -> assertThat(refused).isRejectedWith("5.7.6")))
        .isEqualTo("Rejected with 5.7.6");
    assertThat(expectedIn(() -> assertThat(refused).isRejectedWith("550 5.7.64 TenantAttr")))
        .isEqualTo("Rejected with 550 5.7.64 TenantAttr");
    assertThat(expectedIn(() -> assertThat(received).isRejectedWith("5.7.64")))
        .isEqualTo("Rejected with 5.7.64");
  }

  @Test
  void a_blank_reply_is_refused_because_every_reply_would_do() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(refused).isRejectedWith(" "))
        .withMessage("\" \" is no reply: expected a status code or the beginning of a reply");
  }

  @Test
  void is_rejected_with_a_reason() {
    assertThat(refused).isRejectedWith(RejectionReason.DOMAIN_NOT_ACCEPTED);
    assertThat(expectedIn(() -> assertThat(refused).isRejectedWith(RejectionReason.DIRECT_SEND)))
        .isEqualTo("Rejected with DIRECT_SEND");
  }

  @Test
  void via_names_the_connector() {
    assertThat(captured).via("Inbound from HCW").via("INBOUND FROM HCW");
    assertThat(expectedIn(() -> assertThat(captured).via("Relay")))
        .isEqualTo("through the connector \"Relay\"");
    assertThat(expectedIn(() -> assertThat(received).via("Relay")))
        .isEqualTo("through the connector \"Relay\"");
  }

  @Test
  void by_certificate() {
    assertThat(captured).byCertificate();
    assertThat(expectedIn(() -> assertThat(contested).byCertificate()))
        .isEqualTo("decided in the certificate stage");
  }

  @Test
  void by_address() {
    assertThat(contested).byAddress();
    assertThat(expectedIn(() -> assertThat(captured).byAddress()))
        .isEqualTo("decided in the ip stage");
  }

  @Test
  void is_decided_in() {
    assertThat(received).isDecidedIn(Stage.INCOMING);
    assertThat(expectedIn(() -> assertThat(captured).isDecidedIn(Stage.INCOMING)))
        .isEqualTo("decided in the incoming stage");
  }

  @Test
  void on_basis_of() {
    assertThat(captured).onBasisOf(AttributionBasis.CERTIFICATE_DOMAIN);
    assertThat(expectedIn(() -> assertThat(captured).onBasisOf(AttributionBasis.MAIL_FROM)))
        .isEqualTo("Originating on basis mail-from");
    assertThat(expectedIn(() -> assertThat(received).onBasisOf(AttributionBasis.MAIL_FROM)))
        .isEqualTo("Originating on basis mail-from");
  }

  @Test
  void has_finding() {
    assertThat(captured)
        .hasFinding(Finding.Id.WILDCARD_CAPTURE, Finding.Id.FOREIGN_RECIPIENT)
        .hasFinding(Finding.Id.WILDCARD_CAPTURE);
    assertThat(
            expectedIn(
                () ->
                    assertThat(captured)
                        .hasFinding(Finding.Id.WILDCARD_CAPTURE, Finding.Id.SHARED_IP)))
        .isEqualTo("finding WILDCARD_CAPTURE, SHARED_IP");
    assertThatIllegalArgumentException().isThrownBy(() -> assertThat(captured).hasFinding());
  }

  @Test
  void has_no_finding() {
    assertThat(captured).hasNoFinding(Finding.Id.SHARED_IP);
    assertThat(
            expectedIn(
                () ->
                    assertThat(captured)
                        .hasNoFinding(Finding.Id.SHARED_IP, Finding.Id.WILDCARD_CAPTURE)))
        .isEqualTo("no finding SHARED_IP, WILDCARD_CAPTURE");
    assertThatIllegalArgumentException().isThrownBy(() -> assertThat(captured).hasNoFinding());
  }

  @Test
  void has_no_findings() {
    assertThat(refused).hasNoFindings();
    assertThat(messageOf(() -> assertThat(captured).hasNoFindings()))
        .contains("expected:\n  no findings\n", "Finding    WILDCARD_CAPTURE:");
  }

  @Test
  void rests_on() {
    assertThat(captured).restsOn(RuleId.CERT_4, RuleId.CERT_2).restsOn(RuleId.CERT_3);
    assertThat(messageOf(() -> assertThat(captured).restsOn(RuleId.CERT_4, RuleId.IP_2)))
        .contains("expected:\n  rests on CERT-4, IP-2\n", "Rests on   CERT-2, CERT-3, CERT-4;");
    assertThatIllegalArgumentException().isThrownBy(() -> assertThat(captured).restsOn());
  }

  @Test
  void has_evidence_at_least() {
    assertThat(captured)
        .hasEvidenceAtLeast(Evidence.ASSUMED)
        .hasEvidenceAtLeast(Evidence.DOCUMENTED);
    Attribution assumed =
        twoEqualConnectors().engine().resolve(CertificateMoveCase.withoutCertificate());
    assertThat(expectedIn(() -> assertThat(assumed).hasEvidenceAtLeast(Evidence.OBSERVED)))
        .isEqualTo("rests on evidence at least OBSERVED");
  }

  @Test
  void is_contested_by() {
    assertThat(contested).isContestedBy(Reading.RECIPIENT_ONLY_IP_MATCH);
    assertThat(expectedIn(() -> assertThat(captured).isContestedBy(Reading.WILDCARD_DEPTH)))
        .isEqualTo("contested by reading wildcardDepth");
    assertThatIllegalArgumentException().isThrownBy(() -> assertThat(captured).isContestedBy());
  }

  @Test
  void is_uncontested() {
    assertThat(captured).isUncontested();
    assertThat(messageOf(() -> assertThat(contested).isUncontested()))
        .contains("expected:\n  contested by no reading\n", "recipientOnlyIpMatch");
  }

  @Test
  void a_failure_shows_the_connection_and_what_came() {
    assertThat(messageOf(() -> assertThat(captured).isIncomingTo("fabrikam")))
        .startsWith("\nconnection from 81.173.212.44, TLS, certificate CN=mx01.varunagroup.de")
        .contains(
            "RCPT TO someone@fabrikam.com",
            "Originating from varunagroup: its connector \"Inbound from HCW\"",
            "Tenant     varunagroup",
            "Connector  Inbound from HCW",
            "Basis      certificate-domain",
            "Finding    WILDCARD_CAPTURE:");
  }

  @Test
  void without_an_engine_a_failure_says_how_to_get_the_nearest_misses() {
    assertThat(messageOf(() -> assertThat(captured).isIncoming()))
        .contains("nearest misses:\n  not known:", ".explainedBy(engine)");
  }

  @Test
  void with_an_engine_a_failure_shows_why() {
    assertThat(messageOf(() -> assertThat(captured).explainedBy(varuna).isIncoming()))
        .contains("decided by:", "+ varunagroup / Inbound from HCW (CERT-4)", "nearest misses:");
  }

  @Test
  void an_engine_that_attributes_otherwise_explains_nothing() {
    AttributionEngine other = VarunaCase.corrected().engine();

    assertThat(messageOf(() -> assertThat(captured).explainedBy(other).isIncoming()))
        .contains("\n  not known: alone and by the engine given to explainedBy")
        .doesNotContain("decided by:");
  }

  @Test
  void a_description_stands_before_the_message() {
    assertThat(messageOf(() -> assertThat(captured).as("client mail").isIncoming()))
        .startsWith("[client mail] \nconnection from");
  }

  @Test
  void null_is_no_attribution() {
    Attribution none = null;

    assertThat(messageOf(() -> assertThat(none).isIncoming())).contains("not to be null");
    assertThat(messageOf(() -> assertThat(none).explainedBy(varuna))).contains("not to be null");
  }

  /** The name decides between two connectors of one address: SEL-1, which is assumed. */
  private static Design twoEqualConnectors() {
    Design design = Designs.ipScopedRelay("contoso", "contoso.com", CertificateMoveCase.SERVER);
    return design.with(
        design
            .tenant("contoso")
            .withInboundConnector(
                OnPremisesConnector.builder("Another")
                    .senderIpAddresses(CertificateMoveCase.SERVER)
                    .build()));
  }
}
