package org.exoattribution.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Grounds;
import org.exoattribution.model.Incoming;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Originating;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Reading;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.StageExplanation;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticPki;
import org.junit.jupiter.api.Test;

/** Each law holds of the engine, and is broken by an engine that is made to break it. */
class LawTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  private static final Tenant CONTOSO =
      Tenant.builder("contoso")
          .acceptedDomains("contoso.com")
          .inboundConnector(
              OnPremisesConnector.builder("by certificate")
                  .tlsSenderCertificateName("*.contoso.com")
                  .build())
          .inboundConnector(
              OnPremisesConnector.builder("by address").senderIpAddresses("192.0.2.10").build())
          .inboundConnector(
              OnPremisesConnector.builder("idle").senderIpAddresses("203.0.113.9").build())
          .build();

  private static final Tenant FABRIKAM =
      Tenant.builder("fabrikam")
          .acceptedDomains("fabrikam.com")
          .inboundConnector(PartnerConnector.builder("open").senderDomains("*").build())
          .build();

  private static final AttributionEngine ENGINE =
      AttributionEngine.builder(TenantDirectory.of(CONTOSO, FABRIKAM))
          .trustAnchors(TrustAnchors.of(SyntheticPki.shared().trustAnchors()))
          .build();

  /** The reading wildcardDepth decides about it. */
  private static final SimulatedConnection BY_CERTIFICATE =
      SimulatedConnection.builder()
          .sourceIp("198.51.100.1")
          .presentedCertificate(certificate("mx.eu.contoso.com"))
          .mailFrom("stranger.example")
          .rcptTo("stranger.example")
          .at(AT)
          .build();

  private static final SimulatedConnection BY_ADDRESS =
      SimulatedConnection.builder()
          .sourceIp("192.0.2.10")
          .mailFrom("contoso.com")
          .rcptTo("stranger.example")
          .at(AT)
          .build();

  private static final SimulatedConnection TO_FABRIKAM =
      SimulatedConnection.builder()
          .sourceIp("198.51.100.1")
          .tls(true)
          .mailFrom("stranger.example")
          .rcptTo("fabrikam.com")
          .at(AT)
          .build();

  private static final List<SimulatedConnection> ALL =
      List.of(BY_CERTIFICATE, BY_ADDRESS, TO_FABRIKAM);

  private static Subject resolving(
      BiFunction<AttributionEngine, SimulatedConnection, Attribution> answer) {
    return new Subject(ENGINE, answer, AttributionEngine::explain);
  }

  private static Subject explaining(
      BiFunction<AttributionEngine, SimulatedConnection, Explanation> reasons) {
    return new Subject(ENGINE, AttributionEngine::resolve, reasons);
  }

  @Test
  void all_hold_of_the_engine() {
    assertThat(AttributionLaws.violations(ENGINE, ALL)).isEmpty();
    assertThatCode(() -> AttributionLaws.requireAll(ENGINE, ALL)).doesNotThrowAnyException();
  }

  @Test
  void an_engine_that_overlooks_the_last_tenant_depends_on_their_order() {
    Subject broken =
        resolving(
            (engine, connection) -> {
              List<Tenant> tenants = new ArrayList<>(engine.directory().tenants());
              String last = tenants.get(tenants.size() - 1).name();
              return engine
                  .withDirectory(engine.directory().withoutTenant(last))
                  .resolve(connection);
            });

    assertThat(Law.ORDER_NEVER_MATTERS.violations(broken, ALL))
        .extracting(LawViolation::witness)
        .contains(BY_ADDRESS, TO_FABRIKAM);
  }

  @Test
  void an_engine_that_explains_the_winner_as_a_miss_breaks_the_law_of_idle_connectors() {
    Subject broken =
        explaining(
            (engine, connection) ->
                new Explanation(engine.explain(connection).attribution(), List.of()));

    assertThat(Law.IDLE_CONNECTORS_MAY_GO.violations(broken, ALL))
        .extracting(LawViolation::explanation)
        .contains(
            "it is [Originating from contoso through \"by address\" (ip, mail-from)], and without"
                + " contoso / by address, which did not match, [Rejected NO_CONNECTOR_MATCHED, 550"
                + " 5.7.64 TenantAttribution; Relay Access Denied]");
  }

  @Test
  void an_engine_that_looks_at_the_address_first_breaks_the_law_of_certificates() {
    Subject broken =
        resolving(
            (engine, connection) ->
                connection.sourceIp().isIpv4()
                    ? engine.resolve(connection)
                    : engine.resolve(connection.toBuilder().withoutPresentedCertificate().build()));

    assertThat(Law.ADDRESSES_DO_NOT_MOVE_CERTIFICATES.violations(broken, ALL))
        .singleElement()
        .satisfies(
            violation -> assertThat(violation.witness().sourceIp()).hasToString("2001:db8::77"));
  }

  @Test
  void an_engine_that_asks_every_tenants_partner_connectors_breaks_the_law_of_partners() {
    Subject broken =
        resolving(
            (engine, connection) ->
                engine.directory().tenants().stream()
                        .flatMap(tenant -> tenant.inboundConnectors().stream())
                        .anyMatch(PartnerConnector.class::isInstance)
                    ? engine.resolve(connection)
                    : engine.resolve(connection.toBuilder().sourceIp("203.0.113.1").build()));

    assertThat(Law.PARTNERS_STAY_AT_HOME.violations(broken, ALL))
        .extracting(LawViolation::witness)
        .containsExactly(BY_ADDRESS);
  }

  @Test
  void an_engine_that_gives_mail_to_a_tenant_that_owns_nothing_breaks_the_law_of_owners() {
    Subject broken = resolving((engine, connection) -> givenAway(engine.resolve(connection)));

    assertThat(Law.OWNERS_WIN.violations(broken, ALL))
        .extracting(LawViolation::explanation)
        .containsExactly(
            "it is [Originating from thief through \"by certificate\" (certificate,"
                + " certificate-domain)], but the tenant does not accept the certificate's domain"
                + " (CERT-3)",
            "it is [Originating from thief through \"by address\" (ip, mail-from)], but contoso"
                + " owns the MAIL FROM domain (DOM-2)",
            "it is [Incoming to thief through \"open\"], but fabrikam owns the RCPT TO domain"
                + " (DOM-2)");
  }

  private static Attribution givenAway(Attribution attribution) {
    return attribution.fold(
        o ->
            new Originating(
                o.connection(), thief(o), o.connector(), o.stage(), o.basis(), o.grounds()),
        i -> new Incoming(i.connection(), thief(i), i.connector(), i.grounds()),
        r -> r);
  }

  private static Tenant thief(Originating originating) {
    return Tenant.builder("thief").inboundConnector(originating.connector()).build();
  }

  private static Tenant thief(Incoming incoming) {
    return Tenant.builder("thief").inboundConnector(incoming.connector().orElseThrow()).build();
  }

  @Test
  void an_engine_that_explains_another_connection_breaks_the_law_of_explanations() {
    Subject broken = explaining((engine, connection) -> engine.explain(TO_FABRIKAM));

    assertThat(Law.EXPLANATIONS_AGREE.violations(broken, ALL))
        .extracting(LawViolation::witness)
        .contains(BY_CERTIFICATE, BY_ADDRESS)
        .doesNotContain(TO_FABRIKAM);
  }

  @Test
  void an_explanation_without_reasons_breaks_the_law_of_explanations() {
    Subject broken =
        explaining((engine, connection) -> withoutConditions(engine.explain(connection)));

    assertThat(Law.EXPLANATIONS_AGREE.violations(broken, List.of(BY_ADDRESS)))
        .extracting(LawViolation::explanation)
        .singleElement()
        .asString()
        .endsWith("but none of its conditions is");
  }

  private static Explanation withoutConditions(Explanation explanation) {
    return new Explanation(
        explanation.attribution(),
        explanation.stages().stream()
            .map(
                stage ->
                    new StageExplanation(
                        stage.stage(),
                        stage.outcome(),
                        stage.rule(),
                        stage.expected(),
                        stage.actual(),
                        stage.conditions(),
                        stage.connectors().stream()
                            .map(
                                c ->
                                    new ConnectorExplanation(
                                        c.tenant(),
                                        c.connector(),
                                        c.outcome(),
                                        c.rule(),
                                        c.expected(),
                                        c.actual(),
                                        List.of()))
                            .toList()))
            .toList());
  }

  @Test
  void an_engine_that_keeps_contested_readings_to_itself_breaks_the_law_of_readings() {
    Subject broken =
        resolving((engine, connection) -> contesting(engine.resolve(connection), Set.of()));

    assertThat(Law.CONTESTED_READINGS_MATTER.violations(broken, ALL))
        .singleElement()
        .hasToString(
            "CONTESTED_READINGS_MATTER is broken: contested are the readings of the smallest"
                + " changes under which the result is another\n"
                + "  it is [Originating from contoso through \"by certificate\" (certificate,"
                + " certificate-domain)], contested [], but under wildcardDepth = SINGLE_LABEL it"
                + " is [Rejected NO_CONNECTOR_MATCHED, 550 5.7.64 TenantAttribution; Relay Access"
                + " Denied]\n"
                + "  "
                + BY_CERTIFICATE);
  }

  @Test
  void an_engine_that_contests_what_does_not_matter_breaks_the_law_of_readings() {
    Subject broken =
        resolving(
            (engine, connection) ->
                contesting(engine.resolve(connection), Set.of(Reading.PARTNER_BOTH)));

    assertThat(Law.CONTESTED_READINGS_MATTER.violations(broken, List.of(BY_ADDRESS)))
        .extracting(LawViolation::explanation)
        .containsExactly(
            "it is [Originating from contoso through \"by address\" (ip, mail-from)], contested"
                + " [partnerBoth], but no smallest change has [partnerBoth]");
  }

  private static Attribution contesting(Attribution attribution, Set<Reading> readings) {
    Grounds grounds = attribution.grounds();
    Grounds changed =
        new Grounds(grounds.rules(), grounds.evidence(), readings, grounds.findings());
    return attribution.fold(
        o ->
            new Originating(
                o.connection(), o.tenant(), o.connector(), o.stage(), o.basis(), changed),
        i -> i,
        r -> r);
  }

  @Test
  void violations_are_thrown_with_their_witnesses() {
    LawViolation violation = new LawViolation(Law.OWNERS_WIN, "it is stolen", BY_ADDRESS);

    assertThat(violation)
        .hasToString(
            "OWNERS_WIN is broken: only the tenant that owns the domain which a rule names can win"
                + " on that rule\n  it is stolen\n  "
                + BY_ADDRESS);
    assertThatThrownBy(() -> AttributionLaws.require(List.of(violation, violation)))
        .isInstanceOf(AssertionError.class)
        .hasMessage(violation + "\n" + violation);
  }

  private static PresentedCertificate certificate(String name) {
    CertificateBundle bundle = SyntheticPki.shared().issue(SyntheticCertificate.named(name), AT);
    return PresentedCertificate.of(bundle.chain())
        .withRevocationStatus(RevocationStatus.ofCrls(bundle.crls()));
  }
}
