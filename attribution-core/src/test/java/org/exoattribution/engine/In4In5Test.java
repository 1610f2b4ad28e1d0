package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.engine.Tenants.engine;
import static org.exoattribution.engine.Tenants.partner;
import static org.exoattribution.engine.Tenants.tenant;

import org.exoattribution.model.Attribution;
import org.exoattribution.model.Finding;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.junit.jupiter.api.Test;

/** IN-3, IN-4 and IN-5: which Partner connector mail comes in through, or which refuses it. */
class In4In5Test {
  private static final SimulatedConnection MAIL =
      Mail.mail("192.0.2.1", "a@fabrikam.com", "b@contoso.com");

  private static PartnerConnector toAddress(String name, String address) {
    return partner(name, "*").restrictDomainsToIpAddresses(true).senderIpAddresses(address).build();
  }

  private static PartnerConnector toBoth(String address, String certificateName) {
    return partner("Both", "*")
        .restrictDomainsToIpAddresses(true)
        .senderIpAddresses(address)
        .restrictDomainsToCertificate(true)
        .tlsSenderCertificateName(certificateName)
        .build();
  }

  @Test
  void a_restriction_that_is_not_met_refuses_before_open_connectors_are_asked() {
    AttributionEngine engine =
        engine(
            tenant(
                "contoso",
                partner("Open", "fabrikam.com").build(),
                toAddress("Restricting", "198.51.100.1")));
    Rejected result = (Rejected) engine.resolve(MAIL);

    assertThat(result.reason()).isEqualTo(RejectionReason.PARTNER_RESTRICTION);
    assertThat(result.connectorName()).contains("Restricting");
    assertThat(result.grounds().rules()).containsExactly(RuleId.IN_1, RuleId.IN_3, RuleId.IN_4);
  }

  @Test
  void a_restriction_that_is_met_sets_open_connectors_aside() {
    AttributionEngine engine =
        engine(
            tenant(
                "contoso",
                partner("Open", "fabrikam.com").build(),
                toAddress("Restricting", "192.0.2.1"),
                toAddress("Unmet", "198.51.100.1")));

    assertThat(engine.resolve(MAIL).connectorName()).contains("Restricting");
  }

  @Test
  void of_two_restrictions_both_must_be_met_or_either_as_the_reading_says() {
    Tenant contoso = tenant("contoso", toBoth("192.0.2.1", "mail.fabrikam.com"));
    AttributionEngine and = engine(contoso);
    AttributionEngine or = engine("partnerBoth", "OR", contoso);

    assertThat(and.resolve(MAIL).verdict()).isEqualTo(Attribution.Verdict.REJECTED);
    assertThat(and.resolve(MAIL).grounds().contestedReadings())
        .containsExactly(Reading.PARTNER_BOTH);
    assertThat(or.resolve(MAIL).connectorName()).contains("Both");
    assertThat(and.resolve(MAIL, Mail.certificate("mail.fabrikam.com")).connectorName())
        .contains("Both");
    assertThat(or.resolve(Mail.mail("192.0.2.2", "a@fabrikam.com", "b@contoso.com")).verdict())
        .isEqualTo(Attribution.Verdict.REJECTED);
  }

  @Test
  void by_certificate_comes_before_by_address_before_by_sender_domain() {
    AttributionEngine engine =
        engine(
            "partnerAddresses",
            "ALWAYS",
            tenant(
                "contoso",
                partner("By sender", "fabrikam.com").build(),
                partner("By address", "*").senderIpAddresses("192.0.2.1").build(),
                partner("By certificate", "*").tlsSenderCertificateName("*.fabrikam.com").build()));
    SimulatedConnection elsewhere = Mail.mail("192.0.2.9", "a@fabrikam.com", "b@contoso.com");

    assertThat(engine.resolve(MAIL, Mail.certificate("mx.fabrikam.com")).connectorName())
        .contains("By certificate");
    assertThat(engine.resolve(MAIL).connectorName()).contains("By address");
    assertThat(engine.resolve(elsewhere).connectorName()).contains("By sender");
  }

  @Test
  void addresses_of_a_connector_that_does_not_restrict_to_them_do_nothing() {
    AttributionEngine engine =
        engine(
            tenant(
                "contoso",
                partner("By sender", "fabrikam.com").build(),
                partner("By address", "*").senderIpAddresses("192.0.2.1").build()));
    Attribution result = engine.resolve(MAIL);

    assertThat(result.connectorName()).contains("By sender");
    assertThat(result.grounds().contestedReadings()).containsExactly(Reading.PARTNER_ADDRESSES);
  }

  @Test
  void the_most_specific_entry_of_sender_domains_wins_then_the_name() {
    AttributionEngine bySpecificity =
        engine(
            tenant(
                "contoso",
                partner("A", "*").build(),
                partner("B", "*.fabrikam.com").build(),
                partner("C", "fabrikam.com").build()));
    AttributionEngine byName =
        engine(tenant("contoso", partner("b", "*").build(), partner("A", "*").build()));

    assertThat(bySpecificity.resolve(MAIL).connectorName()).contains("C");
    assertThat(byName.resolve(MAIL).connectorName()).contains("A");
    assertThat(byName.resolve(MAIL).grounds().hasFinding(Finding.Id.AMBIGUOUS_CONNECTOR)).isTrue();
  }

  @Test
  void only_a_star_covers_the_null_reverse_path() {
    SimulatedConnection bounce = Mail.mail("192.0.2.1", "<>", "b@contoso.com");

    assertThat(
            engine(tenant("contoso", partner("Star", "*").build())).resolve(bounce).connectorName())
        .contains("Star");
    assertThat(
            engine(tenant("contoso", partner("Domain", "*.com").build()))
                .resolve(bounce)
                .connectorName())
        .isEmpty();
  }
}
