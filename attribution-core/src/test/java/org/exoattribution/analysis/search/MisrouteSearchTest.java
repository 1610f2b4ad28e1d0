package org.exoattribution.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.exoattribution.analysis.search.MisrouteDirectories.byAddress;
import static org.exoattribution.analysis.search.MisrouteDirectories.byCertificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SenderIpRange;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

class MisrouteSearchTest {

  @Test
  void a1_on_a_shared_address_the_recipient_decides_whose_mail_it_is() {
    MisrouteReport report = search(MisrouteDirectories.a1()).run();

    assertThat(causes(report))
        .containsExactly(
            "FOREIGN_RECIPIENT of alpha: Originating from beta through \"by address 203.0.113.10\""
                + " (ip, mail-from)",
            "FOREIGN_RECIPIENT of beta: Originating from alpha through \"by address 203.0.113.10\""
                + " (ip, mail-from)",
            "SHARED_SOURCE of alpha: Originating from alpha through \"by address 203.0.113.10\""
                + " (ip, rcpt-to)",
            "SHARED_SOURCE of beta: Originating from beta through \"by address 203.0.113.10\""
                + " (ip, rcpt-to)");
    ConnectionWitness witness = report.misroutes().get(2).witness();
    assertThat(witness)
        .hasToString(
            "from 203.0.113.10, plaintext, no certificate, MAIL FROM unrelated.example,"
                + " RCPT TO alpha.example");
  }

  @Test
  void a2_with_a_certificate_each_nothing_can_be_misrouted() {
    MisrouteReport report = search(MisrouteDirectories.a2()).run();

    assertThat(report.misroutes()).isEmpty();
    assertThat(report.cautions())
        .hasSize(2)
        .allMatch(caution -> caution.witness().certificateNames().size() == 2);
    assertThat(report.classes()).isGreaterThan(50);
    assertThat(report.bound()).contains("any source address").contains("rules 2025");
  }

  @Test
  void d1_a_central_gateway_that_another_tenant_uses_misroutes_that_tenants_mail() {
    assertThat(
            causes(
                search(MisrouteDirectories.d1())
                    .withExpectedFlows(
                        List.of(ExpectedFlow.parse("gateway.contoso.com=contoso,fabrikam")))
                    .run()))
        .containsExactly(
            "FOREIGN_SENDER of fabrikam: Originating from contoso through"
                + " \"by certificate gateway.contoso.com\" (certificate, rcpt-to)");
    assertThat(
            causes(
                search(MisrouteDirectories.d1())
                    .withSharedSources(List.of(SourceName.parse("gateway.contoso.com")))
                    .run()))
        .containsExactly(
            "FOREIGN_SENDER of fabrikam: Originating from contoso through"
                + " \"by certificate gateway.contoso.com\" (certificate, rcpt-to)",
            "FOREIGN_RECIPIENT of fabrikam: Originating from contoso through"
                + " \"by certificate gateway.contoso.com\" (certificate, mail-from)",
            "SHARED_SOURCE of contoso: Originating from contoso through"
                + " \"by certificate gateway.contoso.com\" (certificate, rcpt-to)");
  }

  @Test
  void d1_and_d3_a_source_that_one_tenant_names_is_taken_for_its_own() {
    for (TenantDirectory directory : List.of(MisrouteDirectories.d1(), MisrouteDirectories.d3())) {
      MisrouteReport report = search(directory).run();

      assertThat(report.misroutes()).isEmpty();
      assertThat(report.openings())
          .singleElement()
          .satisfies(
              opening -> {
                assertThat(opening.kind()).isEqualTo(MisrouteKind.ANY_SENDER_TO_TENANT);
                assertThat(opening.severity()).isEqualTo(Misroute.Severity.INFO);
                assertThat(opening.owner()).contains("contoso");
              });
    }
  }

