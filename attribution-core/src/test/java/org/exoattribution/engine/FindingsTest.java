package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.engine.Tenants.accepting;
import static org.exoattribution.engine.Tenants.byAddress;
import static org.exoattribution.engine.Tenants.byCertificate;
import static org.exoattribution.engine.Tenants.engine;
import static org.exoattribution.engine.Tenants.tenant;

import java.util.List;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.Finding;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.junit.jupiter.api.Test;

/** The findings of section 9, each where its cause is and not where it is not. */
class FindingsTest {
  private static final String SERVER = "192.0.2.1";
  private static final SimulatedConnection STRANGERS =
      Mail.mail(SERVER, "a@stranger.example", "b@stranger.example");
  private static final CertificateVerdict EXPIRED =
      CertificateVerdict.refusing(
          List.of(PresentedName.tryParse("mail.contoso.com").orElseThrow()),
          RuleId.PKI_2,
          "expired");

  @Test
  void mail_of_others_that_a_wildcard_captures_is_told() {
    AttributionEngine engine =
        engine(tenant("contoso", byCertificate("Gateway", "*.contoso.com")), tenant("fabrikam"));
    SimulatedConnection foreign = Mail.mail(SERVER, "a@fabrikam.com", "b@stranger.example");
    SimulatedConnection own = Mail.mail(SERVER, "a@contoso.com", "b@stranger.example");

    assertThat(engine.resolve(foreign, Mail.certificate("mail.contoso.com")).findings())
        .containsExactly(
            Finding.of(Finding.Id.FOREIGN_SENDER, "fabrikam"),
            Finding.of(Finding.Id.WILDCARD_CAPTURE, "*.contoso.com"));
    assertThat(engine.resolve(own, Mail.certificate("mail.contoso.com")).findings()).isEmpty();
  }

  @Test
  void a_certificate_that_is_ignored_or_that_matches_nothing_is_told() {
    AttributionEngine engine =
        engine(
            accepting(
                "contoso",
                List.of("mail.contoso.com"),
                byCertificate("Gateway", "mail.contoso.com")));

    assertThat(engine.resolve(STRANGERS, EXPIRED).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo(Finding.Id.CERTIFICATE_IGNORED);
              assertThat(finding.rule()).contains(RuleId.PKI_2);
            });
    assertThat(engine.resolve(STRANGERS, Mail.certificate("other.example")).findings())
        .containsExactly(Finding.of(Finding.Id.CERTIFICATE_UNMATCHED, "other.example"));
    assertThat(engine.resolve(STRANGERS, Mail.certificate("mail.contoso.com")).findings())
        .isEmpty();
  }

  /** PKI-8, reading badCertificate. */
  @Test
  void a_bad_certificate_may_end_the_session() {
    AttributionEngine engine = engine("badCertificate", "REFUSE", tenant("contoso"));
    Rejected result = (Rejected) engine.resolve(STRANGERS, EXPIRED);

    assertThat(result.reason()).isEqualTo(RejectionReason.CERTIFICATE_REFUSED);
    assertThat(result.reply().text()).contains("CertificateExpired");
    assertThat(result.grounds().rules()).containsExactly(RuleId.PKI_2, RuleId.PKI_8);
  }

  @Test
  void a_disabled_connector_is_told_only_if_the_mail_would_come_through_it() {
    SimulatedConnection own = Mail.mail(SERVER, "a@contoso.com", "b@stranger.example");
    AttributionEngine wins = engine(tenant("contoso", byAddress("Old", SERVER).withEnabled(false)));
    AttributionEngine loses =
        engine(
            tenant(
                "contoso",
                byAddress("Old", SERVER + "/24").withEnabled(false),
                byAddress("New", SERVER)));

    assertThat(wins.resolve(own).findings())
        .containsExactly(Finding.of(Finding.Id.DISABLED_CONNECTOR_WOULD_MATCH, "contoso / Old"));
    assertThat(wins.resolve(STRANGERS).findings()).isEmpty();
    assertThat(loses.resolve(own).findings()).isEmpty();
  }
}
