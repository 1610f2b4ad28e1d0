package org.exoattribution.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.reference.Mail.GATEWAY;
import static org.exoattribution.testkit.reference.Mail.byCertificate;
import static org.exoattribution.testkit.reference.Mail.byIp;
import static org.exoattribution.testkit.reference.Mail.tenant;

import java.util.List;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.Tenant;
import org.junit.jupiter.api.Test;

/** Section 7 on cases from the sources. */
class TransactionsTest {
  private static final Tenant CONTOSO =
      tenant("contoso", List.of("adatum.com", "fabrikam.com"), byIp("relay", GATEWAY));

  private static final String BY_RECIPIENT =
      "originating contoso via relay at ip by rcpt-to RECIPIENT_DECIDED";

  @Test
  void recipients_of_another_domain_are_deferred_sym() {
    assertThat(
            Mail.among(CONTOSO)
                .mail("x.example", "user01@adatum.com", "user01@fabrikam.com", "user02@adatum.com"))
        .containsExactly(BY_RECIPIENT, "rejected RECIPIENT_DOMAIN_DIFFERS at ip", BY_RECIPIENT);
  }

  @Test
  void in_2017_the_whole_transaction_was_refused_jp3() {
    Mail mail = Mail.among(CONTOSO).rules(RuleSet.V2017).at("2017-12-07T00:00:00Z");
    String refused = "rejected DOMAIN_NOT_ACCEPTED at ip";

    assertThat(mail.mail("x.example", "adatum.com", "fabrikam.com"))
        .containsExactly(refused, refused);
    assertThat(mail.mail("x.example", "a@adatum.com", "b@adatum.com"))
        .containsExactly(BY_RECIPIENT, BY_RECIPIENT);
    assertThat(mail.at("2018-01-01T00:00:00Z").mail("x.example", "adatum.com", "fabrikam.com"))
        .containsExactly(BY_RECIPIENT, "rejected RECIPIENT_DOMAIN_DIFFERS at ip");
  }

  @Test
  void originating_by_sender_holds_for_every_recipient_multi_1() {
    assertThat(
            Mail.among(CONTOSO, tenant("tailspintoys", "tailspintoys.com"))
                .mail("adatum.com", "example.net", "tailspintoys.com"))
        .containsExactly(
            "originating contoso via relay at ip by mail-from",
            "originating contoso via relay at ip by mail-from FOREIGN_RECIPIENT");
  }

  @Test
  void a_captured_message_is_judged_for_each_recipient_multi_1() {
    Tenant contoso = tenant("contoso", "contoso.com", byCertificate("hcw", "*.contoso.com"));
    String originating = "originating contoso via hcw at certificate by certificate-domain";

    assertThat(
            Mail.among(contoso)
                .certificate("gw.contoso.com")
                .mail("x.example", "example.net", "contoso.com"))
        .containsExactly(originating + " WILDCARD_CAPTURE", originating);
  }

  @Test
  void without_a_matching_connector_each_recipient_is_resolved_alone_multi_3() {
    assertThat(
            Mail.among(CONTOSO)
                .source("192.0.2.9")
                .mail("x.example", "adatum.com", "example.net", "fabrikam.com"))
        .containsExactly(
            "incoming contoso at incoming",
            "rejected NO_CONNECTOR_MATCHED at incoming",
            "incoming contoso at incoming");
  }

  @Test
  void read_as_incoming_no_connector_matched_so_recipients_are_resolved_alone() {
    assertThat(
            Mail.among(CONTOSO)
                .reading("recipientOnlyIpMatch", "INCOMING")
                .mail("x.example", "adatum.com", "fabrikam.com"))
        .containsExactly("incoming contoso at incoming", "incoming contoso at incoming");
  }
}
