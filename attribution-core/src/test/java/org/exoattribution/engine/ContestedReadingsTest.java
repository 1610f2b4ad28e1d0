package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.engine.Tenants.accepting;
import static org.exoattribution.engine.Tenants.byAddress;
import static org.exoattribution.engine.Tenants.byCertificate;
import static org.exoattribution.engine.Tenants.engine;
import static org.exoattribution.engine.Tenants.partner;
import static org.exoattribution.engine.Tenants.tenant;

import java.util.List;
import java.util.Set;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Reading;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.junit.jupiter.api.Test;

/** Section 10: contested are the readings of the smallest changes that change the result. */
class ContestedReadingsTest {
  private static final SimulatedConnection MAIL =
      Mail.mail("192.0.2.1", "a@fabrikam.com", "b@contoso.com");

  private static Set<Reading> contested(Attribution attribution) {
    return attribution.grounds().contestedReadings();
  }

  /** "By sender" is chosen unless the other one applies, and its addresses count. */
  @Test
  void two_readings_that_matter_together_alone_are_both_contested() {
    AttributionEngine engine =
        engine(
            tenant(
                "contoso",
                partner("By sender", "fabrikam.com").build(),
                partner("By address", "*")
                    .senderIpAddresses("192.0.2.1")
                    .associatedAcceptedDomains("contoso.com")
                    .build()));

    assertThat(engine.resolve(MAIL).connectorName()).contains("By sender");
    assertThat(contested(engine.resolve(MAIL)))
        .containsExactly(Reading.ASSOCIATED_DOMAINS, Reading.PARTNER_ADDRESSES);
    assertThat(engine.explain(MAIL).attribution()).isEqualTo(engine.resolve(MAIL));
  }

  @Test
  void a_restriction_that_one_reading_lifts_may_leave_the_choice_to_another() {
    AttributionEngine engine =
        engine(
            tenant(
                "contoso",
                partner("A", "*")
                    .senderIpAddresses("192.0.2.1")
                    .tlsSenderCertificateName("mail.fabrikam.com")
                    .restrictDomainsToCertificate(true)
                    .restrictDomainsToIpAddresses(true)
                    .build(),
                partner("B", "fabrikam.com")
                    .senderIpAddresses("192.0.2.1")
                    .restrictDomainsToIpAddresses(true)
                    .build()));

    // Under OR both are left, and the address, which restricts in both, decides.
    assertThat(engine.resolve(MAIL).connectorName()).contains("B");
    assertThat(contested(engine.resolve(MAIL))).containsExactly(Reading.PARTNER_BOTH);
  }

  @Test
  void a_reading_that_changes_a_match_but_not_the_result_is_not_contested() {
    AttributionEngine engine =
        engine(
            accepting(
                "contoso",
                List.of("contoso.com", "mail.eu.contoso.com"),
                byCertificate("Host", "mail.eu.contoso.com"),
                byCertificate("Wildcard", "*.contoso.com")));
    Attribution result = engine.resolve(MAIL, Mail.certificate("mail.eu.contoso.com"));

    assertThat(result.connectorName()).contains("Host");
    assertThat(contested(result)).isEmpty(); // the wildcard may match, and is less exact
    assertThat(contested(engine.resolve(MAIL, Mail.certificate("mx.eu.contoso.com"))))
        .containsExactly(Reading.WILDCARD_DEPTH);
  }

  @Test
  void a_reading_of_which_nothing_asks_is_not_contested() {
    AttributionEngine engine =
        engine(
            tenant("contoso", partner("Any", "*").build()),
            tenant("fabrikam", byAddress("Gateway", "198.51.100.1")));

    assertThat(contested(engine.resolve(MAIL))).isEmpty();
  }

  @Test
  void recipients_of_a_transaction_contest_what_decided_about_the_first() {
    AttributionEngine engine =
        engine(
            tenant(
                "contoso",
                OnPremisesConnector.builder("Gateway")
                    .senderIpAddresses("192.0.2.1")
                    .associatedAcceptedDomains("contoso.com")
                    .build()),
            tenant("tailspintoys"));
    List<Attribution> results =
        engine.resolve(
            SimulatedTransaction.of(MAIL, List.of(ForwardPath.parse("c@tailspintoys.com"))));

    // If the recipient is associated, the connector matches, and the second one is deferred.
    assertThat(results).extracting(Attribution::tenantName).allMatch(name -> name.isPresent());
    assertThat(contested(results.get(0))).containsExactly(Reading.ASSOCIATED_DOMAINS);
    assertThat(contested(results.get(1))).containsExactly(Reading.ASSOCIATED_DOMAINS);
  }
}
