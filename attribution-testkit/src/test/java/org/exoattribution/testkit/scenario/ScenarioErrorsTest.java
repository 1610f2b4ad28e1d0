package org.exoattribution.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.exoattribution.testkit.scenario.Texts.CONNECTION;
import static org.exoattribution.testkit.scenario.Texts.TENANTS;
import static org.exoattribution.testkit.scenario.Texts.refusal;
import static org.exoattribution.testkit.scenario.Texts.withConnection;

import java.nio.file.Files;
import java.nio.file.Path;
import org.exoattribution.testkit.source.ScenarioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every fault of a scenario file is one line that names file, line, what was given, what is
 * expected.
 */
class ScenarioErrorsTest {
  @Test
  void an_unknown_key_is_refused_with_the_nearest_one() {
    assertThat(refusal(TENANTS + "conections: []\n"))
        .isEqualTo(
            "scenario.yaml:2: \"conections\" is not a key of a scenario: did you mean"
                + " \"connections\"?");
    assertThat(refusal(withConnection("rcptto: x")))
        .isEqualTo(
            "scenario.yaml:3: \"rcptto\" is not a key of a connection: did you mean \"rcptTo\"?");
    assertThat(refusal(withConnection("source: KB3169958")))
        .isEqualTo(
            "scenario.yaml:3: \"source\" is not a key of a connection: did you mean \"sourceIp\"?");
    assertThat(refusal(withConnection("presentedAt: x")))
        .startsWith(
            "scenario.yaml:3: \"presentedAt\" is not a key of a connection: expected one of")
        .contains("; the nearest is \"");
    assertThat(refusal(withConnection("certificate: { comonName: gw.contoso.com }")))
        .endsWith("\"comonName\" is not a key of a certificate: did you mean \"commonName\"?");
    assertThat(refusal(withConnection("expect: { Verdict: originating }")))
        .endsWith("\"Verdict\" is not a key of expect: did you mean \"verdict\"?");
    assertThat(refusal("tenants: [{ name: a, acceptedDomain: [] }]\n"))
        .endsWith("\"acceptedDomain\" is not a key of a tenant: did you mean \"acceptedDomains\"?");
    assertThat(refusal("readings: { wildcardDept: SINGLE_LABEL }\n"))
        .endsWith("\"wildcardDept\" is not a key of readings: did you mean \"wildcardDepth\"?");
  }

  @Test
  void half_a_character_and_a_path_that_no_system_has_are_refused_with_their_line() {
    assertThat(refusal(withConnection("certificate: { commonName: \"\\ud800\" }")))
        .startsWith("scenario.yaml:3: commonName is ")
        .endsWith(": expected a text");
    assertThat(refusal(withConnection("certificate: { pem: \"a\\0b.pem\" }")))
        .startsWith("scenario.yaml:3: pem is ")
        .contains("expected a path of characters that this system has in file names");
    assertThat(refusal("tenantsFrom: \"a\\0b.yaml\"\nconnections: []\n"))
        .contains("tenantsFrom is ", "expected a path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-06-30T23:59:60Z",
        "2026-06-30T24:00:00Z",
        "2026-06-30T24:00:00.0Z",
        "2026-06-30T24:00:00+02:00",
        "2026-07-01T01:59:60+02:00",
        "2026-06-30T21:59:60.5-02:00",
      })
  void a_time_that_Java_would_round_is_refused(String at) {
    assertThat(refusal(withConnection("at: \"" + at + "\"")))
        .startsWith("scenario.yaml:3: at is ")
        .contains("expected an instant of the years 1951 to 9997");
  }

  @Test
  void the_line_is_that_of_the_key() {
    assertThat(refusal(TENANTS + "connections:\n  - sourceIp: 192.0.2.1\n    mailfrom: x\n"))
        .startsWith("scenario.yaml:4: ");
  }

  @ParameterizedTest
  @CsvSource({"sourceIp", "mailFrom", "rcptTo"})
  void a_missing_required_key_is_refused(String key) {
    String connection = (CONNECTION + ", ").replaceFirst(key + ": [^,]*, ", "");

    assertThat(refusal(TENANTS + "connections:\n  - { " + connection + "name: x }\n"))
        .startsWith("scenario.yaml:3: \"" + key + "\" is missing in a connection: expected an");
  }

  @Test
  void a_required_key_without_value_is_refused() {
    assertThat(refusal(TENANTS + "connections:\n"))
        .isEqualTo(
            "scenario.yaml:2: connections is null: expected a list of at least one connection");
  }

