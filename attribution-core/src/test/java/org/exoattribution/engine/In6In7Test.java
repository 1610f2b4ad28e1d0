package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.engine.Tenants.byAddress;
import static org.exoattribution.engine.Tenants.engine;
import static org.exoattribution.engine.Tenants.partner;
import static org.exoattribution.engine.Tenants.tenant;

import org.exoattribution.model.Attribution;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.junit.jupiter.api.Test;

/** IN-1, FOR-1, FOR-2, IN-2, IN-6 and IN-7: what the receiver refuses whatever its connectors. */
class In6In7Test {
  private static final SimulatedConnection DIRECT =
      Mail.mail("192.0.2.1", "printer@contoso.com", "b@contoso.com");

  private static Tenant rejectingDirectSend(InboundConnector... connectors) {
    return tenant("contoso", connectors).toBuilder().rejectDirectSend(true).build();
  }

  private static RejectionReason reason(Attribution result) {
    return ((Rejected) result).reason();
  }

  @Test
  void nobody_relays_to_a_domain_that_nobody_accepts() {
    SimulatedConnection relay = Mail.mail("192.0.2.1", "a@contoso.com", "b@stranger.example");

    assertThat(reason(engine(tenant("contoso")).resolve(relay)))
        .isEqualTo(RejectionReason.NO_CONNECTOR_MATCHED);
  }

  @Test
  void the_chosen_connector_may_require_tls() {
    AttributionEngine engine =
        engine(
            tenant("contoso", partner("From fabrikam", "fabrikam.com").requireTls(true).build()));
    SimulatedConnection plaintext = Mail.mail("192.0.2.1", "a@fabrikam.com", "b@contoso.com");

    assertThat(reason(engine.resolve(plaintext))).isEqualTo(RejectionReason.TLS_REQUIRED);
    assertThat(engine.resolve(plaintext.toBuilder().tls(true).build()).verdict())
        .isEqualTo(Verdict.INCOMING);
  }

  @Test
  void direct_send_is_refused_from_where_no_enabled_connector_names_the_source() {
    AttributionEngine none = engine(rejectingDirectSend());
    AttributionEngine partner =
        engine(
            rejectingDirectSend(
                partner("Printers", "other.example").senderIpAddresses("192.0.2.1").build()));
    AttributionEngine disabled =
        engine(rejectingDirectSend(byAddress("Printers", "192.0.2.1").withEnabled(false)));

    assertThat(reason(none.resolve(DIRECT))).isEqualTo(RejectionReason.DIRECT_SEND);
    assertThat(partner.resolve(DIRECT).verdict()).isEqualTo(Verdict.INCOMING);
    assertThat(reason(disabled.resolve(DIRECT))).isEqualTo(RejectionReason.DIRECT_SEND);
  }

  @Test
  void direct_send_is_of_the_receivers_own_domains_and_exists_since_2025() {
    AttributionEngine engine = engine(rejectingDirectSend());

    assertThat(engine.resolve(Mail.mail("192.0.2.1", "a@other.example", "b@contoso.com")).verdict())
        .isEqualTo(Verdict.INCOMING);
    assertThat(engine.withRuleSet(RuleSet.V2023).resolve(DIRECT).verdict())
        .isEqualTo(Verdict.INCOMING);
  }

  @Test
  void a_tenant_without_mail_receives_nothing_and_one_of_another_forest_not_here() {
    Tenant without = tenant("contoso").toBuilder().mailEnabled(false).build();
    Tenant elsewhere = without.toBuilder().forest("eurprd04").build();
    SimulatedConnection here = DIRECT.toBuilder().forest("namprd09").build();

    assertThat(reason(engine(without).resolve(here)))
        .isEqualTo(RejectionReason.NO_MAIL_SUBSCRIPTION);
    assertThat(reason(engine(elsewhere).resolve(here))).isEqualTo(RejectionReason.WRONG_FOREST);
    assertThat(reason(engine(elsewhere).resolve(DIRECT)))
        .isEqualTo(RejectionReason.NO_MAIL_SUBSCRIPTION);
  }

  @Test
  void connectors_of_tenants_in_another_forest_do_not_take_part() {
    Tenant contoso =
        tenant("contoso", byAddress("Server", "192.0.2.1")).toBuilder().forest("eurprd04").build();
    SimulatedConnection relay = Mail.mail("192.0.2.1", "a@contoso.com", "b@stranger.example");

    assertThat(engine(contoso).resolve(relay.toBuilder().forest("eurprd04").build()).verdict())
        .isEqualTo(Verdict.ORIGINATING);
    assertThat(reason(engine(contoso).resolve(relay.toBuilder().forest("namprd09").build())))
        .isEqualTo(RejectionReason.NO_CONNECTOR_MATCHED);
  }
}
