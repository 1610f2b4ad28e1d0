package org.exoattribution.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.reference.Mail.GATEWAY;
import static org.exoattribution.testkit.reference.Mail.byCertificate;
import static org.exoattribution.testkit.reference.Mail.partner;
import static org.exoattribution.testkit.reference.Mail.tenant;

import java.util.List;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.Tenant;
import org.junit.jupiter.api.Test;

/** Section 6 on cases from the sources, named by their rules and source keys. */
class IncomingStageTest {
  private static final PartnerConnector GATEWAY_ONLY =
      partner("gateway only", "*")
          .tlsSenderCertificateName("mail.gateway.example")
          .restrictDomainsToCertificate(true)
          .build();

  private static Mail mailToContoso(InboundConnector... connectors) {
    return Mail.among(tenant("contoso", "contoso.com", connectors));
  }

  @Test
  void mail_past_the_gateway_is_rejected_od_3rd() {
    Mail mail = mailToContoso(GATEWAY_ONLY);

    assertThat(mail.mail("fabrikam.com", "contoso.com"))
        .isEqualTo("rejected PARTNER_RESTRICTION contoso via gateway only at incoming");
    assertThat(mail.certificate("wrong.example").mail("fabrikam.com", "contoso.com"))
        .isEqualTo(
            "rejected PARTNER_RESTRICTION contoso via gateway only at incoming"
                + " CERTIFICATE_UNMATCHED");
    assertThat(mail.certificate("mail.gateway.example").mail("<>", "contoso.com"))
        .isEqualTo("incoming contoso via gateway only at incoming");
  }

  @Test
  void the_hybrid_server_is_not_tested_against_partner_connectors_jptls() {
    Mail mail =
        Mail.among(
            tenant(
                "tailspintoys",
                List.of("tailspintoys.com", "mail.tailspintoys.com"),
                byCertificate("hcw", "mail.tailspintoys.com"),
                GATEWAY_ONLY));

    assertThat(mail.certificate("mail.tailspintoys.com").mail("x.example", "tailspintoys.com"))
        .isEqualTo("originating tailspintoys via hcw at certificate by certificate-domain");
    assertThat(mail.certificate("other.example").mail("x.example", "tailspintoys.com"))
        .isEqualTo(
            "rejected PARTNER_RESTRICTION tailspintoys via gateway only at incoming"
                + " CERTIFICATE_UNMATCHED");
  }

  @Test
  void a_restricting_connector_takes_precedence_od_use() {
    Mail mail =
        mailToContoso(
            partner("plain", "partner.example").build(),
            partner("restricting", "*")
                .senderIpAddresses("192.0.2.0/24")
                .restrictDomainsToIpAddresses(true)
                .build());

    assertThat(mail.source("198.51.100.1").mail("partner.example", "contoso.com"))
        .isEqualTo("rejected PARTNER_RESTRICTION contoso via restricting at incoming");
    assertThat(mail.source("192.0.2.7").mail("partner.example", "contoso.com"))
        .isEqualTo("incoming contoso via restricting at incoming");
  }

  @Test
  void both_restrictions_must_be_met_in_4() {
    Mail mail =
        mailToContoso(
            GATEWAY_ONLY.toBuilder()
                .senderIpAddresses(GATEWAY)
                .restrictDomainsToIpAddresses(true)
                .build());

    assertThat(mail.mail("x.example", "contoso.com"))
        .isEqualTo("rejected PARTNER_RESTRICTION contoso via gateway only at incoming");
    assertThat(mail.certificate("mail.gateway.example").mail("x.example", "contoso.com"))
        .isEqualTo("incoming contoso via gateway only at incoming");
    assertThat(mail.source("192.0.2.9").mail("x.example", "contoso.com"))
        .isEqualTo("rejected PARTNER_RESTRICTION contoso via gateway only at incoming");
  }

  @Test
  void certificate_comes_before_address_before_sender_domain_in_5() {
    PartnerConnector byDomain = partner("by domain", "*", "partner.example").build();
    PartnerConnector byWildcard = partner("a wildcard", "*.partner.example").build();
    PartnerConnector byAddress = partner("by address", "*").senderIpAddresses(GATEWAY).build();
    PartnerConnector byName =
        partner("by certificate", "*").tlsSenderCertificateName("*.gw.example").build();
    Mail mail =
        mailToContoso(byDomain, byWildcard, byAddress, byName)
            .reading("partnerAddresses", "ALWAYS");

    assertThat(mail.mail("partner.example", "contoso.com"))
        .isEqualTo("incoming contoso via by address at incoming");
    assertThat(mail.source("192.0.2.9").mail("partner.example", "contoso.com"))
        .isEqualTo("incoming contoso via by domain at incoming");
    assertThat(mail.mail("sub.partner.example", "contoso.com"))
        .isEqualTo("incoming contoso via a wildcard at incoming");
    assertThat(mail.mail("<>", "contoso.com"))
        .isEqualTo("incoming contoso via by address at incoming AMBIGUOUS_CONNECTOR");
    assertThat(mail.source(GATEWAY).certificate("a.gw.example").mail("<>", "contoso.com"))
        .isEqualTo("incoming contoso via by certificate at incoming");
  }

