package org.exoattribution.testkit.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;

import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Finding;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.SimulatedConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each design does what its sentence says. */
class DesignsTest {

  private static SimulatedConnection.Builder toTheInternet(SimulatedConnection.Builder session) {
    return session.rcptTo("someone@example.net");
  }

  @Test
  void a_hybrid_tenant_sends_from_every_host_of_its_domain() {
    AttributionEngine engine = Designs.hybrid("contoso", "contoso.com").engine();
    PresentedCertificate certificate = Connections.certificate("mail.contoso.com");

    assertThat(
            engine,
            toTheInternet(Connections.from("192.0.2.1", certificate))
                .mailFrom("anna@contoso.com")
                .build())
        .from("contoso")
        .via("Inbound from HCW")
        .onBasisOf(AttributionBasis.CERTIFICATE_DOMAIN)
        .hasNoFindings();
    assertThat(engine.directory()).owns("contoso", "contoso.mail.onmicrosoft.com");
  }

  @Test
  void a_recipient_receives_anonymously() {
    assertThat(
            Designs.recipient("fabrikam", "fabrikam.com").engine(),
            Connections.from("192.0.2.1")
                .mailFrom("anna@contoso.com")
                .rcptTo("fabrikam.com")
                .build())
        .isIncomingTo("fabrikam")
        .isAnonymous();
  }

  @Test
  void an_ip_scoped_relay_sends_its_own_mail_and_no_bounces() {
    AttributionEngine engine =
        Designs.ipScopedRelay("contoso", "contoso.com", "192.0.2.0/28").engine();
    SimulatedConnection.Builder session = toTheInternet(Connections.from("192.0.2.7"));

    assertThat(engine, session.mailFrom("anna@contoso.com").build()).from("contoso").byAddress();
    assertThat(engine, session.mailFrom("<>").build())
        .isRejectedWith(RejectionReason.DOMAIN_NOT_ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna@contoso.com", "john@fabrikam.com", "<>"})
  void a_certificate_scoped_relay_sends_everything(String mailFrom) {
    AttributionEngine engine =
        Designs.certificateScopedRelay("contoso", "contoso.com", "relay.contoso.com").engine();
    PresentedCertificate certificate = Connections.certificate("relay.contoso.com");

    assertThat(
            engine,
            toTheInternet(Connections.from("192.0.2.7", certificate)).mailFrom(mailFrom).build())
        .from("contoso")
        .byCertificate();
  }

  @Test
  void its_twin_whose_name_nobody_accepts_sends_its_own_mail_alone() {
    AttributionEngine engine =
        Designs.unownedCertificateRelay("contoso", "contoso.com", "relay.contoso.com").engine();
    SimulatedConnection.Builder session =
        toTheInternet(Connections.from("192.0.2.7", Connections.certificate("relay.contoso.com")));

    assertThat(engine, session.mailFrom("anna@contoso.com").build())
        .from("contoso")
        .onBasisOf(AttributionBasis.MAIL_FROM)
        .hasFinding(Finding.Id.CERTIFICATE_DOMAIN_NOT_ACCEPTED);
    assertThat(engine, session.mailFrom("<>").build())
        .isRejectedWith(RejectionReason.DOMAIN_NOT_ACCEPTED);
  }

  @Test
  void a_wildcard_relay_captures_what_any_host_of_its_domain_sends() {
    assertThat(
            Designs.wildcardRelay("contoso", "contoso.com").engine(),
            toTheInternet(Connections.from("192.0.2.7", Connections.certificate("any.contoso.com")))
                .mailFrom("john@fabrikam.com")
                .build())
        .from("contoso")
        .byCertificate()
        .hasFinding(Finding.Id.WILDCARD_CAPTURE);
  }

  @Test
  void tenants_behind_names_of_a_provider_are_told_apart_by_name_and_envelope_together() {
    AttributionEngine engine = Designs.namesAtProvider("relay.example", "alpha", "beta").engine();
    SimulatedConnection.Builder beta =
        toTheInternet(Connections.from("192.0.2.7", Connections.certificate("beta.relay.example")));

    assertThat(engine, beta.mailFrom("beta.example").build())
        .from("beta")
        .via("Beta by certificate")
        .hasFinding(Finding.Id.CERTIFICATE_DOMAIN_NOT_ACCEPTED);
    assertThat(engine, beta.mailFrom("alpha.example").build())
        .isRejectedWith(RejectionReason.DOMAIN_NOT_ACCEPTED);
  }

  @Test
  void mail_past_an_inline_gateway_is_refused() {
    AttributionEngine engine =
        Designs.inlineGateway("tailspintoys", "tailspintoys.com", "mail.gateway.example").engine();
    SimulatedConnection.Builder past =
        Connections.from("192.0.2.7").mailFrom("anna@contoso.com").rcptTo("tailspintoys.com");

    assertThat(engine, past.build()).isRejectedWith("5.7.51");
    assertThat(
            engine,
            past.presentedCertificate(Connections.certificate("mail.gateway.example")).build())
        .isIncomingTo("tailspintoys")
        .via("Inbound from filtering gateway");
  }

  @Test
  void tenants_of_a_gateway_shared_by_address_are_told_apart_by_the_envelope() {
    AttributionEngine engine =
        Designs.sharedGatewayByAddress("203.0.113.10", "alpha", "beta", "gamma").engine();

    assertThat(
            engine,
            toTheInternet(Connections.from("203.0.113.10")).mailFrom("gamma.example").build())
        .from("gamma")
        .byAddress()
        .hasFinding(Finding.Id.SHARED_IP);
  }

  @Test
  void tenants_of_a_gateway_shared_by_certificate_are_told_apart_by_it() {
    AttributionEngine engine = Designs.sharedGatewayByCertificate("alpha", "beta").engine();
    PresentedCertificate beta = Connections.certificate("gw.beta.example");

    assertThat(
            engine,
            toTheInternet(Connections.from("192.0.2.7", beta)).mailFrom("alpha.example").build())
        .from("beta")
        .byCertificate()
        .hasFinding(Finding.Id.FOREIGN_SENDER);
  }

  @Test
  void each_says_what_it_models_and_where_it_comes_from() {
    assertThat(Designs.hybrid("contoso", "contoso.com").toString())
        .isEqualTo(
            "contoso is a hybrid tenant as the Hybrid Configuration Wizard leaves it. (Hybrid"
                + " Configuration Wizard; NIC New-InboundConnector reference)");
    assertThat(
            Designs.certificateScopedRelay("contoso", "contoso.com", "mail.contoso.com").models())
        .isEqualTo(
            "contoso relays from its own server, recognised by a certificate whose name"
                + " mail.contoso.com it accepts.");
  }
}
