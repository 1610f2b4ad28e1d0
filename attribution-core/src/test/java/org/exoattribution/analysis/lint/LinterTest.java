package org.exoattribution.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.exoattribution.analysis.lint.LintCases.byAddress;
import static org.exoattribution.analysis.lint.LintCases.byCertificate;
import static org.exoattribution.analysis.lint.LintCases.contoso;
import static org.exoattribution.analysis.lint.LintCases.fabrikam;
import static org.exoattribution.analysis.lint.LintCases.gateway;
import static org.exoattribution.analysis.lint.LintCases.onPremises;
import static org.exoattribution.analysis.lint.LintCases.partner;
import static org.exoattribution.analysis.lint.LintCases.tenant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.exoattribution.analysis.lint.LintCases.LintCase;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.certificate.PemCertificates;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LinterTest {
  /** Of mail.contoso.com, and it expires at 2027-11-24T15:12:20Z. */
  private static final X509Certificate CERTIFICATE =
      PemCertificates.certificates(text("mail.contoso.com.pem")).get(0);

  static final Linter KNOWING = knowing(Instant.parse("2027-11-01T00:00:00Z"));

  private static Linter knowing(Instant at) {
    return Linter.standard().withCertificates(List.of(CERTIFICATE), at);
  }

  static String text(String resource) {
    try (InputStream in = LinterTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/Date(1772500512000)/,           /Date(1772500512999+0100)/,  true",
    "/Date(1772500512000)/,           /Date(1772500523000)/,       false",
    "2026-10-01T10:00:00.1234567Z,    2026-10-01T12:00:00+02:00,   true",
    "2026-10-01T10:00:00Z,            2026-10-01T10:00:00+02:00,   false",
    "10/1/2026 10:00:00 AM,           10/1/2026 10:00:00 AM,       true",
    "01.10.2026 10:00:00,             01.10.2026 10:00:01,         false",
    "(object),                        (object),                    false",
  })
  void a_connector_was_never_enabled_if_it_was_changed_when_it_was_created(
      String created, String changed, boolean never) {
    TenantDirectory directory = TenantDirectory.of(contoso(LintCases.created(created, changed)));

    assertThat(
            Linter.standard()
                .findings(directory)
                .anyMatch(finding -> finding.id().equals("CONNECTOR_NEVER_ENABLED")))
        .isEqualTo(never);
  }

  @Test
  void a_certificate_expires_soon_if_it_does_so_within_thirty_days() {
    TenantDirectory directory =
        TenantDirectory.of(contoso(byCertificate("*.contoso.com"), gateway("*")));

    assertThat(
            knowing(Instant.parse("2027-10-26T00:00:00Z"))
                .findings(directory)
                .filter(finding -> finding.id().equals("CERTIFICATE_EXPIRES")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place()).isEqualTo("contoso / C");
              assertThat(finding.message()).contains("mail.contoso.com", "expires 2027-11-24");
            });
    assertThat(knowing(Instant.parse("2027-10-24T00:00:00Z")).findings(directory))
        .extracting(LintFinding::id)
        .doesNotContain("CERTIFICATE_EXPIRES");
    assertThat(knowing(Instant.parse("2028-01-01T00:00:00Z")).findings(directory))
        .extracting(LintFinding::message)
        .anyMatch(message -> message.contains("expired 2027-11-24"));
  }

  static List<LintCase> cases() {
    return LintCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_rule_fires_in_one_place(LintCase pair) {
    List<LintFinding> fired = of(pair.rule(), pair.fires());

    // Another tenant's Partner connector cannot capture anything, so the pair has one place.
    assertThat(fired)
        .filteredOn(finding -> finding.tenant().equals("contoso"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place()).isEqualTo(pair.place());
              assertThat(finding.message()).endsWith(".").doesNotContain("\n");
              assertThat(finding.action()).endsWith(".").doesNotContain("\n");
            });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_rule_does_not_fire_in_the_mended_twin(LintCase pair) {
    assertThat(of(pair.rule(), pair.quiet())).isEmpty();
  }

  @Test
  void every_rule_has_a_pair_and_says_what_it_rests_on() {
    assertThat(LintCases.all())
        .extracting(LintCase::rule)
        .containsExactlyElementsOf(Linter.rules().stream().map(LintRule::id).toList())
        .doesNotHaveDuplicates();
    assertThat(Linter.rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.id()).matches("[A-Z]+(_[A-Z]+)*");
              assertThat(rule.summary()).isNotBlank();
              assertThat(rule.meaning()).endsWith(".").hasSizeBetween(50, 500);
              assertThat(rule.remedy()).endsWith(".");
              assertThat(rule.source()).isNotBlank();
            });
  }

  @Test
  void a_shared_address_names_those_who_share_it_from_both_sides() {
    assertThat(
            of(
                "ADDRESS_SHARED",
                List.of(
                    contoso(byAddress("198.51.100.0/24")), fabrikam(byAddress("198.51.100.7")))))
        .extracting(LintFinding::place, LintFinding::message)
        .containsExactly(
            tuple(
                "contoso / C",
                "198.51.100.0/24 is shared with fabrikam's connector \"C\", so the sender or"
                    + " recipient domain decides whose mail it is, and what neither of them owns is"
                    + " refused."),
            tuple(
                "fabrikam / C",
                "198.51.100.7 is shared with contoso's connector \"C\", so the sender or recipient"
                    + " domain decides whose mail it is, and what neither of them owns is"
                    + " refused."));
  }

  @Test
  void a_wildcard_lets_in_the_host_of_its_own_name_that_a_disabled_connector_names() {
    Tenant tenant =
        contoso(
                LintCases.onPremises("A").tlsSenderCertificateName("*.contoso.com").build(),
                LintCases.onPremises("B")
                    .tlsSenderCertificateName("contoso.com")
                    .enabled(false)
                    .build())
            .toBuilder()
            .rejectDirectSend(true)
            .build();

    assertThat(of("DIRECT_SEND_WITHOUT_CONNECTOR", List.of(tenant))).isEmpty();
  }

  @Test
  void no_more_than_three_others_are_named() {
    List<Tenant> tenants =
        IntStream.range(0, 6)
            .mapToObj(i -> tenant("t" + i, "t" + i + ".example", byAddress("198.51.100.7")))
            .toList();

    assertThat(of("ADDRESS_SHARED", tenants))
        .hasSize(6)
        .first()
        .extracting(LintFinding::message)
        .asString()
        .contains("t1's connector \"C\", t2's connector \"C\", t3's connector \"C\" and others,");
  }

  @Test
  void a_wildcard_names_what_it_covers_of_other_tenants() {
    assertThat(
            of(
                "WILDCARD_COVERS_OTHERS",
                List.of(
                    contoso(byCertificate("*.contoso.com")),
                    fabrikam(partner().tlsSenderCertificateName("gw.contoso.com").build()),
                    tenant("japan", "jpn.contoso.com"))))
        .singleElement()
        .extracting(LintFinding::message)
        .asString()
        .startsWith(
            "*.contoso.com covers names of other tenants (gw.contoso.com of fabrikam's Partner"
                + " connector \"P\", jpn.contoso.com, an accepted domain of japan), so ");
  }

  @Test
  void a_host_name_without_ownership_is_shadowed_by_an_owned_wildcard() {
    Tenant tenant =
        contoso(
            onPremises("Exact").tlsSenderCertificateName("mail.contoso.com").build(),
            onPremises("Wildcard").tlsSenderCertificateName("*.contoso.com").build());

    assertThat(of("CONNECTOR_SHADOWED", List.of(tenant)))
        .singleElement()
        .hasToString(
            "WARNING CONNECTOR_SHADOWED contoso / Exact: It never wins: \"Wildcard\" takes"
                + " precedence for all that it matches.");
    assertThat(
            of(
                "CONNECTOR_SHADOWED",
                List.of(tenant.toBuilder().acceptedDomains("mail.contoso.com").build())))
        .isEmpty();
  }

  @Test
  void a_partner_connector_is_shadowed_by_a_restricting_one_of_the_same_senders() {
    assertThat(
            of(
                "CONNECTOR_SHADOWED",
                List.of(
                    contoso(
                        gateway("*"),
                        PartnerConnector.builder("Adatum")
                            .senderDomains("adatum.example")
                            .build()))))
        .extracting(LintFinding::place)
        .containsExactly("contoso / Adatum");
  }

  @Test
  void findings_come_by_place_and_then_by_severity() {
    Tenant tenant =
        contoso(
            byCertificate("*.contoso.com").withEnabled(false),
            onPremises("D")
                .tlsSenderCertificateName("mail.gateway.example")
                .senderIpAddresses("10.0.0.1")
                .build());

    assertThat(Linter.standard().findings(TenantDirectory.of(tenant)))
        .extracting(LintFinding::place, LintFinding::severity)
        .containsExactly(
            tuple("contoso", Severity.INFO),
            tuple("contoso / C", Severity.INFO),
            tuple("contoso / D", Severity.ERROR),
            tuple("contoso / D", Severity.WARNING));
  }

  @Test
  void the_order_of_tenants_changes_only_the_order_of_findings() {
    List<Tenant> tenants = new ArrayList<>();
    int number = 0;
    for (LintCase pair : LintCases.all()) {
      for (Tenant tenant : pair.fires()) {
        tenants.add(renamed(tenant, "t" + number++));
      }
    }
    List<LintFinding> before = Linter.standard().findings(TenantDirectory.of(tenants)).toList();
    Collections.reverse(tenants);

    assertThat(Linter.standard().findings(TenantDirectory.of(tenants)))
        .hasSizeGreaterThan(LintCases.all().size())
        .containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void a_finding_about_a_property_says_which() {
    Tenant tenant =
        Tenant.builder("contoso")
            .acceptedDomains("contoso.com")
            .inboundConnector(
                onPremises("Address")
                    .senderIpAddresses("81.173.212.44")
                    .restrictDomainsToCertificate(true)
                    .build())
            .inboundConnector(
                onPremises("Certificate")
                    .tlsSenderCertificateName("contoso.com")
                    .restrictDomainsToIpAddresses(true)
                    .build())
            .build();

    assertThat(of("RESTRICTION_WITHOUT_VALUES", List.of(tenant)))
        .extracting(LintFinding::place, LintFinding::subject)
        .containsExactly(
            tuple("contoso / Address", Optional.of("RestrictDomainsToCertificate")),
            tuple("contoso / Certificate", Optional.of("RestrictDomainsToIPAddresses")));
  }

  @Test
  void a_wildcard_names_the_gateways_that_it_reaches_and_those_that_it_lies_in() {
    assertThat(messages("WILDCARD_COVERS_GATEWAY", "*.outlook.com"))
        .singleElement(STRING)
        .startsWith(
            "*.outlook.com covers hosts that relay for many organizations,"
                + " mail.protection.outlook.com (Microsoft 365), so ");
    assertThat(messages("WILDCARD_COVERS_GATEWAY", "*.eu.pphosted.com")).hasSize(1);
    assertThat(messages("WILDCARD_COVERS_GATEWAY", "mx1.pphosted.com")).isEmpty();
  }

  @Test
  void a_gateway_of_ones_own_is_known_when_it_is_named() {
    TenantDirectory directory =
        TenantDirectory.of(contoso(byCertificate("*.relay.provider.example")));
    Linter linter =
        Linter.standard().withGateways(List.of(DomainName.parse("relay.provider.example")));

    assertThat(Linter.standard().findings(directory).map(LintFinding::id))
        .doesNotContain("WILDCARD_COVERS_GATEWAY");
    assertThat(linter.findings(directory).map(LintFinding::id)).contains("WILDCARD_COVERS_GATEWAY");
  }

  @Test
  void every_known_gateway_says_who_runs_it_and_where_that_is_published() {
    assertThat(KnownGateway.all())
        .hasSizeGreaterThan(15)
        .extracting(KnownGateway::domain, KnownGateway::network)
        .doesNotHaveDuplicates();
    assertThat(KnownGateway.all())
        .allSatisfy(
            gateway -> {
              assertThat(gateway.operator()).isNotBlank();
              assertThat(gateway.source()).isNotBlank();
            });
  }

  @Test
  void readings_decide_what_a_wildcard_covers_and_whether_domains_exclude_each_other() {
    TenantDirectory directory =
        TenantDirectory.of(
            contoso(
                byCertificate("*.contoso.com"),
                partner()
                    .senderDomains("fabrikam.com")
                    .associatedAcceptedDomains("contoso.com")
                    .build()),
            tenant("japan", "eu.jpn.contoso.com"));
    Readings other =
        Readings.defaults()
            .with("wildcardDepth", "SINGLE_LABEL")
            .with("associatedDomains", "RECIPIENT");

    assertThat(Linter.standard().findings(directory).map(LintFinding::id))
        .contains("WILDCARD_COVERS_OTHERS", "CONNECTOR_UNMATCHABLE");
    assertThat(Linter.standard().withReadings(other).findings(directory).map(LintFinding::id))
        .isNotEmpty()
        .doesNotContain("WILDCARD_COVERS_OTHERS", "CONNECTOR_UNMATCHABLE");
  }

  @Test
  void with_reject_direct_send_a_disabled_connector_tells_of_senders_that_no_other_lets_in() {
    InboundConnector disabled =
        onPremises("Printers")
            .senderIpAddresses("81.173.212.44", "81.173.212.50")
            .build()
            .withEnabled(false);
    InboundConnector partners =
        partner()
            .senderDomains("fabrikam.com")
            .senderIpAddresses("81.173.212.99")
            .build()
            .withEnabled(false);
    Tenant tenant =
        contoso(byAddress("81.173.212.48/28"), disabled, partners).toBuilder()
            .rejectDirectSend(true)
            .build();

    assertThat(of("DIRECT_SEND_WITHOUT_CONNECTOR", List.of(tenant)))
        .extracting(LintFinding::place, LintFinding::message)
        .containsExactly(
            tuple(
                "contoso / Printers",
                "RejectDirectSend is true and the connector is disabled, so what comes in the"
                    + " tenant's name from 81.173.212.44 is refused."));
    assertThat(
            of(
                "DIRECT_SEND_WITHOUT_CONNECTOR",
                List.of(tenant.toBuilder().rejectDirectSend(false).build())))
        .isEmpty();
  }

  private static List<String> messages(String rule, String certificateName) {
    return of(rule, List.of(contoso(byCertificate(certificateName)))).stream()
        .map(LintFinding::message)
        .toList();
  }

  private static Tenant renamed(Tenant tenant, String name) {
    Tenant.Builder copy = Tenant.builder(name).acceptedDomains(name + ".example");
    tenant.inboundConnectors().forEach(copy::inboundConnector);
    return copy.rejectDirectSend(tenant.rejectDirectSend()).build();
  }

  private static List<LintFinding> of(String rule, Collection<Tenant> tenants) {
    return KNOWING
        .findings(TenantDirectory.of(tenants))
        .filter(finding -> finding.id().equals(rule))
        .toList();
  }
}