  @Test
  void e1_a_wildcard_would_capture_the_mail_of_strangers_and_does_where_they_use_it() {
    AttributionEngine engine = AttributionEngine.of(MisrouteDirectories.e1());
    MisrouteReport unsaid = MisrouteSearch.in(engine).run();
    MisrouteReport said =
        MisrouteSearch.in(engine)
            .withSharedSources(List.of(SourceName.parse("mx01.varunagroup.de")))
            .run();

    assertThat(unsaid.misroutes()).isEmpty();
    assertThat(unsaid.openings())
        .singleElement()
        .satisfies(
            opening -> {
              assertThat(opening.kind()).isEqualTo(MisrouteKind.ANY_SENDER);
              assertThat(opening.severity()).isEqualTo(Misroute.Severity.WARNING);
              assertThat(opening.source().name()).isEqualTo("*.varunagroup.de");
            });
    assertThat(causes(said))
        .contains(
            "STRANGER_CAPTURED of nobody: Originating from varunagroup through"
                + " \"by certificate *.varunagroup.de\" (certificate, certificate-domain)",
            "STRANGER_CAPTURED of fabrikam: Originating from varunagroup through"
                + " \"by certificate *.varunagroup.de\" (certificate, certificate-domain)");
    assertThat(said.misroutes())
        .allSatisfy(
            m -> {
              assertThat(AttributionOutcome.of(m.witness().explain(engine).attribution()))
                  .isEqualTo(m.outcome());
              assertThat(m.witness().certificateNames())
                  .containsExactly(PresentedName.tryParse("mx01.varunagroup.de").orElseThrow());
            });
    assertThat(
            causes(
                MisrouteSearch.in(engine)
                    .withExpectedFlows(
                        List.of(ExpectedFlow.parse("mx01.varunagroup.de=varunagroup,fabrikam")))
                    .run()))
        .containsExactly(
            "FOREIGN_SENDER of fabrikam: Originating from varunagroup through"
                + " \"by certificate *.varunagroup.de\" (certificate, certificate-domain)");
  }

  @Test
  void e2_with_the_host_name_instead_of_the_wildcard_nothing_can_be_misrouted() {
    assertThat(search(MisrouteDirectories.e2()).run().misroutes()).isEmpty();
  }

  @Test
  void an_expected_flow_of_a_certificate_is_not_told_and_others_still_are() {
    assertThat(
            search(MisrouteDirectories.d1())
                .withExpectedFlows(List.of(ExpectedFlow.parse("gateway.contoso.com=contoso")))
                .run()
                .openings())
        .isEmpty();
    assertThat(
            search(MisrouteDirectories.e1())
                .withExpectedFlows(List.of(ExpectedFlow.parse("mx01.varunagroup.de=varunagroup")))
                .run()
                .openings())
        .isNotEmpty();
  }

  @Test
  void a_wildcard_certificate_belongs_to_the_owner_of_its_domain() {
    TenantDirectory directory =
        TenantDirectory.of(
            Tenant.builder("branch")
                .acceptedDomains("a.contoso.com")
                .inboundConnector(byCertificate("a.contoso.com"))
                .build(),
            Tenant.builder("head office").acceptedDomains("contoso.com").build());

    MisrouteReport report = search(directory).run();

    assertThat(causes(report))
        .contains(
            "FOREIGN_SENDER of head office: Originating from branch through"
                + " \"by certificate a.contoso.com\" (certificate, certificate-domain)");
    assertThat(report.misroutes().get(0).witness().certificateNames())
        .hasToString("[*.contoso.com]");
  }