  @Test
  void addresses_count_only_where_the_connector_restricts_to_them() {
    Mail mail =
        mailToContoso(
            partner("by domain", "partner.example").build(),
            partner("by address", "*").senderIpAddresses(GATEWAY).build());

    assertThat(mail.mail("partner.example", "contoso.com"))
        .isEqualTo("incoming contoso via by domain at incoming");
  }

  @Test
  void with_both_restrictions_both_must_be_met_or_one_of_them() {
    Mail mail =
        mailToContoso(
                partner("both", "*")
                    .senderIpAddresses(GATEWAY)
                    .restrictDomainsToIpAddresses(true)
                    .tlsSenderCertificateName("gw.example")
                    .restrictDomainsToCertificate(true)
                    .build())
            .source(GATEWAY);

    assertThat(mail.mail("partner.example", "contoso.com"))
        .isEqualTo("rejected PARTNER_RESTRICTION contoso via both at incoming");
    assertThat(mail.reading("partnerBoth", "OR").mail("partner.example", "contoso.com"))
        .isEqualTo("incoming contoso via both at incoming");
  }

  @Test
  void a_tenant_of_another_forest_does_not_receive_for_2() {
    Tenant here = tenant("contoso", "contoso.com").toBuilder().forest("eurprd04").build();
    Tenant there = tenant("fabrikam", "fabrikam.com").toBuilder().forest("namprd09").build();
    Mail mail = Mail.among(here, there, tenant("tailspintoys", "tailspintoys.com"));

    assertThat(mail.mail("<>", "fabrikam.com")).isEqualTo("incoming fabrikam at incoming");
    mail.forest("EURPRD04");
    assertThat(mail.mail("<>", "contoso.com")).isEqualTo("incoming contoso at incoming");
    assertThat(mail.mail("<>", "tailspintoys.com")).isEqualTo("incoming tailspintoys at incoming");
    assertThat(mail.mail("<>", "fabrikam.com"))
        .isEqualTo("rejected WRONG_FOREST fabrikam at incoming");
  }

  @Test
  void require_tls_rejects_plaintext_in_6() {
    assertThat(mailToContoso(partner("p", "*").build()).plaintext().mail("<>", "contoso.com"))
        .isEqualTo("rejected TLS_REQUIRED contoso via p at incoming");
    assertThat(
            mailToContoso(partner("p", "*").requireTls(false).build())
                .plaintext()
                .mail("<>", "contoso.com"))
        .isEqualTo("incoming contoso via p at incoming");
  }

  @Test
  void direct_send_needs_a_connector_that_matches_jpds() {
    Tenant contoso = tenant("contoso", "contoso.com").toBuilder().rejectDirectSend(true).build();
    Tenant withPrinter =
        contoso.withInboundConnector(partner("printer", "*").senderIpAddresses(GATEWAY).build());

    assertThat(Mail.among(contoso).mail("contoso.com", "contoso.com"))
        .isEqualTo("rejected DIRECT_SEND contoso at incoming");
    assertThat(Mail.among(contoso).mail("sub.contoso.com", "contoso.com"))
        .isEqualTo("incoming contoso at incoming");
    assertThat(Mail.among(contoso).rules(RuleSet.V2023).mail("contoso.com", "contoso.com"))
        .isEqualTo("incoming contoso at incoming");
    assertThat(Mail.among(withPrinter).mail("contoso.com", "contoso.com"))
        .isEqualTo("incoming contoso via printer at incoming");
  }

  @Test
  void a_partner_connector_made_by_mistake_does_not_relay() {
    Mail mail = mailToContoso(partner("server", "*").senderIpAddresses(GATEWAY).build());

    assertThat(mail.mail("contoso.com", "contoso.com"))
        .isEqualTo("incoming contoso via server at incoming");
    assertThat(mail.mail("contoso.com", "example.net"))
        .isEqualTo("rejected NO_CONNECTOR_MATCHED at incoming");
  }

  @Test
  void a_tenant_without_mail_subscription_receives_nothing_irr() {
    Tenant contoso = tenant("contoso", "contoso.com").toBuilder().mailEnabled(false).build();

    assertThat(Mail.among(contoso).resolve("x.example", "contoso.com").reply().orElseThrow())
        .hasToString(
            "451 4.4.4 Mail received as unauthenticated, incoming to a recipient domain configured"
                + " in a hosted tenant which has no mail-enabled subscriptions. ATTR5");
  }

  @Test
  void revocation_that_was_left_out_is_said() {
    assertThat(
            mailToContoso()
                .certificateWithUncheckedRevocation("x.example")
                .mail("x.example", "contoso.com"))
        .isEqualTo("incoming contoso at incoming CERTIFICATE_UNMATCHED REVOCATION_NOT_CHECKED");
  }
}
