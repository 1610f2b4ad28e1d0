package org.exoattribution.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.exoattribution.testkit.scenario.Texts.CONNECTION;
import static org.exoattribution.testkit.scenario.Texts.TENANTS;
import static org.exoattribution.testkit.scenario.Texts.connection;
import static org.exoattribution.testkit.scenario.Texts.read;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.Readings;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.pki.SyntheticPki;
import org.exoattribution.testkit.source.ScenarioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
  private static final String ONE_CONNECTION = "connections: [{ " + CONNECTION + " }]\n";

  private static SimulatedConnection first(Scenario scenario) {
    return scenario.connections().get(0).transaction().connections().get(0);
  }

  private static ScenarioOverrides overrides(
      Optional<RuleSet> rules, Map<String, String> readings, Optional<Instant> at) {
    return new ScenarioOverrides(Optional.empty(), rules, readings, at, false);
  }

  @Test
  void every_key_of_a_connection_is_read() {
    SimulatedConnection connection =
        first(
            read(
                TENANTS
                    + """
                    connections:
                      - name: relay
                        sourceIp: 2001:db8::1
                        ehlo: mx01.contoso.com
                        tls: true
                        mailFrom: "<>"
                        headerFrom: anna@Contoso.com
                        rcptTo: someone@example.net
                        at: "2026-11-02T00:00:00Z"
                    """));

    assertThat(connection)
        .isEqualTo(
            SimulatedConnection.builder()
                .sourceIp(IpAddress.parse("2001:db8::1"))
                .ehlo("mx01.contoso.com")
                .tls(true)
                .mailFrom(ReversePath.NULL)
                .headerFrom("contoso.com")
                .rcptTo(ForwardPath.parse("someone@example.net"))
                .at(Instant.parse("2026-11-02T00:00:00Z"))
                .build());
  }

  @Test
  void tls_is_as_given_or_as_the_certificate_implies() {
    assertThat(connection("ehlo: x").transaction().connections().get(0).tls()).isFalse();
    assertThat(connection("tls: true").transaction().connections().get(0).tls()).isTrue();
    assertThat(
            connection("certificate: { commonName: gw.contoso.com }")
                .transaction()
                .connections()
                .get(0)
                .tls())
        .isTrue();
    assertThat(
            connection("tls: false, certificate: { commonName: gw.contoso.com }")
                .transaction()
                .connections()
                .get(0)
                .tls())
        .isFalse();
  }

  @Test
  void null_leaves_an_optional_key_out() {
    ScenarioConnection connection = connection("name: ~, ehlo: null, certificate: null, at: null");

    assertThat(connection.name()).isEqualTo("1");
    assertThat(connection.transaction().connections().get(0).presentedCertificate()).isEmpty();
  }

  @Test
  void connections_are_named_by_their_number_and_know_their_line() {
    Scenario scenario =
        read(
            TENANTS
                + "connections:\n  - { name: first, "
                + CONNECTION
                + " }\n  - { "
                + CONNECTION
                + " }\n  - { name: 365, "
                + CONNECTION
                + " }\n");

    assertThat(scenario.connections())
        .extracting(ScenarioConnection::name)
        .containsExactly("first", "2", "365");
    assertThat(scenario.connections().get(1).location()).hasToString("scenario.yaml:4");
  }

  @Test
  void several_recipients_keep_their_order_and_their_expectations() {
    ScenarioConnection connection =
        read(TENANTS
                + """
                connections:
                  - sourceIp: 192.0.2.1
                    mailFrom: contoso.com
                    rcptTo: [b@fabrikam.com, a@contoso.com]
                    expect:
                      - verdict: rejected
                      - verdict: incoming
                """)
            .connections()
            .get(0);

    assertThat(connection.transaction().connections())
        .extracting(c -> c.rcptTo().toString())
        .containsExactly("b@fabrikam.com", "a@contoso.com");
    assertThat(connection.expectations())
        .extracting(expectation -> expectation.location().line())
        .containsExactly(7, 8);
  }

  @Test
  void a_list_of_one_recipient_takes_one_expectation_or_a_list_of_one() {
    String recipients =
        "connections: [{ sourceIp: 192.0.2.1, mailFrom: a.example, rcptTo: [b.example]";

    assertThat(read(TENANTS + recipients + ", expect: { verdict: rejected } }]").connections())
        .singleElement()
        .satisfies(c -> assertThat(c.expectations()).hasSize(1));
    assertThat(read(TENANTS + recipients + ", expect: [{ verdict: rejected }] }]").connections())
        .singleElement()
        .satisfies(c -> assertThat(c.expectations()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "'', V2025, 2026-01-01T00:00:00Z",
    "rules: current, V2025, 2026-01-01T00:00:00Z",
    "rules: 2025, V2025, 2026-01-01T00:00:00Z",
    "rules: '2023', V2023, 2023-11-01T00:00:00Z",
    "rules: 2017, V2017, 2017-07-05T00:00:00Z",
    "rules: 2017-12-07, V2017, 2017-07-05T00:00:00Z",
    "rules: 2016, V2016, 2016-01-01T00:00:00Z",
    "at: 2026-11-01T00:00:00Z, V2025, 2026-11-01T00:00:00Z",
    "'at: \"2026-11-01T01:00:00+01:00\"', V2025, 2026-11-01T00:00:00Z"
  })
  void rules_and_instant_have_their_defaults(String line, RuleSet ruleSet, Instant at) {
    Scenario scenario = read(TENANTS + line + "\n" + ONE_CONNECTION);

    assertThat(scenario.ruleSet()).isEqualTo(ruleSet);
    assertThat(first(scenario).at()).isEqualTo(at);
  }

  @Test
  void readings_are_the_defaults_but_for_those_given() {
    assertThat(read(TENANTS + ONE_CONNECTION).readings()).isEqualTo(Readings.defaults());
    assertThat(
            read(TENANTS + "readings: { wildcardDepth: SINGLE_LABEL }\n" + ONE_CONNECTION)
                .readings())
        .isEqualTo(Readings.defaults().with("wildcardDepth", "SINGLE_LABEL"));
  }

  @Test
  void json_is_read_as_yaml_is() {
    String json =
        "{\n"
            + "\t\"tenants\": [ { \"name\": \"contoso\", \"acceptedDomains\": [\n"
            + "\t\t\"contoso.com\" ] } ],\n"
            + "\t\"rules\": 2017,\n"
            + "\t\"connections\": [ { \"sourceIp\": \"192.0.2.1\", \"mailFrom\": \"<>\","
            + " \"rcptTo\": [ \"contoso.com\" ], \"name\": null } ] }";

    assertThat(first(read(json)).mailFrom()).isEqualTo(ReversePath.NULL);
    assertThat(read(json).ruleSet()).isEqualTo(RuleSet.V2017);
  }

  @Test
  void a_byte_order_mark_and_utf_16_make_no_difference(@TempDir Path folder) throws Exception {
    String text = "\uFEFF" + TENANTS.replace("contoso.com", "bücher.example") + ONE_CONNECTION;
    Path utf8 = Files.writeString(folder.resolve("utf8.yaml"), text);
    Path utf16 = Files.write(folder.resolve("16.yaml"), text.getBytes(StandardCharsets.UTF_16LE));
    Path bare =
        Files.write(
            folder.resolve("bare.yaml"), text.substring(1).getBytes(StandardCharsets.UTF_16BE));
    ScenarioReader reader = new ScenarioReader(ScenarioOverrides.none());

    assertThat(reader.read(utf8).directory())
        .isEqualTo(reader.read(utf16).directory())
        .isEqualTo(reader.read(bare).directory());
    assertThat(reader.read(utf8).directory().tenants())
        .singleElement()
        .satisfies(t -> assertThat(t.accepts(DomainName.parse("bücher.example"))).isTrue());
  }

  @Test
  void tenants_from_elsewhere_are_relative_to_the_file(@TempDir Path folder) throws Exception {
    Path scenarios = Files.createDirectory(folder.resolve("scenarios"));
    Files.writeString(folder.resolve("tenants.yaml"), TENANTS);
    Path file = scenarios.resolve("a.yaml");
    Files.writeString(file, "tenantsFrom: ../tenants.yaml\n" + ONE_CONNECTION);

    assertThat(new ScenarioReader(ScenarioOverrides.none()).read(file).directory().tenants())
        .extracting(Tenant::name)
        .containsExactly("contoso");

    Files.writeString(folder.resolve("tenants.yaml"), "tenants: [{ nam: contoso }]\n");
    assertThatThrownBy(() -> new ScenarioReader(ScenarioOverrides.none()).read(file))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            scenarios
                + "/../tenants.yaml:1: \"nam\" is not a key of a tenant: did you mean \"name\"?");
  }

  @Test
  void overrides_replace_what_the_file_says(@TempDir Path folder) throws Exception {
    Path other =
        Files.writeString(
            folder.resolve("other.yaml"), "tenants: [{ name: fabrikam, acceptedDomains: [] }]\n");
    String text =
        TENANTS
            + "rules: 2023\nreadings: { wildcardDepth: SINGLE_LABEL, keyUsage: ANY }\n"
            + "connections: [{ "
            + CONNECTION
            + ", at: 2020-01-01T00:00:00Z }]\n";
    Instant at = Instant.parse("2018-02-03T00:00:00Z");

    Scenario scenario =
        read(
            text,
            new ScenarioOverrides(
                ScenarioOverrides.ofTenants(other).tenants(),
                Optional.of(RuleSet.V2017),
                Map.of("keyUsage", "SERVER_AUTH"),
                Optional.of(at),
                false));

    assertThat(scenario.directory().tenants()).extracting(Tenant::name).containsExactly("fabrikam");
    assertThat(scenario.ruleSet()).isEqualTo(RuleSet.V2017);
    assertThat(scenario.readings())
        .isEqualTo(
            Readings.defaults()
                .with("wildcardDepth", "SINGLE_LABEL")
                .with("keyUsage", "SERVER_AUTH"));
    assertThat(first(scenario).at()).isEqualTo(at);
  }

  @Test
  void an_overriding_rule_set_brings_its_own_first_instant() {
    assertThat(
            first(
                    read(
                        TENANTS + "rules: 2023\n" + ONE_CONNECTION,
                        overrides(Optional.of(RuleSet.V2017), Map.of(), Optional.empty())))
                .at())
        .isEqualTo(RuleSet.V2017.firstInstant());
  }

  @Test
  void an_override_of_no_reading_is_refused_before_anything_is_read() {
    assertThatThrownBy(
            () ->
                new ScenarioReader(
                    overrides(Optional.empty(), Map.of("wildcard", "ALL"), Optional.empty())))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("\"wildcard\" is not a reading: expected wildcardDepth");
  }

  @Test
  void tenants_in_the_file_are_not_needed_if_overridden(@TempDir Path folder) throws Exception {
    Path tenants = Files.writeString(folder.resolve("tenants.yaml"), TENANTS);

    assertThat(read(ONE_CONNECTION, ScenarioOverrides.ofTenants(tenants)).directory().tenants())
        .hasSize(1);
  }

  @Test
  void the_root_of_synthetic_certificates_is_always_trusted_and_the_jdk_where_it_is_named() {
    assertThat(read(TENANTS + ONE_CONNECTION).trustAnchors().certificates())
        .isEqualTo(SyntheticPki.shared().trustAnchors());
    assertThat(read(TENANTS + "trustAnchors: jdk\n" + ONE_CONNECTION).trustAnchors().certificates())
        .hasSizeGreaterThan(20)
        .containsAll(SyntheticPki.shared().trustAnchors());
  }
}
