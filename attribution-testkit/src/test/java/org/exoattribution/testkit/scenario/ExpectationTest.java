package org.exoattribution.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Grounds;
import org.exoattribution.model.Incoming;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Originating;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SmtpReply;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.scenario.Expectation.Difference;
import org.junit.jupiter.api.Test;

class ExpectationTest {
  private static final Tenant CONTOSO =
      Tenant.builder("contoso").acceptedDomains("contoso.com").build();
  private static final SimulatedConnection CONNECTION =
      SimulatedConnection.builder()
          .sourceIp("192.0.2.1")
          .mailFrom("anna@contoso.com")
          .rcptTo("someone@example.net")
          .at("2026-01-01T00:00:00Z")
          .build();
  private static final Attribution ORIGINATING =
      new Originating(
          CONNECTION,
          CONTOSO,
          OnPremisesConnector.builder("Relay").senderIpAddresses("192.0.2.1").build(),
          Stage.IP,
          AttributionBasis.MAIL_FROM,
          grounds(Finding.Id.SHARED_IP, Finding.Id.FOREIGN_RECIPIENT));
  private static final Attribution ANONYMOUS =
      new Incoming(CONNECTION, CONTOSO, Optional.empty(), grounds());
  private static final Attribution REJECTED =
      new Rejected(
          CONNECTION,
          RejectionReason.NO_CONNECTOR_MATCHED,
          new SmtpReply(
              550, "5.7.64", "TenantAttribution; Relay Access Denied", SmtpReply.Phase.END_OF_DATA),
          Optional.empty(),
          Optional.empty(),
          Stage.INCOMING,
          grounds());

  private static Grounds grounds(Finding.Id... findings) {
    return new Grounds(
        List.of(RuleId.IP_2),
        Evidence.DOCUMENTED,
        Set.of(),
        List.of(findings).stream().map(id -> Finding.of(id, "fabrikam")).toList());
  }

  private static List<Difference> differences(String expect, Attribution actual) {
    return Texts.connection("expect: { " + expect + " }").expectations().get(0).differences(actual);
  }

  @Test
  void what_is_as_expected_does_not_differ() {
    assertThat(
            differences(
                "verdict: originating, tenant: contoso, connector: Relay, stage: ip, basis:"
                    + " mail-from, reason: null, reply: null, findings: [SHARED_IP]",
                ORIGINATING))
        .isEmpty();
    assertThat(
            differences(
                "verdict: incoming, tenant: contoso, connector: null, basis: null", ANONYMOUS))
        .isEmpty();
    assertThat(
            differences(
                "verdict: rejected, tenant: null, reason: NO_CONNECTOR_MATCHED, reply: '550"
                    + " 5.7.64 TenantAttribution'",
                REJECTED))
        .isEmpty();
  }

  @Test
  void every_key_that_differs_is_listed_with_both_values() {
    assertThat(
            differences(
                "findings: [SHARED_IP, WILDCARD_CAPTURE, FOREIGN_SENDER], reply: '451', reason:"
                    + " DIRECT_SEND, basis: rcpt-to, stage: certificate, connector: null, tenant:"
                    + " fabrikam, verdict: rejected",
                ORIGINATING))
        .containsExactly(
            new Difference("verdict", "rejected", "originating"),
            new Difference("tenant", "fabrikam", "contoso"),
            new Difference("connector", "none", "Relay"),
            new Difference("stage", "certificate", "ip"),
            new Difference("basis", "rcpt-to", "mail-from"),
            new Difference("reason", "DIRECT_SEND", "none"),
            new Difference("reply", "451", "none"),
            new Difference(
                "findings", "WILDCARD_CAPTURE, FOREIGN_SENDER", "SHARED_IP, FOREIGN_RECIPIENT"));
  }

  @Test
  void a_connector_is_missed_where_there_is_none() {
    assertThat(differences("connector: Relay", ANONYMOUS))
        .containsExactly(new Difference("connector", "Relay", "none"));
  }

  @Test
  void a_reply_is_compared_by_its_beginning_only() {
    assertThat(differences("reply: '550 5.7.6'", REJECTED)).isEmpty();
    assertThat(differences("reply: Relay Access Denied", REJECTED))
        .containsExactly(
            new Difference(
                "reply",
                "Relay Access Denied",
                "550 5.7.64 TenantAttribution; Relay Access Denied"));
  }

  @Test
  void a_missing_finding_differs_from_none_at_all() {
    assertThat(differences("findings: [SHARED_IP]", ANONYMOUS))
        .containsExactly(new Difference("findings", "SHARED_IP", "none"))
        .first()
        .hasToString("findings: expected SHARED_IP but was none");
  }

  @Test
  void letter_case_of_names_makes_no_difference() {
    assertThat(differences("tenant: Contoso, connector: RELAY", ORIGINATING)).isEmpty();
  }

  @Test
  void keys_that_are_not_given_are_not_compared() {
    assertThat(differences("stage: ip", ORIGINATING)).isEmpty();
  }
}
