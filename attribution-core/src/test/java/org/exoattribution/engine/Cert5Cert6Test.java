package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.engine.Tenants.byCertificate;
import static org.exoattribution.engine.Tenants.engine;
import static org.exoattribution.engine.Tenants.tenant;

import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Originating;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Stage;
import org.junit.jupiter.api.Test;

/**
 * CERT-5 and CERT-6: where nobody owns the certificate's domain, the envelope decides, or nobody.
 */
class Cert5Cert6Test {
  /** One gateway for two tenants, whose name neither accepts. */
  private static final AttributionEngine SHARED =
      engine(
          tenant("contoso", byCertificate("Gateway", "gw.shared.example")),
          tenant("fabrikam", byCertificate("Gateway", "gw.shared.example")));

  private static Attribution resolve(AttributionEngine engine, String from, String to) {
    return engine.resolve(Mail.mail("192.0.2.1", from, to), Mail.certificate("gw.shared.example"));
  }

  @Test
  void the_owner_of_the_sender_wins_before_the_owner_of_the_recipient() {
    Attribution result = resolve(SHARED, "a@fabrikam.com", "b@contoso.com");

    assertThat(result.tenantName()).contains("fabrikam");
    assertThat(((Originating) result).basis()).isEqualTo(AttributionBasis.MAIL_FROM);
    assertThat(result.grounds().rules())
        .containsExactly(RuleId.CERT_2, RuleId.CERT_3, RuleId.CERT_5);
    assertThat(result.findings())
        .contains(Finding.of(Finding.Id.CERTIFICATE_DOMAIN_NOT_ACCEPTED, "gw.shared.example"));
  }

  @Test
  void the_owner_of_the_recipient_wins_where_nobody_owns_the_sender() {
    Attribution result = resolve(SHARED, "a@stranger.example", "b@contoso.com");

    assertThat(result.tenantName()).contains("contoso");
    assertThat(((Originating) result).basis()).isEqualTo(AttributionBasis.RCPT_TO);
    assertThat(result.findings()).contains(Finding.of(Finding.Id.RECIPIENT_DECIDED, "contoso.com"));
  }

  @Test
  void the_header_from_domain_counts_between_them_until_2023_11() {
    AttributionEngine then = SHARED.withRuleSet(RuleSet.V2017);
    SimulatedConnection mail =
        Mail.mail("192.0.2.1", "a@stranger.example", "b@contoso.com").toBuilder()
            .headerFrom("a@fabrikam.com")
            .build();
    Attribution result = then.resolve(mail, Mail.certificate("gw.shared.example"));

    assertThat(((Originating) result).basis()).isEqualTo(AttributionBasis.HEADER_FROM);
    assertThat(result.tenantName()).contains("fabrikam");
    assertThat(SHARED.resolve(mail, Mail.certificate("gw.shared.example")).tenantName())
        .contains("contoso");
  }

  @Test
  void otherwise_the_certificate_decides_nothing_and_a_relay_is_refused_for_lack_of_ownership() {
    Attribution result = resolve(SHARED, "a@stranger.example", "b@stranger.example");

    assertThat(((Rejected) result).reason()).isEqualTo(RejectionReason.DOMAIN_NOT_ACCEPTED);
    assertThat(result.stage()).isEqualTo(Stage.INCOMING);
    assertThat(result.grounds().rules()).containsExactly(RuleId.CERT_6, RuleId.IN_1);
  }

  @Test
  void before_2017_07_a_match_of_one_tenant_was_enough() {
    AttributionEngine one =
        engine(tenant("contoso", byCertificate("Gateway", "gw.shared.example")));

    assertThat(
            resolve(one.withRuleSet(RuleSet.V2016), "a@stranger.example", "b@stranger.example")
                .grounds()
                .rules())
        .containsExactly(RuleId.CERT_2);
    assertThat(
            resolve(SHARED.withRuleSet(RuleSet.V2016), "a@stranger.example", "b@stranger.example")
                .verdict())
        .isEqualTo(Attribution.Verdict.REJECTED);
  }
}
