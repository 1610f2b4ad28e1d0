package org.exoattribution.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.reference.Mail.GATEWAY;
import static org.exoattribution.testkit.reference.Mail.byCertificate;
import static org.exoattribution.testkit.reference.Mail.byIp;
import static org.exoattribution.testkit.reference.Mail.tenant;

import java.util.List;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.Tenant;
import org.junit.jupiter.api.Test;

/** Section 5 on cases from the sources, named by their rules and source keys. */
class OnPremisesStagesTest {
  private static final Tenant CONTOSO_BY_IP =
      tenant("contoso", "contoso.com", byIp("relay", GATEWAY));

  @Test
  void tenants_behind_one_address_are_told_apart_by_the_envelope_boll() {
    Mail mail =
        Mail.among(
            tenant("alpha", "alpha.example", byIp("to gateway", GATEWAY)),
            tenant("beta", "beta.example", byIp("to gateway", GATEWAY)));

    assertThat(mail.mail("beta.example", "example.net"))
        .isEqualTo("originating beta via to gateway at ip by mail-from SHARED_IP");
    assertThat(mail.mail("newsletter.example", "example.net"))
        .isEqualTo("rejected DOMAIN_NOT_ACCEPTED at incoming SHARED_IP");
    assertThat(mail.mail("newsletter.example", "alpha.example"))
        .isEqualTo("originating alpha via to gateway at ip by rcpt-to SHARED_IP RECIPIENT_DECIDED");
  }

  @Test
  void a_certificate_of_its_own_tells_each_tenant_apart_boll() {
    Mail mail =
        Mail.among(
                tenant(
                    "alpha",
                    List.of("alpha.example", "gw.alpha.example"),
                    byCertificate("gw", "gw.alpha.example")),
                tenant(
                    "beta",
                    List.of("beta.example", "gw.beta.example"),
                    byCertificate("gw", "gw.beta.example")))
            .source("2001:db8::1");

    assertThat(mail.certificate("gw.beta.example").mail("newsletter.example", "example.net"))
        .isEqualTo("originating beta via gw at certificate by certificate-domain");
    assertThat(
            mail.certificateFailing(RuleId.PKI_2, "gw.beta.example")
                .mail("newsletter.example", "example.net"))
        .isEqualTo("rejected NO_CONNECTOR_MATCHED at incoming CERTIFICATE_IGNORED");
    assertThat(mail.certificate("gw.gamma.example").mail("newsletter.example", "example.net"))
        .isEqualTo("rejected NO_CONNECTOR_MATCHED at incoming CERTIFICATE_UNMATCHED");
  }

  @Test
  void a_disabled_connector_that_would_have_won_is_found_winter() {
    Mail mail =
        Mail.among(
            tenant(
                "contoso",
                "contoso.com",
                byIp("by ip", GATEWAY).withEnabled(false),
                byCertificate("by certificate", "*.contoso.com")));

    assertThat(mail.mail("contoso.com", "example.net"))
        .isEqualTo("rejected NO_CONNECTOR_MATCHED at incoming DISABLED_CONNECTOR_WOULD_MATCH");
    assertThat(mail.certificate("mail.contoso.com").mail("contoso.com", "example.net"))
        .isEqualTo("originating contoso via by certificate at certificate by certificate-domain");
  }

  @Test
  void forwarded_mail_needs_a_certificate_since_2017_kb3169958() {
    assertThat(Mail.among(CONTOSO_BY_IP).mail("fabrikam.com", "tailspintoys.com"))
        .isEqualTo("rejected DOMAIN_NOT_ACCEPTED at incoming");
    assertThat(
            Mail.among(CONTOSO_BY_IP).rules(RuleSet.V2016).mail("fabrikam.com", "tailspintoys.com"))
        .isEqualTo("originating contoso via relay at ip by connector");
    assertThat(
            Mail.among(tenant("contoso", "contoso.com", byCertificate("hcw", "*.contoso.com")))
                .certificate("other.example", "mail.contoso.com")
                .mail("<>", "tailspintoys.com"))
        .isEqualTo(
            "originating contoso via hcw at certificate by certificate-domain WILDCARD_CAPTURE");
  }

  @Test
  void a_wildcard_captures_mail_of_strangers_bender_1() {
    Mail mail =
        Mail.among(
                tenant(
                    "varunagroup",
                    List.of("varunagroup.de", "varunagroup.onmicrosoft.com"),
                    byCertificate("Inbound from HCW", "*.varunagroup.de")),
                tenant("fabrikam", "fabrikam.com"))
            .certificate("mx01.varunagroup.de", "mx02.varunagroup.de");

    assertThat(mail.mail("setebos-ag.com", "fabrikam.com"))
        .isEqualTo(
            "originating varunagroup via Inbound from HCW at certificate by certificate-domain"
                + " FOREIGN_RECIPIENT WILDCARD_CAPTURE");
  }