  @Test
  void a_key_given_twice_is_refused_with_both_lines() {
    assertThat(refusal("at: 2026-01-01T00:00:00Z\n" + TENANTS + "at: 2026-01-02T00:00:00Z\n"))
        .isEqualTo(
            "scenario.yaml:3: \"at\" is given twice in a scenario, first in line 1: expected it"
                + " once");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tls: 'yes' | tls is \"yes\": expected true or false",
        "tls: [true] | tls is a list: expected true or false",
        "ehlo: { a: b } | ehlo is an object: expected a text",
        "name: true | name is \"true\": expected a text",
        "at: yesterday | at is \"yesterday\": expected an instant of the years 1951 to 9997, such"
            + " as 2026-11-01T00:00:00Z",
        "at: +12026-11-01T00:00:00Z | at is \"+12026-11-01T00:00:00Z\": expected an instant of the"
            + " years 1951 to 9997, such as 2026-11-01T00:00:00Z",
        "certificate: gw.pem | \"gw.pem\" is not a certificate: expected an object with keys such"
            + " as commonName, subjectAltNames, issuer, chain",
        "certificate: { commonName: [a] } | commonName is a list: expected a text",
        "certificate: { commonName: a, issuer: self_signed } | issuer cannot be \"self_signed\":"
            + " did you mean \"self-signed\"?",
        "certificate: { commonName: a, chain: leaf } | chain cannot be \"leaf\": expected one of"
            + " complete, leaf-only; the nearest is \"leaf-only\"",
        "certificate: { commonName: a, revocation: revokd } | revocation cannot be \"revokd\": did"
            + " you mean \"revoked\"?",
        "certificate: { commonName: a, pem: gw.pem } | \"pem\" and \"commonName\" in one"
            + " certificate: expected either files or a description",
        "certificate: { crl: a.crl } | \"pem\" is missing in a certificate: expected a file with"
            + " the chain",
        "certificate: { issuer: trusted } | a certificate without names: expected \"commonName\""
            + " or \"subjectAltNames\"",
        "expect: originating | \"originating\" is not expect: expected an object with keys such as"
            + " verdict, tenant, connector, stage",
        "expect: {} | expect compares nothing: expected at least one of verdict, tenant, connector,"
            + " stage, basis, reason, reply, findings",
        "expect: | null is not expect: expected an object with keys such as verdict, tenant,"
            + " connector, stage",
        "expect: [] | expect is a list of 0 for 1 recipient: expected an object",
        "expect: { verdict: orginating } | verdict cannot be \"orginating\": did you mean"
            + " \"originating\"?",
        "expect: { verdict: Originating } | verdict cannot be \"Originating\": did you mean"
            + " \"originating\"?",
        "expect: { verdict: null } | verdict is null: expected a text",
        "expect: { stage: certifcate } | stage cannot be \"certifcate\": did you mean"
            + " \"certificate\"?",
        "expect: { basis: mailfrom } | basis cannot be \"mailfrom\": did you mean \"mail-from\"?",
        "expect: { reason: NO_CONNECTOR_MATCH } | reason cannot be \"NO_CONNECTOR_MATCH\": did you"
            + " mean \"NO_CONNECTOR_MATCHED\"?",
        "expect: { findings: [SHARED_IPS] } | findings cannot be \"SHARED_IPS\": did you mean"
            + " \"SHARED_IP\"?",
        "expect: { findings: SHARED_IP } | findings is \"SHARED_IP\": expected a list of findings",
        "expect: { reply: '' } | reply is \"\": expected a text, or null to assert that there is"
            + " none"
      })
  void a_wrong_value_of_a_connection_is_refused(String keys, String problem) {
    assertThat(refusal(withConnection(keys))).isEqualTo("scenario.yaml:3: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sourceIp: 192.0.2.256, mailFrom: a.example, rcptTo: b.example | sourceIp:"
            + " \"192.0.2.256\" is not an IP address",
        "sourceIp: 192.0.2.1, mailFrom: a@b@c, rcptTo: b.example | mailFrom: \"a@b@c\" is not a"
            + " reverse-path",
        "sourceIp: 192.0.2.1, mailFrom: a.example, rcptTo: [b.example, '<>'] | rcptTo: \"<>\" is"
            + " not a forward-path",
        "sourceIp: 192.0.2.1, mailFrom: a.example, rcptTo: b.example, headerFrom: '@' |"
            + " headerFrom: \"@\" is not a header-from",
        "sourceIp: 192.0.2.1, mailFrom: a.example, rcptTo: [] | rcptTo is an empty list"
      })
  void what_the_model_refuses_has_its_line(String keys, String problem) {
    assertThat(refusal(TENANTS + "connections:\n  - { " + keys + " }\n"))
        .startsWith("scenario.yaml:3: " + problem)
        .contains(": expected ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules: 2018 | rules: \"2018\" is not a rule set: expected 2016",
        "readings: { revocation: REQUIRED } | revocation cannot be \"REQUIRED\": expected one of"
            + " REQUIRE_STATUS, REJECT_REVOKED, NOT_CHECKED; the nearest is \"REQUIRE_STATUS\"",
        "readings: SINGLE_LABEL | \"SINGLE_LABEL\" is not readings: expected an object",
        "tenantsFrom: elsewhere | both \"tenants\" and \"tenantsFrom\" are given: expected one",
        "connections: {} | connections is an object: expected a list of at least one connection",
        "connections: [] | connections is an empty list: expected a list of at least one"
            + " connection",
        "connections: [192.0.2.1] | \"192.0.2.1\" is not a connection: expected an object with",
        "trustAnchors: [jdk] | trustAnchors is a list: expected a text"
      })
  void a_wrong_value_of_the_scenario_is_refused(String line, String problem) {
    String connections =
        line.startsWith("connections") ? "" : "connections: [{ " + CONNECTION + " }]\n";

    assertThat(refusal(TENANTS + line + "\n" + connections))
        .startsWith("scenario.yaml:2: " + problem);
  }

  @Test
  void as_many_expectations_as_recipients_are_needed() {
    String connection =
        "sourceIp: 192.0.2.1, mailFrom: a.example, rcptTo: [b.example, c.example], ";

    assertThat(
            refusal(
                TENANTS
                    + "connections:\n  - { "
                    + connection
                    + "expect: [{ verdict: rejected }] }\n"))
        .isEqualTo(
            "scenario.yaml:3: expect is a list of 1 for 2 recipients: expected a list of 2, in"
                + " their order");
    assertThat(
            refusal(
                TENANTS
                    + "connections:\n  - { "
                    + connection
                    + "expect: { verdict: rejected } }\n"))
        .isEqualTo(
            "scenario.yaml:3: expect is an object for 2 recipients: expected a list of 2, in their"
                + " order");
  }

  @Test
  void a_scenario_without_connections_is_no_pass() {
    assertThat(refusal(TENANTS))
        .isEqualTo(
            "scenario.yaml:1: \"connections\" is missing in a scenario: expected a list of at least"
                + " one connection");
  }

  @Test
  void a_scenario_without_tenants_is_refused() {
    assertThat(refusal("connections: [{ " + CONNECTION + " }]\n"))
        .isEqualTo(
            "scenario.yaml:1: \"tenants\" is missing in a scenario: expected \"tenants\" or"
                + " \"tenantsFrom\"");
  }

  @Test
  void an_empty_file_is_refused() {
    assertThat(refusal("")).isEqualTo("scenario.yaml: is empty: expected a scenario");
    assertThat(refusal("# nothing yet\n"))
        .isEqualTo("scenario.yaml: is empty: expected a scenario");
  }

  @Test
  void prose_is_refused() {
    assertThat(refusal("Dear all,\nplease find enclosed\n"))
        .isEqualTo(
            "scenario.yaml:1: \"Dear all, please find enclosed\" is not a scenario: expected an"
                + " object with keys such as tenants, tenantsFrom, at, rules");
  }

  @Test
  void bytes_that_are_no_text_are_refused(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("zip.yaml"), new byte[] {'P', 'K', (byte) 0xC3, 0x28});

    assertThatThrownBy(() -> new ScenarioReader(ScenarioOverrides.none()).read(file))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(file + ": is not text: expected UTF-8 or UTF-16");
  }

  @Test
  void a_file_that_is_not_there_and_a_folder_are_refused(@TempDir Path folder) {
    ScenarioReader reader = new ScenarioReader(ScenarioOverrides.none());

    assertThatThrownBy(() -> reader.read(Path.of("no-such.yaml")))
        .isInstanceOf(ScenarioException.class)
        .hasMessage("no-such.yaml: there is no such file");
    assertThatThrownBy(() -> reader.read(folder))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(folder + ": is a folder: expected a file");
  }
}
