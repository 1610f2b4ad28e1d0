package org.exoattribution.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.exoattribution.testkit.scenario.ConnectionLines.Line;
import org.exoattribution.testkit.source.ScenarioException;
import org.exoattribution.testkit.source.SourceLocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the quick reader of lines takes is what the general one would have said. */
class OrdinaryLinesTest {
  private static final String PLAIN =
      "{'sourceIp':'192.0.2.1','mailFrom':'anna@contoso.com','rcptTo':'bob@fabrikam.com'}";

  private final ConnectionParser parser =
      new ConnectionParser(
          Instant.parse("2026-01-01T00:00:00Z"),
          true,
          Optional.empty(),
          new CertificateParser(Path.of("")));

  private static Line line(String text) {
    return new Line(new SourceLocation("log.jsonl", 7), 5, text.replace('\'', '"'));
  }

  private String outcome(String text) {
    try {
      ScenarioConnection read = parser.parse(line(text));
      return read.name() + " " + read.location() + " " + read.transaction();
    } catch (ScenarioException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** The same for any reader but the quick one, which knows no lists. */
  private static String listed(String text) {
    return text.replace("'bob@fabrikam.com'", "['bob@fabrikam.com']");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",'name':'mail 1'",
        ",'ehlo':'mx.contoso.com','tls':true",
        " , 'tls' : false , 'headerFrom' : 'anna@contoso.com' ",
        ",'certificate':{'commonName':'mail.contoso.com'}",
        ",'at':'2026-02-01T10:00:00+01:00','certificate': {'commonName': 'mail.contoso.com'}",
        ",'forest':'eurprd04'",
        ",'name':'\u00fc'",
        ",'name':'\\u00fc {'",
        ",'certificate':{'commonName':'a}b'}",
        ",'certificate':{'commonName':'a\u00fcb'},'name':'c'"
      })
  void an_ordinary_line_is_read_as_any_line_is(String more) {
    String text = PLAIN.replace("}", more + "}");

    assertThat(new OrdinaryLines(parser).read(line(text))).isPresent();
    assertThat(new OrdinaryLines(parser).read(line(text + "\r"))).isPresent();
    assertThat(new OrdinaryLines(parser).read(line(listed(text)))).isEmpty();
    assertThat(outcome(text)).contains(" log.jsonl:7 [from 192.0.2.1");
    assertThat(outcome(text)).isEqualTo(outcome(listed(text))).isEqualTo(outcome(text + "\r"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",'ehlo':true",
        ",'ehlo':{'a':'b'}",
        ",'ehlo':17",
        ",'ehlo':null",
        ",'tls':'true'",
        ",'tls':trueish",
        ",'tls':{}",
        ",'certificate':'mail.contoso.com'",
        ",'certificate':{}",
        ",'certificate':{'commonName':'a{b','issuer':{'a':'b'}}",
        ",'certificate':{'pem':'none.pem'}",
        ",'certificate':{'commonName':'mail.contoso.com','isuer':'trusted'}",
        ",'name':'a','name':'b'",
        ",'nmae':'a'",
        ",'expect':'a'",
        ",'at':'yesterday'",
        ",'forest':'no forest'",
        ",'headerFrom':'@'",
        ",'name':'a\tb'",
        ",'name':'a",
        ",",
        "} {",
        ",'name'"
      })
  void what_is_unusual_or_wrong_is_judged_by_the_general_reader(String more) {
    String text = PLAIN.replace("}", more + "}");

    assertThat(new OrdinaryLines(parser).read(line(text))).isEmpty();
    assertThat(outcome(text)).isEqualTo(outcome(listed(text)));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 2_000})
  void a_long_line_is_read_too_and_not_remembered(int letters) {
    String text = PLAIN.replace("anna", "a".repeat(letters));

    assertThat(new OrdinaryLines(parser).read(line(text)).isPresent()).isEqualTo(letters < 1_000);
    assertThat(outcome(text)).isEqualTo(outcome(listed(text)));
  }
}
