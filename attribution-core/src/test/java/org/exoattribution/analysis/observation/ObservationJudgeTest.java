package org.exoattribution.analysis.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

class ObservationJudgeTest {
  private static final String VARUNA = "5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11";
  private static final Tenant FABRIKAM = tenant("fabrikam", "fabrikam.com");

  private static Tenant tenant(String name, String domain, InboundConnector... connectors) {
    Tenant.Builder builder = Tenant.builder(name).acceptedDomains(domain);
    List.of(connectors).forEach(builder::inboundConnector);
    return builder.build();
  }

  private static OnPremisesConnector byCertificate(String name) {
    return OnPremisesConnector.builder("By certificate").tlsSenderCertificateName(name).build();
  }

  private static OnPremisesConnector byAddress(String... addresses) {
    return OnPremisesConnector.builder("By address").senderIpAddresses(addresses).build();
  }

  private static ObservationJudge judge(Tenant... tenants) {
    return ObservationJudge.of(AttributionEngine.of(TenantDirectory.of(tenants)));
  }

  private static Observation seen(Observed observed, String from, String to) {
    return new Observation(
        SimulatedConnection.builder()
            .sourceIp("198.51.100.7")
            .ehlo("mx01.varunagroup.de")
            .tls(true)
            .mailFrom(from)
            .rcptTo(to)
            .at("2026-11-01T00:00:00Z")
            .build(),
        observed);
  }

  private static String causes(Judgement judgement) {
    assertThat(judgement.kind()).isEqualTo(Judgement.Kind.CONTRADICTS);
    return judgement.causes().toString();
  }

  @Test
  void the_varuna_row_agrees_if_the_gateway_presented_a_name_of_the_wildcard() {
    Tenant varuna =
        tenant("varunagroup", "varunagroup.de", byCertificate("*.varunagroup.de")).toBuilder()
            .tenantId(VARUNA)
            .build();
    Observation row =
        seen(
            Observed.of(Verdict.ORIGINATING, VARUNA.toUpperCase(java.util.Locale.ROOT))
                .through("by CERTIFICATE"),
            "someone@setebos-ag.com",
            "someone@fabrikam.com");

    Judgement judgement = judge(varuna, FABRIKAM).judge(row);

    assertThat(judgement.kind()).isEqualTo(Judgement.Kind.AGREES_IF);
    assertThat(judgement.certificates())
        .extracting(Object::toString)
        .containsExactly("*.varunagroup.de");
    assertThat(judgement.explainedByEhlo()).isTrue();
    assertThat(judgement.predictions().get(0).attribution().verdict()).isEqualTo(Verdict.INCOMING);
  }

  @Test
  void an_address_that_matches_agrees_without_a_certificate() {
    Observation row =
        seen(Observed.of(Verdict.ORIGINATING, "contoso"), "a@contoso.com", "b@example.net");

    assertThat(judge(tenant("contoso", "contoso.com", byAddress("198.51.100.7"))).judge(row).kind())
        .isEqualTo(Judgement.Kind.AGREES);
  }

  @Test
  void a_tenant_that_nobody_exported_is_unknown() {
    Judgement judgement =
        judge(FABRIKAM).judge(seen(Observed.of(Verdict.INCOMING, VARUNA), "<>", "b@fabrikam.com"));

    assertThat(judgement.kind()).isEqualTo(Judgement.Kind.UNKNOWN_TENANT);
    assertThat(judgement.predictions()).isEmpty();
  }

  @Test
  void the_address_that_no_connector_names_is_the_nearest_cause() {
    Observation row =
        seen(Observed.of(Verdict.ORIGINATING, "contoso"), "a@contoso.com", "b@example.net");

    assertThat(
            causes(judge(tenant("contoso", "contoso.com", byAddress("203.0.113.0/24"))).judge(row)))
        .startsWith("[198.51.100.7 is not among the addresses of any connector of contoso");
  }

  @Test
  void the_domain_that_nobody_accepts_is_the_nearest_cause() {
    Observation row =
        seen(Observed.of(Verdict.ORIGINATING, "contoso"), "a@setebos-ag.com", "b@example.net");

    assertThat(
            causes(judge(tenant("contoso", "contoso.com", byAddress("198.51.100.7"))).judge(row)))
        .startsWith("[the exports accept no domain of setebos-ag.com");
  }

  @Test
  void two_differences_are_told_together_where_neither_is_enough() {
    Observation row =
        seen(Observed.of(Verdict.ORIGINATING, "contoso"), "a@setebos-ag.com", "b@example.net");

    assertThat(causes(judge(tenant("contoso", "contoso.com", byAddress("203.0.113.1"))).judge(row)))
        .contains(
            "the exports accept no domain of setebos-ag.com, and 198.51.100.7 is not among the"
                + " addresses of any connector of contoso");
  }

