package org.exoattribution.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.testkit.export.ImportReport.Severity;
import org.exoattribution.testkit.source.ScenarioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Export-Clixml writes. */
class ClixmlTest {
  private static final String START =
      "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\n";

  /** The connectors in a document, which lacks nothing. */
  private static List<InboundConnector> connectors(String document) {
    ImportLog log = ImportLog.forExports();
    RecordReader reader = new RecordReader(log, true);
    List<InboundConnector> connectors =
        CmdletRecord.entriesOf(Clixml.parse("c.xml", document)).stream()
            .flatMap(record -> reader.inboundConnector(record).stream())
            .toList();
    assertThat(log.report().entries(Severity.INCOMPLETE)).isEmpty();
    return connectors;
  }

  @Test
  void objects_of_a_remote_session_are_what_is_printed_of_them() {
    assertThat(
            connectors(
                START
                    + """
                      <Obj RefId="0">
                        <TN RefId="0">
                          <T>Deserialized.Microsoft.Exchange.Data.TenantInboundConnector</T>
                        </TN>
                        <ToString>Relay</ToString>
                        <Props>
                          <S N="Name">Relay</S>
                          <Obj N="ConnectorType" RefId="1">
                            <TN RefId="1"><T>TenantConnectorType</T><T>System.Enum</T></TN>
                            <ToString>OnPremises</ToString>
                            <I32>1</I32>
                          </Obj>
                          <Obj N="SenderIPAddresses" RefId="2">
                            <TN RefId="2"><T>Deserialized.MultiValuedProperty`1</T></TN>
                            <LST>
                              <Obj RefId="3">
                                <TN RefId="3"><T>Deserialized.Microsoft.Exchange.Data.IPRange</T></TN>
                                <ToString>192.0.2.0/25</ToString>
                                <Props><I64 N="Size">128</I64><S N="Expression">192.0.2.0/25</S></Props>
                              </Obj>
                              <S>198.51.100.7</S>
                            </LST>
                          </Obj>
                          <Obj N="SenderDomains" RefId="4">
                            <TNRef RefId="2" />
                            <LST>
                              <Obj RefId="5">
                                <ToString>smtp:*.contoso.com;1</ToString>
                                <Props><S N="Domain">contoso.com</S><I32 N="Cost">1</I32></Props>
                              </Obj>
                            </LST>
                          </Obj>
                          <Obj N="AssociatedAcceptedDomains" RefId="6"><TNRef RefId="2" /><LST /></Obj>
                          <Nil N="TlsSenderCertificateName" />
                          <B N="Enabled">false</B>
                          <S N="Comment">one_x000A_two</S>
                          <New N="Later"><Part>1</Part></New>
                          <DT N="WhenCreated">2026-03-03T01:15:12+00:00</DT>
                        </Props>
                        <MS><S N="PSComputerName">outlook.office365.com</S></MS>
                      </Obj>
                    </Objs>
                    """))
        .containsExactly(
            OnPremisesConnector.builder("Relay")
                .senderIpAddresses("192.0.2.0/25", "198.51.100.7")
                .senderDomains("*.contoso.com")
                .enabled(false)
                .otherProperty("Comment", "one two")
                .otherProperty("WhenCreated", "2026-03-03T01:15:12+00:00")
                .build());
  }

  @Test
  void properties_that_were_added_and_repeated_objects_are_read() {
    assertThat(
            connectors(
                START
                    + """
                    <Obj RefId="0"><TN RefId="0"><T>System.Object[]</T></TN><LST>
                      <Obj RefId="1"><MS>
                        <S N="Name">A</S><S N="ConnectorType">OnPremises</S>
                        <Obj N="SenderIPAddresses" RefId="2"><LST><S>192.0.2.1</S></LST></Obj>
                      </MS></Obj>
                      <Obj RefId="3"><MS>
                        <S N="Name">B &amp; C</S><S N="ConnectorType">OnPremises</S>
                        <Ref N="SenderIPAddresses" RefId="2" />
                      </MS></Obj>
                    </LST></Obj></Objs>
                    """))
        .containsExactly(
            OnPremisesConnector.builder("A").senderIpAddresses("192.0.2.1").build(),
            OnPremisesConnector.builder("B & C").senderIpAddresses("192.0.2.1").build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</Objs>",
        "<Nil /></Objs>",
        "<Obj RefId=\"0\"><TN RefId=\"0\"><T>System.Object[]</T></TN><LST /></Obj></Objs>"
      })
  void none_is_an_empty_list(String rest) {
    assertThat(connectors(START + rest)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<!DOCTYPE Objs [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\\n<Objs><S>&a;</S></Objs> | 1"
            + " | document type",
        "<!DOCTYPE Objs SYSTEM \"http://192.0.2.1/x.dtd\">\\n<Objs /> | 1 | document type",
        "<Objs>\\n<S>&a;</S></Objs> | 2 | entity \"a\"",
        "<Objs>\\n<Obj><Props> | 2 | not readable as Export-Clixml writes it",
        "<Html><Objs /></Html> | 1 | \"<Html>\" is not what Export-Clixml writes: expected <Objs>"
      })
  void anything_else_is_refused_with_its_line(String document, int line, String problem) {
    assertThatThrownBy(() -> Clixml.parse("c.xml", document.translateEscapes()))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("c.xml:" + line + ": ")
        .hasMessageContaining(problem)
        .hasMessageNotContaining("root:");
  }

  @Test
  void a_document_nested_without_end_is_refused() {
    assertThatThrownBy(() -> Clixml.parse("c.xml", START + "<Obj><LST>".repeat(100_000)))
        .isInstanceOf(ScenarioException.class)
        .hasMessage("c.xml:2: nested too deeply: expected at most 100 levels");
  }
}