  @Test
  void a_host_name_below_an_accepted_domain_is_not_owned_jptls() {
    Mail mail =
        Mail.among(
                tenant(
                    "varunagroup",
                    "varunagroup.de",
                    byCertificate("edge", "smtpo365.varunagroup.de")))
            .certificate("smtpo365.varunagroup.de");

    assertThat(mail.mail("varunagroup.de", "example.net"))
        .isEqualTo(
            "originating varunagroup via edge at certificate by mail-from"
                + " CERTIFICATE_DOMAIN_NOT_ACCEPTED");
    assertThat(mail.mail("<>", "example.net"))
        .isEqualTo("rejected DOMAIN_NOT_ACCEPTED at incoming");
  }

  @Test
  void header_from_counted_until_2023_relay23() {
    Mail mail = Mail.among(CONTOSO_BY_IP).headerFrom("contoso.com");

    assertThat(mail.rules(RuleSet.V2017).mail("fabrikam.com", "example.net"))
        .isEqualTo("originating contoso via relay at ip by header-from");
    assertThat(mail.rules(RuleSet.V2023).mail("fabrikam.com", "example.net"))
        .isEqualTo("rejected DOMAIN_NOT_ACCEPTED at incoming");
  }

  @Test
  void a_match_by_address_and_recipient_alone_is_a_matter_of_reading() {
    Mail mail = Mail.among(CONTOSO_BY_IP);

    assertThat(mail.mail("fabrikam.com", "contoso.com"))
        .isEqualTo("originating contoso via relay at ip by rcpt-to RECIPIENT_DECIDED");
    assertThat(mail.reading("recipientOnlyIpMatch", "INCOMING").mail("fabrikam.com", "contoso.com"))
        .isEqualTo("incoming contoso at incoming");
  }

  @Test
  void the_most_exactly_matching_tenant_wins_attr() {
    Mail mail =
        Mail.among(
            tenant("t1", "contoso.com", byCertificate("c", "*.contoso.com")),
            tenant("t2", "jpn.contoso.com", byCertificate("c", "*.contoso.com")));

    assertThat(mail.certificate("gw.jpn.contoso.com").mail("contoso.com", "example.net"))
        .isEqualTo(
            "originating t2 via c at certificate by certificate-domain"
                + " FOREIGN_SENDER WILDCARD_CAPTURE");
    assertThat(mail.certificate("gw.contoso.com").mail("contoso.com", "example.net"))
        .isEqualTo("originating t1 via c at certificate by certificate-domain");
    assertThat(
            mail.certificate("gw.contoso.com", "gw.jpn.contoso.com", "x.de.contoso.com")
                .mail("<>", "example.net"))
        .isEqualTo("originating t2 via c at certificate by certificate-domain WILDCARD_CAPTURE");
  }

  @Test
  void connectors_of_another_forest_are_no_candidates_for_1() {
    Tenant there =
        CONTOSO_BY_IP.toBuilder()
            .inboundConnector(byCertificate("c", "*.contoso.com"))
            .forest("namprd09")
            .build();
    Mail mail = Mail.among(there).certificate("mail.contoso.com");

    assertThat(mail.mail("contoso.com", "example.net"))
        .isEqualTo("originating contoso via c at certificate by certificate-domain");
    assertThat(mail.forest("namprd09").mail("contoso.com", "example.net"))
        .isEqualTo("originating contoso via c at certificate by certificate-domain");
    assertThat(mail.forest("eurprd04").mail("contoso.com", "example.net"))
        .isEqualTo("rejected NO_CONNECTOR_MATCHED at incoming CERTIFICATE_UNMATCHED");
  }

  @Test
  void owned_candidates_that_tie_are_told_apart_by_the_envelope() {
    Mail mail =
        Mail.among(
                tenant("t1", "us.contoso.com", byCertificate("c", "*.contoso.com")),
                tenant("t2", "jpn.contoso.com", byCertificate("c", "*.contoso.com")))
            .certificate("gw.contoso.com");

    assertThat(mail.mail("jpn.contoso.com", "us.contoso.com"))
        .isEqualTo(
            "originating t2 via c at certificate by mail-from FOREIGN_RECIPIENT"
                + " AMBIGUOUS_CERTIFICATE");
    assertThat(mail.mail("<>", "example.net"))
        .isEqualTo("rejected DOMAIN_NOT_ACCEPTED at incoming AMBIGUOUS_CERTIFICATE");
  }

