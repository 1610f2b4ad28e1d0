package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.engine.Tenants.accepting;
import static org.exoattribution.engine.Tenants.byCertificate;
import static org.exoattribution.engine.Tenants.engine;

import java.util.List;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Evidence;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Originating;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.junit.jupiter.api.Test;

/** CERT-3 and CERT-4: of the owned connectors the most exactly matching one wins. */
class Cert4Test {
  private static final SimulatedConnection STRANGERS =
      Mail.mail("192.0.2.1", "a@stranger.example", "b@stranger.example");

  private static Tenant owner(String name, String domain, String certificateName) {
    return accepting(name, List.of(domain), byCertificate("Gateway of " + name, certificateName));
  }

  @Test
  void a_host_name_comes_before_a_wildcard_with_more_labels() {
    AttributionEngine engine =
        engine(
            owner("contoso", "gw.eu.contoso.com", "gw.eu.contoso.com"),
            owner("fabrikam", "eu.contoso.com", "*.eu.contoso.com"));
    Attribution result = engine.resolve(STRANGERS, Mail.certificate("gw.eu.contoso.com"));

    assertThat(result.tenantName()).contains("contoso");
    assertThat(result.grounds().rules())
        .containsExactly(RuleId.CERT_2, RuleId.CERT_3, RuleId.CERT_4);
    assertThat(result.grounds().evidence()).isEqualTo(Evidence.ASSUMED); // keys among tenants
  }

  @Test
  void of_wildcards_the_one_with_more_labels_wins() {
    AttributionEngine engine =
        engine(
            owner("contoso", "contoso.com", "*.contoso.com"),
            owner("fabrikam", "eu.contoso.com", "*.eu.contoso.com"));

    assertThat(engine.resolve(STRANGERS, Mail.certificate("gw.eu.contoso.com")).tenantName())
        .contains("fabrikam");
    assertThat(engine.resolve(STRANGERS, Mail.certificate("gw.us.contoso.com")).tenantName())
        .contains("contoso");
  }

  @Test
  void of_equal_wildcards_the_tenant_with_the_longer_domain_above_the_name_wins() {
    AttributionEngine engine =
        engine(
            owner("contoso", "contoso.com", "*.contoso.com"),
            owner("fabrikam", "jpn.contoso.com", "*.contoso.com"));

    assertThat(engine.resolve(STRANGERS, Mail.certificate("gw.jpn.contoso.com")).tenantName())
        .contains("fabrikam");
    assertThat(engine.resolve(STRANGERS, Mail.certificate("gw.contoso.com")).tenantName())
        .contains("contoso");
  }

  @Test
  void an_owned_connector_wins_however_exactly_others_match_that_are_not_owned() {
    AttributionEngine engine =
        engine(
            owner("contoso", "contoso.com", "*.contoso.com"),
            owner("fabrikam", "fabrikam.com", "gw.contoso.com"));
    Attribution result = engine.resolve(STRANGERS, Mail.certificate("gw.contoso.com"));

    assertThat(result.tenantName()).contains("contoso");
    assertThat(((Originating) result).basis()).isEqualTo(AttributionBasis.CERTIFICATE_DOMAIN);
    assertThat(result.grounds().evidence()).isEqualTo(Evidence.DOCUMENTED); // one tenant owns
  }

  @Test
  void a_tie_of_several_tenants_is_found_and_left_to_the_envelope() {
    AttributionEngine engine =
        engine(
            owner("contoso", "a.example.com", "*.example.com"),
            owner("fabrikam", "b.example.com", "*.example.com"));
    Attribution result =
        engine.resolve(
            Mail.mail("192.0.2.1", "a@b.example.com", "b@stranger.example"),
            Mail.certificate("gw.example.com"));

    assertThat(result.tenantName()).contains("fabrikam");
    assertThat(result.findings())
        .contains(Finding.of(Finding.Id.AMBIGUOUS_CERTIFICATE, "contoso, fabrikam"));
    assertThat(result.grounds().rules())
        .containsExactly(RuleId.CERT_2, RuleId.CERT_3, RuleId.CERT_4, RuleId.CERT_5);
  }
}