  @Test
  void a_connector_that_is_disabled_in_the_exports_is_a_cause() {
    Observation row =
        seen(Observed.of(Verdict.ORIGINATING, "contoso"), "a@contoso.com", "b@example.net");
    InboundConnector disabled = byAddress("198.51.100.7").withEnabled(false);

    assertThat(causes(judge(tenant("contoso", "contoso.com", disabled)).judge(row)))
        .contains("connector \"By address\" of contoso is disabled");
  }

  @Test
  void a_connector_of_another_name_contradicts_and_says_which_there_is() {
    Observation row =
        seen(
            Observed.of(Verdict.ORIGINATING, "contoso").through("Inbound from HCW"),
            "a@contoso.com",
            "b@example.net");

    assertThat(
            causes(judge(tenant("contoso", "contoso.com", byAddress("198.51.100.7"))).judge(row)))
        .startsWith("[contoso has no connector \"Inbound from HCW\"")
        .contains("\"By address\"");
  }

  @Test
  void mail_that_the_model_gives_to_somebody_else_is_explained_by_their_connector() {
    Tenant contoso = tenant("contoso", "contoso.com", byAddress("198.51.100.7"));
    Observation row =
        seen(Observed.of(Verdict.INCOMING, "fabrikam"), "a@contoso.com", "b@fabrikam.com");

    assertThat(causes(judge(contoso, FABRIKAM).judge(row)))
        .contains("connector \"By address\" of contoso");
  }

  @Test
  void a_certificate_that_meets_a_partner_restriction_is_found() {
    Tenant contoso =
        tenant(
            "contoso",
            "contoso.com",
            PartnerConnector.builder("Gateway")
                .senderDomains("*")
                .tlsSenderCertificateName("mail.gateway.example")
                .restrictDomainsToCertificate(true)
                .build());
    Observation row =
        seen(Observed.of(Verdict.INCOMING, "contoso"), "a@example.net", "b@contoso.com");

    Judgement judgement = judge(contoso).judge(row);

    assertThat(judgement.kind()).isEqualTo(Judgement.Kind.AGREES_IF);
    assertThat(judgement.certificates()).hasSize(1);
    assertThat(judgement.explainedByEhlo()).isFalse();
  }

  @Test
  void plaintext_sessions_present_no_certificate() {
    Observation row =
        seen(Observed.of(Verdict.ORIGINATING, "contoso"), "a@example.net", "b@example.net");
    Observation plaintext =
        new Observation(row.connection().toBuilder().tls(false).build(), row.observed());
    ObservationJudge judge = judge(tenant("contoso", "contoso.com", byCertificate("contoso.com")));

    assertThat(judge.judge(row).kind()).isEqualTo(Judgement.Kind.AGREES_IF);
    assertThat(judge.judge(plaintext).kind()).isEqualTo(Judgement.Kind.CONTRADICTS);
  }

  @Test
  void rows_that_differ_in_mailboxes_and_unowned_domains_are_of_one_kind() {
    ObservationJudge judge = judge(tenant("contoso", "contoso.com", byAddress("198.51.100.7")));
    Observed observed = Observed.of(Verdict.ORIGINATING, "contoso");

    assertThat(judge.kindOf(seen(observed, "a@example.net", "b@contoso.com")))
        .isEqualTo(judge.kindOf(seen(observed, "c@example.org", "d@contoso.com")))
        .isNotEqualTo(judge.kindOf(seen(observed, "<>", "d@contoso.com")))
        .isNotEqualTo(judge.kindOf(seen(observed, "a@contoso.com", "d@contoso.com")));
  }

  @Test
  void a_domain_that_a_connector_names_is_told_apart() {
    Tenant contoso =
        tenant(
            "contoso",
            "contoso.com",
            PartnerConnector.builder("Partner").senderDomains("example.net", "*").build());
    ObservationJudge judge = judge(contoso);
    Observed observed = Observed.of(Verdict.INCOMING, "contoso");

    assertThat(judge.kindOf(seen(observed, "a@example.net", "b@contoso.com")))
        .isNotEqualTo(judge.kindOf(seen(observed, "a@example.org", "b@contoso.com")));
  }

  @Test
  void an_observation_tells_something() {
    assertThatThrownBy(
            () -> new Observed(Optional.empty(), Optional.empty(), Optional.of("x"), false))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("an observation tells nothing: expected a verdict or a tenant at least");
  }
}
