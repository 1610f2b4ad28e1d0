package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.engine.Tenants.byAddress;
import static org.exoattribution.engine.Tenants.engine;
import static org.exoattribution.engine.Tenants.tenant;

import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.Finding;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.RuleSet;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.junit.jupiter.api.Test;

/** MULTI-1, MULTI-2 and MULTI-3: what the first recipient means to later ones. */
class MultiTest {
  private static final String SERVER = "192.0.2.1";
  private static final AttributionEngine ENGINE =
      engine(tenant("contoso", byAddress("Server", SERVER)), tenant("fabrikam"));

  private static List<Attribution> resolve(
      AttributionEngine engine, SimulatedConnection first, String... further) {
    return engine.resolve(
        SimulatedTransaction.of(first, Stream.of(further).map(ForwardPath::parse).toList()));
  }

  @Test
  void what_does_not_rest_on_the_first_recipient_holds_for_every_one() {
    List<Attribution> results =
        resolve(ENGINE, Mail.mail(SERVER, "a@contoso.com", "b@stranger.example"), "c@fabrikam.com");

    assertThat(results).extracting(Attribution::verdict).containsOnly(Verdict.ORIGINATING);
    assertThat(results.get(1).grounds().rules())
        .containsExactly(RuleId.IP_1, RuleId.IP_2, RuleId.MULTI_1);
    assertThat(results.get(1).findings())
        .containsExactly(Finding.of(Finding.Id.FOREIGN_RECIPIENT, "fabrikam"));
  }

  @Test
  void where_a_connector_matched_recipients_of_another_domain_are_deferred_and_others_share() {
    List<Attribution> results =
        resolve(
            ENGINE,
            Mail.mail(SERVER, "a@stranger.example", "b@contoso.com"),
            "c@fabrikam.com",
            "d@contoso.com");

    assertThat(((Rejected) results.get(1)).reason())
        .isEqualTo(RejectionReason.RECIPIENT_DOMAIN_DIFFERS);
    assertThat(results.get(1).grounds().rules()).containsExactly(RuleId.MULTI_2);
    assertThat(results.get(2).grounds()).isEqualTo(results.get(0).grounds());
    assertThat(results.get(2).connection().rcptTo()).hasToString("d@contoso.com");
  }

  @Test
  void for_half_a_year_such_a_transaction_was_refused_as_a_whole() {
    SimulatedConnection mail =
        Mail.mail(SERVER, "a@stranger.example", "b@contoso.com").toBuilder()
            .at("2017-12-07T00:00:00Z")
            .build();
    AttributionEngine then = ENGINE.withRuleSet(RuleSet.V2017);

    assertThat(resolve(then, mail, "c@fabrikam.com"))
        .allSatisfy(
            each ->
                assertThat(((Rejected) each).reason())
                    .isEqualTo(RejectionReason.DOMAIN_NOT_ACCEPTED));
    assertThat(resolve(then, mail, "c@contoso.com"))
        .extracting(Attribution::verdict)
        .containsOnly(Verdict.ORIGINATING);
    assertThat(
            resolve(then, mail.toBuilder().at("2018-01-01T00:00:00Z").build(), "c@fabrikam.com")
                .get(0)
                .verdict())
        .isEqualTo(Verdict.ORIGINATING);
  }

  @Test
  void otherwise_each_recipient_is_resolved_alone() {
    SimulatedConnection first = Mail.mail("198.51.100.1", "a@stranger.example", "b@contoso.com");
    List<Attribution> results = resolve(ENGINE, first, "c@fabrikam.com");

    assertThat(results)
        .containsExactly(
            ENGINE.resolve(first),
            ENGINE.resolve(first.withRcptTo(ForwardPath.parse("c@fabrikam.com"))));
  }
}
