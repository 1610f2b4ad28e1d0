package org.exoattribution.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.exoattribution.testkit.export.TenantsReader;
import org.exoattribution.testkit.scenario.ScenarioOverrides;
import org.exoattribution.testkit.scenario.ScenarioReader;
import org.exoattribution.testkit.source.ScenarioException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas say of files what the readers say of them. */
class SchemaTest {
  private static final String TENANT = "tenants: [{name: contoso, acceptedDomains: [contoso.com]";
  private static final String TENANTS = TENANT + "}]\n";
  private static final String CONNECTION =
      "connections: [{sourceIp: 192.0.2.1, mailFrom: a.example, rcptTo: contoso.com";

  @ParameterizedTest
  @EnumSource(Schema.class)
  void a_schema_is_one_of_draft_2020_12(Schema schema) {
    assertThat(Validation.ofSchema(schema)).isEmpty();
  }

  static Stream<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void a_shipped_scenario_is_valid_and_so_are_its_tenants(Path file) throws IOException {
    String text = Files.readString(file);

    assertThat(Validation.errors(Schema.SCENARIO, text)).isEmpty();
    assertThat(Validation.errors(Schema.TENANTS, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TENANTS + CONNECTION + "}]",
        TENANTS + "at: now\nrules: 2016\n" + CONNECTION + ", tls: true, ehlo: null}]",
        TENANTS + "rules: 2024-05-01\nreadings: {badCertificate: REFUSE}\n" + CONNECTION + "}]",
        TENANTS + CONNECTION + ", certificate: {subjectAltNames: mail.a.example}}]",
        TENANTS + CONNECTION + ", expect: {connector: null, findings: [FOREIGN_SENDER]}}]",
        TENANTS + CONNECTION + ", name: 7, expect: [{verdict: incoming}]}]",
        TENANT + ", mailEnabled: false, tenantId: 1, forest: EURPRD04}]\n" + CONNECTION + "}]",
        "tenants: [{name: a, inboundConnectors: [{Name: C, ConnectorType: Partner, Enabled: 'True',"
            + " SenderDomains: 'smtp:*;1', Whatever: 1}]}]\n"
            + CONNECTION
            + "}]"
      })
  void what_the_schema_accepts_the_reader_accepts(String scenario) {
    assertThat(Validation.errors(Schema.SCENARIO, scenario)).isEmpty();
    assertThat(read(scenario)).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        TENANTS,
        CONNECTION + "}]",
        TENANTS + "tenantsFrom: x\n" + CONNECTION + "}]",
        TENANTS + "rule: 2016\n" + CONNECTION + "}]",
        TENANTS + "at: yesterday\n" + CONNECTION + "}]",
        TENANTS + "rules: [2016]\n" + CONNECTION + "}]",
        TENANTS + "readings: {badCertificates: REFUSE}\n" + CONNECTION + "}]",
        TENANTS + "readings: {badCertificate: REFUSED}\n" + CONNECTION + "}]",
        TENANTS + "connections: []",
        TENANTS + "connections: [{sourceIp: 192.0.2.1, mailFrom: a.example}]",
        TENANTS + CONNECTION + ", tls: 'true'}]",
        TENANTS + CONNECTION + ", Tls: true}]",
        TENANTS + CONNECTION + ", certificate: {}}]",
        TENANTS + CONNECTION + ", certificate: {issuer: trusted}}]",
        TENANTS + CONNECTION + ", certificate: {commonName: a.example, issuer: Trusted}}]",
        TENANTS + CONNECTION + ", certificate: {commonName: a.example, pem: a.pem}}]",
        TENANTS + CONNECTION + ", certificate: {crl: a.crl}}]",
        TENANTS + CONNECTION + ", expect: {}}]",
        TENANTS + CONNECTION + ", expect: {verdict: Incoming}}]",
        TENANTS + CONNECTION + ", expect: {verdict: null}}]",
        TENANTS + CONNECTION + ", expect: {stages: ip}}]",
        TENANTS + CONNECTION + ", expect: {findings: [FOREIGN]}}]",
        TENANT + ", mailenabled: false}]\n" + CONNECTION + "}]",
        TENANT + ", mailEnabled: 'no'}]\n" + CONNECTION + "}]",
        "tenants: [{acceptedDomains: [contoso.com]}]\n" + CONNECTION + "}]",
        "tenants: []\n" + CONNECTION + "}]",
        "tenants: [{name: a, inboundConnectors: [{ConnectorType: Partner}]}]\n" + CONNECTION + "}]",
        "tenants: [{name: a, inboundConnectors: [{Name: C, ConnectorType: 1}]}]\n"
            + CONNECTION
            + "}]",
        "tenants: [{name: a, inboundConnectors: [{Name: C, ConnectorType: Partner, Enabled: no}]}]"
            + "\n"
            + CONNECTION
            + "}]",
        "tenants: [{name: a, acceptedDomains: [{DomainType: Authoritative}]}]\n" + CONNECTION + "}]"
      })
  void what_the_schema_refuses_the_reader_refuses(String scenario) {
    assertThat(Validation.errors(Schema.SCENARIO, scenario)).isNotEmpty();
    assertThatThrownBy(() -> read(scenario)).isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"connections: []", "tenant: []", "tenants: []", "tenants: [{nam: a}]"})
  void what_the_schema_of_tenants_refuses_their_reader_refuses(String file) {
    assertThat(Validation.errors(Schema.TENANTS, file)).isNotEmpty();
    assertThatThrownBy(
            () -> TenantsReader.read(Path.of("a.yaml"), file.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ScenarioException.class);
  }

  private static int read(String scenario) {
    return new ScenarioReader(ScenarioOverrides.none())
        .read(
            "a.yaml",
            new ByteArrayInputStream(scenario.getBytes(StandardCharsets.UTF_8)),
            Path.of(""))
        .connections()
        .size();
  }
}
