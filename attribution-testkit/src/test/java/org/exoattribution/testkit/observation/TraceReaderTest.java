package org.exoattribution.testkit.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.exoattribution.analysis.observation.Observed;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.SimulatedConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceReaderTest {
  private static final String VARUNA = "5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11";
  private static final String COLUMNS =
      "date_time_utc,client_ip,client_hostname,server_ip,server_hostname,source_context,"
          + "connector_id,source,event_id,internal_message_id,message_id,network_message_id,"
          + "recipient_address,recipient_status,total_bytes,recipient_count,"
          + "related_recipient_address,reference,message_subject,sender_address,return_path,"
          + "message_info,directionality,tenant_id,original_client_ip,original_server_ip,"
          + "custom_data\n";
  private static final String CONNECTOR =
      "S:InboundConnectorData=Name=Inbound from HCW;ConnectorType=OnPremises;TenantId=" + VARUNA;
  private static final String DATA =
      "S:ProxiedClientIPAddress=81.173.212.44;S:ProxiedClientHostname=mx01.varunagroup.de;"
          + "S:FromEntity=HybridOnPrem;"
          + CONNECTOR
          + ";S:Oorg=varunagroup.de;S:AccountForest=EURPRD04.PROD.OUTLOOK.COM";

  private static String row(String event, String returnPath, String customData) {
    return "2026-03-23T10:00:09.3284899Z,10.1.2.3,front.example,10.1.2.4,hub.example,"
        + "\"08D9;2026-03-23T10:00:09.215Z;0\",HUB\\Default HUB,SMTP,"
        + event
        + ",132697,<1@setebos-ag.com>,f955,someone@fabrikam.com,,89464,1,,,\"AW: \"\"Rechnung\"\","
        + " März\nund mehr\",someone@setebos-ag.com,"
        + returnPath
        + ",\"2026-03-23T10:00:09Z;SRV=hub\",Originating,"
        + VARUNA
        + ",81.173.212.44,10.1.2.4,\""
        + customData.replace("\"", "\"\"")
        + "\"\n";
  }

  private static Read read(String... rows) {
    return Read.of(COLUMNS + String.join("", rows));
  }

  private static Observed observed(String customData) {
    return read(row("RECEIVE", "a@b.example", customData)).sighting().observation().observed();
  }

  @Test
  void the_varuna_row_tells_tenant_connector_source_and_envelope() {
    Sighting sighting = read(row("RECEIVE", "someone@setebos-ag.com", DATA)).sighting();

    assertThat(sighting.observation().observed())
        .isEqualTo(Observed.of(Verdict.ORIGINATING, VARUNA).through("Inbound from HCW"));
    SimulatedConnection connection = sighting.observation().connection();
    assertThat(connection.sourceIp()).hasToString("81.173.212.44");
    assertThat(connection.ehlo()).contains("mx01.varunagroup.de");
    assertThat(connection.mailFrom()).hasToString("someone@setebos-ag.com");
    assertThat(connection.rcptTo()).hasToString("someone@fabrikam.com");
    assertThat(connection.at()).isEqualTo(Instant.parse("2026-03-23T10:00:09.3284899Z"));
    assertThat(sighting.location()).hasToString("file:2");
    assertThat(sighting.besides())
        .containsEntry("Oorg", "varunagroup.de")
        .containsEntry("directionality", "Originating")
        .containsEntry("connector_id", "HUB\\Default HUB");
  }

  @Test
  void only_rows_of_mail_that_came_in_by_smtp_count() {
    Read read =
        read(
            row("SEND", "a@b.example", DATA),
            row("RECEIVE", "a@b.example", DATA).replace(",SMTP,", ",STOREDRIVER,"),
            row("RECEIVE", "a@b.example", DATA.replace("HybridOnPrem", "Hosted")),
            row("RECEIVE", "a@b.example", DATA));

    assertThat(read.sighting().location()).hasToString("file:8");
    assertThat(read.hosted).hasSize(1);
    assertThat(read.problems).isEmpty();
  }

  @Test
  void a_name_with_semicolons_equals_signs_quotes_and_line_breaks_is_read_whole() {
    assertThat(observed(DATA.replace("Inbound from HCW", "A;B=\"c\"; TenantId=x\nd")).connector())
        .contains("A;B=\"c\"; TenantId=x\nd");
    assertThat(observed("S:A=1;S:" + CONNECTOR.substring(2) + ";S:FromEntity=HybridOnPrem"))
        .isEqualTo(Observed.of(Verdict.ORIGINATING, VARUNA).through("Inbound from HCW"));
  }

  @Test
  void a_partner_connector_or_the_directionality_tells_the_verdict_where_nothing_else_does() {
    assertThat(observed(CONNECTOR.replace("OnPremises", "Partner")).verdict())
        .contains(Verdict.INCOMING);
    assertThat(observed("S:A=1")).isEqualTo(Observed.of(Verdict.ORIGINATING, VARUNA));
  }

  @ParameterizedTest
  @CsvSource({"1, INCOMING", "2, ORIGINATING", "Incoming, INCOMING"})
  void the_directionality_is_a_number_or_a_word(String value, Verdict verdict) {
    String row = row("RECEIVE", "a@b.example", "S:A=1").replace(",Originating,", "," + value + ",");

    assertThat(read(row).sighting().observation().observed().verdict()).contains(verdict);
  }

  @Test
  void the_null_return_path_and_several_recipients_are_read() {
    String row =
        row("RECEIVE", "<>", DATA)
            .replace("someone@fabrikam.com", "one@fabrikam.com;two@tailspintoys.com");

    SimulatedConnection connection = read(row).sighting().observation().connection();

    assertThat(connection.mailFrom().isNull()).isTrue();
    assertThat(connection.rcptTo()).hasToString("one@fabrikam.com");
  }

  @Test
  void ipv6_addresses_and_other_time_zones_are_read() {
    String row =
        row("RECEIVE", "a@b.example", DATA.replace("81.173.212.44", "2001:db8::45"))
            .replace("2026-03-23T10:00:09.3284899Z", "2026-03-23T12:00:09+02:00");

    SimulatedConnection connection = read(row).sighting().observation().connection();

    assertThat(connection.sourceIp()).hasToString("2001:db8::45");
    assertThat(connection.at()).isEqualTo(Instant.parse("2026-03-23T10:00:09Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-23T24:00:00Z",
        "2026-03-23T24:00:00+02:00",
        "2026-12-31T23:59:60.5+00:00"
      })
  void a_time_that_there_is_not_is_reported(String time) {
    Read read =
        read(row("RECEIVE", "a@b.example", DATA).replace("2026-03-23T10:00:09.3284899Z", time));

    assertThat(read.problems)
        .containsExactly(
            "file:2: \""
                + time
                + "\" is not an instant: expected one such as 2026-11-01T00:00:00Z");
  }

  @Test
  void what_cannot_be_read_is_reported_with_its_line_and_the_rest_is_used() {
    Read read =
        read(
            row("RECEIVE", "a@b.example", DATA.replace("81.173.212.44", "nonsense")),
            "too,short\n",
            row("RECEIVE", "a@b.example", DATA));

    assertThat(read.sightings).hasSize(1);
    assertThat(read.problems)
        .containsExactly(
            "file:2: \"nonsense\" is not an IP address: expected an IPv4 or IPv6 address, such as"
                + " 192.0.2.1 or 2001:db8::1",
            "file:4: has 2 fields: expected 27, as the first line has, and quotes that close");
  }

  @Test
  void a_quote_that_does_not_close_is_reported() {
    Read read =
        read(
            row("RECEIVE", "a@b.example", DATA),
            row("RECEIVE", "\"a@b.example", DATA).replace('\n', ' ') + "\n",
            row("RECEIVE", "a@b.example", DATA));

    assertThat(read.sightings).hasSize(1);
    assertThat(read.problems).isNotEmpty();
  }

  @Test
  void byte_order_marks_type_lines_and_other_separators_do_not_matter() {
    String row = row("RECEIVE", "someone@setebos-ag.com", DATA);
    Read expected = read(row);
    String quoted = "\"" + COLUMNS.strip().replace(",", "\",\"") + "\"\n";

    assertThat(Read.of(Read.READER, "\uFEFF" + COLUMNS + row, StandardCharsets.UTF_16LE).sightings)
        .isEqualTo(expected.sightings);
    assertThat(Read.of("\uFEFF" + quoted + row).sightings).isEqualTo(expected.sightings);
    assertThat(Read.of("#TYPE Selected\n" + quoted + row).sightings.get(0).observation())
        .isEqualTo(expected.sighting().observation());
    assertThat(
            Read.of(
                    (COLUMNS + row)
                        .replace(",\"2026", ";\"2026")
                        .replace(',', '\t')
                        .replace(";\"2026", "\t\"2026"))
                .sightings
                .get(0)
                .observation()
                .observed())
        .isEqualTo(expected.sighting().observation().observed());
  }

  @Test
  void columns_may_come_in_any_order_and_letter_case() {
    String text =
        "Custom_Data,Event_ID,Source,Return_Path,Recipient_Address,Tenant_ID\n"
            + "\""
            + DATA
            + "\",receive,smtp,a@b.example,c@d.example,\n";

    assertThat(Read.of(text).sighting().observation().observed().tenant()).contains(VARUNA);
  }
}
