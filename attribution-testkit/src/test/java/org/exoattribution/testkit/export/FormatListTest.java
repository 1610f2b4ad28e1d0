package org.exoattribution.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.testkit.export.ImportReport.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Format-List prints. */
class FormatListTest {
  private final ImportLog log = ImportLog.forExports();

  private List<InboundConnector> connectors(String text) {
    RecordReader reader = new RecordReader(log, true);
    FormatList.Output output = FormatList.parse("c.txt", text);
    assertThat(output.odd()).isEmpty();
    return CmdletRecord.entriesOf(output.records()).stream()
        .flatMap(record -> reader.inboundConnector(record).stream())
        .toList();
  }

  private List<String> gaps() {
    return log.report().entries(Severity.INCOMPLETE).stream().map(Object::toString).toList();
  }

  @Test
  void records_in_a_transcript_are_read_with_lists_braces_and_wrapped_values() {
    assertThat(
            connectors(
                """
                [PS] C:\\\\Windows\\\\system32>Get-InboundConnector | Format-List


                Enabled                  : True
                ConnectorType            : OnPremises
                Comment                  : everything that the gateway of the head
                                           office sends
                SenderIPAddresses        : {192.0.2.1, 192.0.2.2,
                                           198.51.100.0/24}
                SenderDomains            : {smtp:*;1}
                TlsSenderCertificateName :
                EFSkipLastIP             : False
                Name                     : Inbound from
                                           HCW

                Enabled                  : False
                ConnectorType            : Partner
                Comment                  :
                SenderIPAddresses        : {}
                SenderDomains            : {smtp:*.partner.example;1, smtp:tailspintoys.com;5}
                TlsSenderCertificateName : mx.partner.example
                EFSkipLastIP             : False
                Name                     : Partner : second

                PS C:\\\\> exit
                """))
        .containsExactly(
            OnPremisesConnector.builder("Inbound from HCW")
                .senderIpAddresses("192.0.2.1", "192.0.2.2", "198.51.100.0/24")
                .senderDomains("*")
                .otherProperty("Comment", "everything that the gateway of the head office sends")
                .otherProperty("EFSkipLastIP", "false")
                .build(),
            PartnerConnector.builder("Partner : second")
                .enabled(false)
                .senderDomains("*.partner.example", "tailspintoys.com")
                .tlsSenderCertificateName("mx.partner.example")
                .otherProperty("EFSkipLastIP", "false")
                .build());
    assertThat(gaps()).isEmpty();
  }

  @Test
  void a_name_that_is_longer_than_a_line_is_put_together_again() {
    String name = "a".repeat(30) + "." + "b".repeat(30) + ".example";

    assertThat(
            connectors(
                "PS C:\\> Get-InboundConnector | Format-List -Property * # longer than a line of"
                    + " the output\n"
                    + "Name                     : A\n"
                    + "ConnectorType            : OnPremises\n"
                    + "TlsSenderCertificateName : %s\n                           %s\n"
                        .formatted(name.substring(0, 50), name.substring(50))))
        .containsExactly(OnPremisesConnector.builder("A").tlsSenderCertificateName(name).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.4...", "192.0.2.4\u2026", "192.0.2.4, ..."})
  void a_list_that_is_cut_off_is_incomplete_and_says_how_it_is_not(String last) {
    List<InboundConnector> connectors =
        connectors(
            "Name              : A\nConnectorType     : OnPremises\n"
                + "SenderIPAddresses : {192.0.2.1, 192.0.2.2, 192.0.2.3, "
                + last
                + "}\nObjectClass       : {top, a, b, c...}\n");

    assertThat(connectors.get(0).senderIpAddresses()).hasSize(4);
    assertThat(gaps())
        .containsExactly(
            "c.txt:3: connector \"A\": SenderIPAddresses is cut off (\"...\"): expected all of its"
                + " entries; the entries that are not shown are left out; set"
                + " $FormatEnumerationLimit = -1 and export it again");
  }

  @Test
  void a_line_among_the_properties_that_is_none_is_told() {
    assertThat(FormatList.parse("c.txt", "Name : A\nWARNING: the rest is\nEnabled : True\n").odd())
        .extracting(Object::toString)
        .containsExactly("c.txt:2");
  }
}