  @Test
  void a_source_that_one_tenant_names_by_certificate_and_another_by_address_is_of_both() {
    TenantDirectory directory =
        TenantDirectory.of(
            Tenant.builder("customer")
                .acceptedDomains("customer.example")
                .inboundConnector(byAddress("203.0.113.10"))
                .build(),
            Tenant.builder("msp")
                .acceptedDomains("msp.example", "gw.msp.example")
                .inboundConnector(byCertificate("gw.msp.example"))
                .build());

    MisrouteReport report = search(directory).run();

    assertThat(causes(report))
        .containsExactly(
            "FOREIGN_SENDER of customer: Originating from msp through"
                + " \"by certificate gw.msp.example\" (certificate, certificate-domain)");
    assertThat(report.misroutes().get(0).source())
        .isEqualTo(
            new Misroute.MailSource(
                "203.0.113.10 with gw.msp.example (guessed to be one host)",
                List.of("customer", "msp")));
    assertThat(report.shared()).isEqualTo(1);
    TenantDirectory more =
        directory.withTenant(
            Tenant.builder("third")
                .acceptedDomains("third.example", "gw.third.example")
                .inboundConnector(byCertificate("gw.third.example"))
                .build());
    assertThat(search(more).run().misroutes()).isEmpty();
    assertThat(search(more).run().openings())
        .anyMatch(
            m ->
                m.kind() == MisrouteKind.FOREIGN_SENDER
                    && m.severity() == Misroute.Severity.WARNING);
  }

  @Test
  void a_name_of_an_expected_flow_is_combined_with_others_though_no_connector_matches_it() {
    TenantDirectory directory = MisrouteDirectories.a2();

    MisrouteReport report =
        search(directory)
            .withExpectedFlows(List.of(ExpectedFlow.parse("mx.provider.example=alpha,beta")))
            .run();

    assertThat(report.misroutes()).isEmpty();
    assertThat(report.cautions())
        .anyMatch(m -> m.witness().certificateNames().toString().contains("mx.provider.example"));
  }

  @Test
  void fifty_tenants_that_share_nothing_are_a_warning_each_and_no_error() {
    List<Tenant> tenants = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      tenants.add(
          Tenant.builder("t" + i)
              .acceptedDomains("t" + i + ".example")
              .inboundConnector(byCertificate("*.t" + i + ".example"))
              .build());
    }

    MisrouteReport report = search(TenantDirectory.of(tenants)).run();

