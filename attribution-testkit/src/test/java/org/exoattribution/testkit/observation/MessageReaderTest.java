package org.exoattribution.testkit.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.exoattribution.analysis.observation.Observed;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.source.ScenarioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {
  private static final String CONTOSO = "5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11";

  /** As a recipient outside sees mail that a hybrid organization relayed, folded as servers do. */
  static final String HYBRID =
      """
      Return-Path: <john@contoso.com>
      Received: from BL2PR02CU003.outbound.protection.outlook.com (mail.example [192.0.2.3])
      \t(using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits))
      \tby mx.fabrikam.com (Postfix) with ESMTPS id 692E326E709
      \tfor <kate@fabrikam.com>; Mon,  9 Mar 2026 03:53:42 +0000 (UTC)
      ARC-Authentication-Results: i=1; mx.microsoft.com 1; spf=pass (sender ip is
       198.51.100.7) smtp.rcpttodomain=fabrikam.com smtp.mailfrom=contoso.com;
       dmarc=pass (p=quarantine sp=none pct=100) action=none header.from=contoso.com;
      Received: from SJ0PR05CA0056.namprd05.prod.outlook.com (2603:10b6:a03:33f::31)
       by DS0PR10MB6271.namprd10.prod.outlook.com (2603:10b6:8:d1::15) with
       Microsoft SMTP Server (version=TLS1_2,
       cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.9678.23; Mon, 9 Mar
       2026 03:53:39 +0000
      Received: from SJ5PEPF000001F4.namprd05.prod.outlook.com
       (2603:10b6:a03:33f:cafe::8c) by SJ0PR05CA0056.outlook.office365.com
       (2603:10b6:a03:33f::31) with Microsoft SMTP Server (version=TLS1_3,
       cipher=TLS_AES_256_GCM_SHA384) id 15.20.9678.19 via Frontend Transport; Mon,
       9 Mar 2026 03:53:36 +0000
      X-MS-Exchange-Authentication-Results: spf=pass (sender IP is 198.51.100.7)
       smtp.mailfrom=contoso.com; dkim=none (message not signed) header.d=none;dmarc=pass
       action=none header.from=contoso.com;
      Received: from mail.contoso.com (198.51.100.7) by
       SJ5PEPF000001F4.mail.protection.outlook.com (10.167.242.72) with Microsoft
       SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id
       15.20.9678.18 via Frontend Transport; Mon, 9 Mar 2026 04:53:37 +0100
      Received: from EXCH01.contoso.com (10.64.6.63) by mail.contoso.com
       (10.248.192.32) with Microsoft SMTP Server (version=TLS1_2,
       cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.2.2562.20 via Frontend
       Transport; Sun, 8 Mar 2026 22:53:36 -0500
      Message-ID: <b2143a96-cbc0-41f9-935c-ddbd9357c7aa@contoso.com>
      Date: Mon, 9 Mar 2026 09:23:31 +0530
      Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
      To: =?utf-8?q?Doe=2C_K=C3=A4te?= <kate@fabrikam.com>,
       "Smith, John" <john@tailspintoys.com>
      From: John <john@contoso.com>
      X-EOPAttributedMessage: 0
      X-MS-TrafficTypeDiagnostic: SJ5PEPF000001F4:EE_|DS0PR10MB6271:EE_
      X-Forefront-Antispam-Report:
      \tCIP:198.51.100.7;CTRY:US;LANG:en;SCL:1;SRV:;IPV:NLI;SFV:NSPM;H:mail.contoso.com;DIR:OUT;SFP:1101;
      X-OriginatorOrg: contoso.com
      X-MS-Exchange-CrossTenant-OriginalArrivalTime: 09 Mar 2026 03:53:37.4791
       (UTC)
      X-MS-Exchange-CrossTenant-Id: 5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11
      X-MS-Exchange-CrossTenant-OriginalAttributedTenantConnectingIp: TenantId=5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11;Ip=[198.51.100.7];Helo=[mail.contoso.com]
      X-MS-Exchange-CrossTenant-AuthSource:
      \tSJ5PEPF000001F4.namprd05.prod.outlook.com
      X-MS-Exchange-CrossTenant-AuthAs: Anonymous
      X-MS-Exchange-CrossTenant-FromEntityHeader: HybridOnPrem
      """;

  /** As a mailbox of the receiving tenant has it. */
  private static final String INTERNET =
      """
      Received: from BN9PR03CA0001.namprd03.prod.outlook.com (2603:10b6:408::6) by
       MW4PR12MB7237.namprd12.prod.outlook.com with HTTPS; Wed, 2 Jan 2019 17:40:36 +0000
      Received: from BN8NAM12FT099.eop-nam12.prod.protection.outlook.com
       (2603:10b6:408:cafe::8c) by BN9PR03CA0001.outlook.office365.com
       (2603:10b6:408::6) with Microsoft SMTP Server (version=TLS1_2,
       cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.1471.20 via Frontend
       Transport; Wed, 2 Jan 2019 17:40:35 +0000
      Authentication-Results: spf=pass (sender IP is 2001:db8::45)
       smtp.mailfrom=tailspintoys.com; contoso.com; dkim=none
      Received: from mx.tailspintoys.com (2001:db8::45) by
       BN8NAM12FT099.mail.protection.outlook.com (10.13.182.70) with Microsoft SMTP
       Server id 15.20.1471.13 via Frontend Transport; Wed, 2 Jan 2019 17:40:34 +0000
      To: undisclosed-recipients:;
      From: a@tailspintoys.com
      Return-Path: a@tailspintoys.com
      X-EOPTenantAttributedMessage: 5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11:0
      X-MS-Exchange-Organization-MessageDirectionality: Incoming
      X-MS-Exchange-CrossTenant-FromEntityHeader: Internet
      """;

  @Test
  void a_relayed_message_tells_tenant_source_name_and_envelope() {
    Sighting sighting = Read.of(HYBRID).sighting();

    assertThat(sighting.observation().observed())
        .isEqualTo(Observed.of(Verdict.ORIGINATING, CONTOSO));
    SimulatedConnection connection = sighting.observation().connection();
    assertThat(connection.sourceIp()).hasToString("198.51.100.7");
    assertThat(connection.ehlo()).contains("mail.contoso.com");
    assertThat(connection.tls()).isTrue();
    assertThat(connection.mailFrom()).hasToString("john@contoso.com");
    assertThat(connection.rcptTo()).hasToString("kate@fabrikam.com");
    assertThat(connection.at()).isEqualTo(Instant.parse("2026-03-09T03:53:37Z"));
    assertThat(sighting.location()).hasToString("file:1");
    assertThat(sighting.notes()).containsExactly("the recipient is the first of To");
  }

  @Test
  void what_is_not_the_verdict_is_kept_beside_it() {
    assertThat(Read.of(HYBRID).sighting().besides())
        .containsEntry("DIR", "OUT")
        .containsEntry("AuthAs", "Anonymous")
        .containsEntry("X-OriginatorOrg", "contoso.com");
    String outward = HYBRID.replace("DIR:OUT", "DIR:INB").replace("HybridOnPrem", "Internet");
    assertThat(Read.of(outward).sighting().observation().observed().verdict())
        .contains(Verdict.INCOMING);
  }

  @Test
  void the_front_end_tells_an_incoming_message_from_an_ipv6_address_in_plaintext() {
    ObservationReader reader = Read.READER.withRecipient(ForwardPath.parse("b@contoso.com"));

    Sighting sighting = Read.of(reader, INTERNET, StandardCharsets.UTF_8).sighting();

    assertThat(sighting.observation().observed()).isEqualTo(Observed.of(Verdict.INCOMING, CONTOSO));
    SimulatedConnection connection = sighting.observation().connection();
    assertThat(connection.sourceIp()).hasToString("2001:db8::45");
    assertThat(connection.ehlo()).contains("mx.tailspintoys.com");
    assertThat(connection.tls()).isFalse();
    assertThat(connection.mailFrom()).hasToString("a@tailspintoys.com");
    assertThat(connection.at()).isEqualTo(Instant.parse("2019-01-02T17:40:34Z"));
  }

  @Test
  void without_a_recipient_a_message_is_reported_and_says_what_helps() {
    assertThat(Read.of(INTERNET).problems)
        .singleElement()
        .asString()
        .startsWith("file:1: ")
        .contains("--to");
  }

  @Test
  void the_recipient_of_the_front_end_comes_before_to() {
    String told =
        HYBRID.replace(
            "via Frontend Transport; Mon, 9 Mar 2026 04",
            "via Frontend Transport for <kim@example.net>; Mon, 9 Mar 2026 04");

    Sighting sighting = Read.of(told).sighting();

    assertThat(sighting.observation().connection().rcptTo()).hasToString("kim@example.net");
    assertThat(sighting.notes()).containsExactly("the recipient is the front end's");
  }

  @Test
  void a_recipient_that_is_given_comes_first() {
    ObservationReader reader = Read.READER.withRecipient(ForwardPath.parse("tailspintoys.com"));

    Sighting sighting = Read.of(reader, HYBRID, StandardCharsets.UTF_8).sighting();

    assertThat(sighting.observation().connection().rcptTo()).hasToString("tailspintoys.com");
    assertThat(sighting.notes()).isEmpty();
  }

  @Test
  void the_directionality_is_the_verdict_itself() {
    String told = "X-MS-Exchange-Organization-MessageDirectionality: Incoming\n" + HYBRID;

    assertThat(Read.of(told).sighting().observation().observed().verdict())
        .contains(Verdict.INCOMING);
  }

  @Test
  void what_a_mailbox_sent_is_counted_and_not_judged() {
    Read read = Read.of(HYBRID.replace("HybridOnPrem", "Hosted"));

    assertThat(read.sightings).isEmpty();
    assertThat(read.hosted).hasSize(1);
  }

  @Test
  void a_list_s_return_path_gives_way_to_what_the_service_saw() {
    String list =
        HYBRID.replace(
            "<john@contoso.com>\nReceived: from BL2",
            "<list-bounces@lists.example>\nReceived: from BL2");

    Sighting sighting = Read.of(list).sighting();

    assertThat(sighting.observation().connection().mailFrom()).hasToString("contoso.com");
    assertThat(sighting.notes().get(0)).contains("lists.example");
  }

  @Test
  void the_null_return_path_stays_null() {
    String bounce = HYBRID.replace("Return-Path: <john@contoso.com>", "Return-Path: <>");

    assertThat(Read.of(bounce).sighting().observation().connection().mailFrom().isNull()).isTrue();
  }

  @Test
  void folds_inside_the_connecting_header_and_lower_case_names_are_read() {
    String folded =
        HYBRID.replace(
            "X-MS-Exchange-CrossTenant-OriginalAttributedTenantConnectingIp:"
                + " TenantId=5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11;Ip=[198.51.100.7];Helo=[mail.contoso.com]",
            """
            x-ms-exchange-crosstenant-originalattributedtenantconnectingip:
            \tTenantId=5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11; Ip=[198.51.100.7];
             Helo=[mail.contoso.com]\
            """);

    assertThat(Read.of(folded).sightings).isEqualTo(Read.of(HYBRID).sightings);
  }

  @Test
  void encoded_words_in_the_connecting_header_are_read() {
    String encoded =
        HYBRID.replace(
            "TenantId=5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11;Ip=[198.51.100.7];Helo=[mail.contoso.com]",
            "=?us-ascii?Q?TenantId=3D5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11;Ip=3D=5B198.?=\n"
                + " =?us-ascii?Q?51.100.7=5D;Helo=3D=5Bmail.contoso.com=5D?=");

    assertThat(Read.of(encoded).sightings).isEqualTo(Read.of(HYBRID).sightings);
  }

  @Test
  void the_line_ends_and_the_encoding_do_not_matter() {
    Read expected = Read.of(HYBRID);

    assertThat(Read.of(HYBRID.replace("\n", "\r\n")).sightings).isEqualTo(expected.sightings);
    assertThat(Read.of("\uFEFF" + HYBRID).sightings).isEqualTo(expected.sightings);
    assertThat(Read.of(Read.READER, "\uFEFF" + HYBRID, StandardCharsets.UTF_16LE).sightings)
        .isEqualTo(expected.sightings);
  }

  @Test
  void a_message_s_body_is_passed_over() {
    String message = HYBRID + "\nX-MS-Exchange-CrossTenant-FromEntityHeader: Hosted\n\ntext\n";

    assertThat(Read.of(message).sightings).isEqualTo(Read.of(HYBRID).sightings);
  }

  @Test
  void a_file_is_named_by_its_path(@TempDir Path folder) throws IOException {
    Read read = new Read();
    Read.READER.read(Files.writeString(folder.resolve("m.eml"), HYBRID), read);

    assertThat(read.sighting().location()).hasToString(folder.resolve("m.eml") + ":1");
    assertThat(read.sighting().observation()).isEqualTo(Read.of(HYBRID).sighting().observation());
  }

  @Test
  void an_mbox_has_one_observation_a_message() {
    String message = "From list@lists.example Mon Mar  9 03:53:42 2026\n" + HYBRID;
    String mbox =
        message
            + "\nbody\nFrom the first line\n\n"
            + message.replace("HybridOnPrem", "Hosted")
            + "\n\n"
            + message.replace("198.51.100.7", "nonsense")
            + "\n>From quoted\n\n"
            + message;

    Read read = Read.of(mbox);

    assertThat(read.sightings).hasSize(2);
    assertThat(read.hosted).hasSize(1);
    assertThat(read.problems).hasSize(1);
    assertThat(read.sightings.get(0).location()).hasToString("file:2");
    assertThat(read.sightings.get(1).observation()).isEqualTo(read.sightings.get(0).observation());
  }

  @Test
  void a_message_that_did_not_pass_the_service_is_reported() {
    assertThat(Read.of("Return-Path: <a@contoso.com>\nTo: b@fabrikam.com\n").problems)
        .singleElement()
        .asString()
        .startsWith("file:1: ")
        .contains("expected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "just text\n", "a,b,c\n1,2,3\n", "- tenants\n"})
  void what_is_no_observation_is_refused(String text) {
    assertThatThrownBy(() -> Read.of(text))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            "file: holds no observations: expected a message or its headers, an mbox, an extended"
                + " message trace (CSV), or JSON Lines");
  }
}