  @Test
  void an_unowned_certificate_serves_whom_the_envelope_names_mc1226222() {
    Mail mail =
        Mail.among(
                tenant("t1", "one.example", byCertificate("c", "gw.shared.example")),
                tenant("t2", "two.example", byCertificate("c", "gw.shared.example")))
            .certificate("gw.shared.example");

    assertThat(mail.mail("two.example", "one.example"))
        .isEqualTo(
            "originating t2 via c at certificate by mail-from"
                + " FOREIGN_RECIPIENT CERTIFICATE_DOMAIN_NOT_ACCEPTED");
    assertThat(mail.mail("example.org", "one.example"))
        .isEqualTo(
            "originating t1 via c at certificate by rcpt-to"
                + " CERTIFICATE_DOMAIN_NOT_ACCEPTED RECIPIENT_DECIDED");
    assertThat(mail.mail("example.org", "example.net"))
        .isEqualTo("rejected DOMAIN_NOT_ACCEPTED at incoming");
  }

  @Test
  void the_longest_prefix_then_the_name_chooses_inside_a_tenant_sel_1() {
    Mail mail =
        Mail.among(
            tenant(
                "contoso",
                "contoso.com",
                byIp("wide", "203.0.113.0/24"),
                byIp("beta", "203.0.113.99/25", "192.0.2.1"),
                byIp("Alpha", "203.0.113.0/25")));

    assertThat(mail.mail("contoso.com", "example.net"))
        .isEqualTo("originating contoso via Alpha at ip by mail-from AMBIGUOUS_CONNECTOR");
    assertThat(mail.source("203.0.113.200").mail("contoso.com", "example.net"))
        .isEqualTo("originating contoso via wide at ip by mail-from");
  }

  @Test
  void match_sub_domains_makes_subdomains_owned_but_not_for_certificates_dom_2() {
    Tenant contoso =
        Tenant.builder("contoso")
            .acceptedDomain(AcceptedDomain.parse("contoso.com").withMatchSubDomains(true))
            .inboundConnector(
                OnPremisesConnector.builder("relay")
                    .senderIpAddresses(GATEWAY)
                    .tlsSenderCertificateName("gw.contoso.com")
                    .build())
            .build();
    Mail mail = Mail.among(contoso, tenant("fabrikam", "eu.contoso.com"));

    assertThat(mail.mail("a.b.contoso.com", "example.net"))
        .isEqualTo("originating contoso via relay at ip by mail-from");
    assertThat(mail.mail("x.eu.contoso.com", "example.net"))
        .isEqualTo("originating contoso via relay at ip by mail-from");
    assertThat(mail.mail("eu.contoso.com", "example.net"))
        .isEqualTo("rejected DOMAIN_NOT_ACCEPTED at incoming");
    assertThat(mail.certificate("gw.contoso.com").mail("<>", "example.net"))
        .isEqualTo("rejected DOMAIN_NOT_ACCEPTED at incoming");
  }

  @Test
  void associated_domains_limit_where_a_connector_applies_con_9() {
    Tenant contoso =
        tenant(
            "contoso",
            List.of("contoso.com", "contoso.org"),
            OnPremisesConnector.builder("relay")
                .senderIpAddresses(GATEWAY)
                .associatedAcceptedDomains("contoso.org")
                .build());

    assertThat(Mail.among(contoso).mail("contoso.org", "example.net"))
        .isEqualTo("originating contoso via relay at ip by mail-from");
    assertThat(Mail.among(contoso).mail("contoso.com", "example.net"))
        .isEqualTo("rejected NO_CONNECTOR_MATCHED at incoming");
    assertThat(
            Mail.among(contoso)
                .reading("associatedDomains", "RECIPIENT")
                .mail("contoso.com", "contoso.org"))
        .isEqualTo("originating contoso via relay at ip by mail-from");
  }

  @Test
  void a_refused_certificate_ends_the_session_under_reading_refuse() {
    Mail mail = Mail.among(CONTOSO_BY_IP).reading("badCertificate", "REFUSE");

    ReferenceResult expired =
        mail.certificateFailing(RuleId.PKI_2, "gw.contoso.com").resolve("contoso.com", "x.example");
    ReferenceResult untrusted =
        mail.certificateFailing(RuleId.PKI_4, "gw.contoso.com").resolve("contoso.com", "x.example");

    assertThat(expired.reply().orElseThrow())
        .hasToString(
            "454 4.7.0 Failed to establish appropriate TLS channel:"
                + " ATTR41: CertificateExpired: Access Denied");
    assertThat(untrusted.reply().orElseThrow())
        .hasToString(
            "454 4.7.0 Failed to establish appropriate TLS channel: UntrustedRoot: Access Denied");
    assertThat(mail.mail("contoso.com", "x.example"))
        .isEqualTo("rejected CERTIFICATE_REFUSED at certificate CERTIFICATE_IGNORED");
    assertThat(mail.plaintext().mail("contoso.com", "x.example"))
        .isEqualTo("originating contoso via relay at ip by mail-from CERTIFICATE_IGNORED");
  }
}