    assertThat(report.misroutes()).isEmpty();
    assertThat(report.openings())
        .hasSize(50)
        .allMatch(m -> m.severity() == Misroute.Severity.WARNING && m.owners() == 1);
    assertThat(report.shared()).isZero();
  }

  @Test
  void a_front_end_of_one_forest_takes_what_comes_from_a_gateway_for_the_mail_of_its_tenant() {
    TenantDirectory a1 = MisrouteDirectories.a1();
    TenantDirectory apart =
        TenantDirectory.of(
            a1.tenant("alpha").orElseThrow().toBuilder().forest("eurprd04").build(),
            a1.tenant("beta").orElseThrow().toBuilder().forest("namprd12").build());

    MisrouteReport report = search(apart).run();

    assertThat(report.misroutes())
        .extracting(Object::toString)
        .contains(
            "FOREIGN_SENDER of beta: Originating from alpha through \"by address 203.0.113.10\""
                + " (ip, rcpt-to), such as from 203.0.113.10, plaintext, no certificate, MAIL FROM"
                + " beta.example, RCPT TO alpha.example, front end in eurprd04");
    assertThat(causes(report)).containsAll(causes(search(a1).run()));
    assertThat(report.misroutes()).noneMatch(m -> m.kind() == MisrouteKind.OWN_MAIL_REFUSED);
  }

  @Test
  void a_wildcard_certificate_that_nobody_can_have_makes_no_source_shared() {
    List<Tenant> tenants = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      tenants.add(
          Tenant.builder("t" + i)
              .acceptedDomains("mx" + i + ".example")
              .inboundConnector(byCertificate("mx" + i + ".example"))
              .build());
    }
    MisrouteSearch search = search(TenantDirectory.of(tenants));

    assertThat(search.run().misroutes()).isEmpty();
    assertThat(search.run().shared()).isZero();
    assertThat(causes(search.withSharedSources(List.of(SourceName.parse("*.example"))).run()))
        .contains(
            "SHARED_SOURCE of t1: Originating from t1 through"
                + " \"by certificate mx1.example\" (certificate, rcpt-to)");
  }

  @Test
  void a_wildcard_certificate_is_assumed_of_whoever_names_it_or_accepts_its_domain() {
    Tenant one =
        Tenant.builder("one")
            .acceptedDomains("one.example")
            .inboundConnector(byCertificate("mx1.gateway.test"))
            .build();
    Tenant other =
        Tenant.builder("other")
            .acceptedDomains("other.example")
            .inboundConnector(byCertificate("mx2.gateway.test"))
            .build();

    assertThat(search(TenantDirectory.of(one, other)).run().misroutes()).isEmpty();
    for (Tenant third :
        List.of(
            Tenant.builder("third").acceptedDomains("gateway.test").build(),
            Tenant.builder("third")
                .acceptedDomains("third.example")
                .inboundConnector(byCertificate("*.gateway.test"))
                .build())) {
      assertThat(search(TenantDirectory.of(one, other, third)).run().misroutes())
          .anyMatch(m -> m.witness().certificateNames().toString().equals("[*.gateway.test]"));
    }
  }

  @Test
  void an_expected_flow_of_an_address_is_not_reported() {
    assertThat(
            search(MisrouteDirectories.a1())
                .withExpectedFlows(List.of(ExpectedFlow.parse("203.0.113.10=alpha,beta")))
                .run()
                .misroutes())
        .isEmpty();
    assertThat(
            causes(
                search(MisrouteDirectories.a1())
                    .withExpectedFlows(List.of(ExpectedFlow.parse("203.0.113.10=alpha")))
                    .run()))
        .hasSize(2)
        .allMatch(cause -> cause.contains("Originating from beta"));
  }

  @Test
  void own_mail_that_associated_domains_shut_out_is_refused() {
    TenantDirectory directory =
        TenantDirectory.of(
            Tenant.builder("contoso")
                .acceptedDomains("contoso.com", "sales.contoso.com")
                .inboundConnector(
                    OnPremisesConnector.builder("sales only")
                        .senderIpAddresses("198.51.100.7")
                        .associatedAcceptedDomains("sales.contoso.com")
                        .build())
                .build());

    assertThat(causes(search(directory).run()))
        .containsExactly("OWN_MAIL_REFUSED of contoso: Rejected NO_CONNECTOR_MATCHED");
  }

  @Test
  void a_certificate_that_would_carry_names_of_two_tenants_is_told_apart() {
    TenantDirectory directory =
        TenantDirectory.of(
            Tenant.builder("alpha")
                .acceptedDomains("alpha.example", "gw.alpha.example")
                .inboundConnector(byCertificate("gw.alpha.example"))
                .build(),
            Tenant.builder("beta")
                .acceptedDomains("beta.example", "gw.eu.beta.example")
                .inboundConnector(byCertificate("gw.eu.beta.example"))
                .build());

    MisrouteReport report = search(directory).run();

    assertThat(report.misroutes()).isEmpty();
    assertThat(causes(report.cautions()))
        .contains(
            "COMBINED_CERTIFICATE of alpha: Originating from beta through"
                + " \"by certificate gw.eu.beta.example\" (certificate, certificate-domain)");
  }

  @Test
  void one_certificate_name_of_two_tenants_is_a_shared_source() {
    TenantDirectory directory =
        TenantDirectory.of(
            Tenant.builder("alpha")
                .acceptedDomains("alpha.example")
                .inboundConnector(byCertificate("gw.shared.example"))
                .build(),
            Tenant.builder("beta")
                .acceptedDomains("beta.example")
                .inboundConnector(byCertificate("gw.shared.example"))
                .build());

    assertThat(causes(search(directory).run()))
        .contains(
            "SHARED_SOURCE of beta: Originating from beta through"
                + " \"by certificate gw.shared.example\" (certificate, rcpt-to)");
  }

  @Test
  void before_2017_any_connector_captures_the_mail_of_strangers() {
    AttributionEngine engine =
        AttributionEngine.builder(MisrouteDirectories.d3()).ruleSet(RuleSet.V2016).build();

    assertThat(causes(MisrouteSearch.in(engine).run().openings()))
        .containsExactly(
            "ANY_SENDER of contoso: Originating from contoso through"
                + " \"by address 203.0.113.40\" (ip, connector)");
  }

  @Test
  void of_connections_that_come_through_one_connector_the_first_stands_for_all_in_every_run() {
    TenantDirectory directory =
        TenantDirectory.of(
            Tenant.builder("contoso")
                .acceptedDomains("jpn.contoso.com")
                .inboundConnector(
                    OnPremisesConnector.builder("by wildcard")
                        .tlsSenderCertificateName("*.contoso.com")
                        .build())
                .build());

    assertThat(search(directory).run().openings())
        .flatExtracting(opening -> opening.witness().certificateNames())
        .extracting(Object::toString)
        .containsExactly("contoso.com");
  }

  @Test
  void under_reading_refuse_a_bad_certificate_costs_own_mail_from_an_own_address() {
    AttributionEngine engine =
        AttributionEngine.builder(MisrouteDirectories.d3())
            .readings(Readings.defaults().with("badCertificate", "REFUSE"))
            .build();

    assertThat(causes(MisrouteSearch.in(engine).run()))
        .contains("OWN_MAIL_REFUSED of contoso: Rejected CERTIFICATE_REFUSED");
  }

  @Test
  void a_search_can_be_narrowed_to_senders_addresses_and_tenants() {
    TenantDirectory directory =
        MisrouteDirectories.a1()
            .withTenant(
                Tenant.builder("gamma")
                    .acceptedDomains("gamma.example")
                    .inboundConnector(byAddress("192.0.2.0/24"))
                    .build());

    assertThat(causes(search(directory).run().openings()))
        .singleElement()
        .asString()
        .contains("192.0.2.0/24");
    MisrouteReport ofAlpha =
        search(directory)
            .withBound(
                new SearchBound(Set.of("alpha"), List.of(), List.of(), SearchBound.DEFAULT_LIMIT))
            .run();
    assertThat(ofAlpha.misroutes()).isNotEmpty();
    assertThat(ofAlpha.openings()).isEmpty();
    MisrouteReport narrow =
        search(directory)
            .withBound(
                new SearchBound(
                    Set.of(),
                    List.of(DomainName.parse("gamma.example")),
                    List.of(SenderIpRange.parse("203.0.113.10")),
                    SearchBound.DEFAULT_LIMIT))
            .run();
    assertThat(causes(narrow)).hasSize(2).allMatch(c -> c.startsWith("FOREIGN_SENDER of gamma"));
    assertThat(narrow.bound())
        .endsWith(", from senders of gamma.example, from addresses in 203.0.113.10");
  }

  @Test
  void an_unknown_tenant_is_an_error() {
    assertThatThrownBy(
            search(MisrouteDirectories.a1())
                    .withExpectedFlows(List.of(ExpectedFlow.parse("203.0.113.10=gamma")))
                ::run)
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("\"gamma\" is not a tenant");
  }

  @Test
  void an_expected_flow_from_nowhere_or_for_nobody_is_refused() {
    assertThatThrownBy(() -> new SourceName(Optional.empty(), Optional.empty()))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("without address and certificate name");
    assertThatThrownBy(() -> new ExpectedFlow(SourceName.parse("203.0.113.10"), List.of()))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("for nobody");
  }

  @Test
  void the_order_of_tenants_does_not_matter() {
    TenantDirectory a1 = MisrouteDirectories.a1();
    TenantDirectory turned =
        TenantDirectory.of(a1.tenant("beta").orElseThrow(), a1.tenant("alpha").orElseThrow());

    assertThat(causes(search(turned).run())).isEqualTo(causes(search(a1).run()));
  }

  static MisrouteSearch search(TenantDirectory directory) {
    return MisrouteSearch.in(AttributionEngine.of(directory));
  }

  static List<String> causes(MisrouteReport report) {
    return causes(report.misroutes());
  }

  static List<String> causes(List<Misroute> misroutes) {
    return misroutes.stream().map(MisrouteSearchTest::cause).toList();
  }

  static String cause(Misroute misroute) {
    return misroute.kind() + " of " + misroute.owner().orElse("nobody") + ": " + misroute.outcome();
  }
}
