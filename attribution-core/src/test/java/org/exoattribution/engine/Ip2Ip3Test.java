package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.engine.Tenants.byAddress;
import static org.exoattribution.engine.Tenants.engine;
import static org.exoattribution.engine.Tenants.tenant;

import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Originating;
import org.exoattribution.model.Reading;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.RejectionReason;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Tenant;
import org.junit.jupiter.api.Test;

/** IP-1 to IP-4, NULL-1 and the keys of SEL-1 in the IP stage. */
class Ip2Ip3Test {
  private static final String GATEWAY = "203.0.113.10";
  private static final Tenant[] TENANTS = {
    tenant("contoso", byAddress("Gateway", GATEWAY)),
    tenant("fabrikam", byAddress("Gateway", GATEWAY))
  };
  private static final AttributionEngine SHARED = engine(TENANTS);

  private static Attribution resolve(AttributionEngine engine, String from, String to) {
    return engine.resolve(Mail.mail(GATEWAY, from, to));
  }

  @Test
  void the_owner_of_the_sender_wins_whoever_receives() {
    Attribution result = resolve(SHARED, "a@fabrikam.com", "b@contoso.com");

    assertThat(result.tenantName()).contains("fabrikam");
    assertThat(result.grounds().rules()).containsExactly(RuleId.IP_1, RuleId.IP_2);
    assertThat(result.findings())
        .contains(
            Finding.of(Finding.Id.SHARED_IP, "contoso, fabrikam"),
            Finding.of(Finding.Id.FOREIGN_RECIPIENT, "contoso"));
  }

  @Test
  void the_owner_of_the_recipient_wins_only_if_nobody_owns_the_sender() {
    Attribution result = resolve(SHARED, "a@stranger.example", "b@contoso.com");

    assertThat(result.tenantName()).contains("contoso");
    assertThat(((Originating) result).basis()).isEqualTo(AttributionBasis.RCPT_TO);
    assertThat(result.grounds().rules()).containsExactly(RuleId.IP_1, RuleId.IP_3);
    assertThat(result.grounds().contestedReadings())
        .containsExactly(Reading.RECIPIENT_ONLY_IP_MATCH);
  }

  @Test
  void under_the_other_reading_it_is_as_if_no_connector_had_matched() {
    AttributionEngine engine = engine("recipientOnlyIpMatch", "INCOMING", TENANTS);
    Attribution result = resolve(engine, "a@stranger.example", "b@contoso.com");

    assertThat(result.verdict()).isEqualTo(Attribution.Verdict.INCOMING);
    assertThat(result.grounds().rules()).containsExactly(RuleId.IP_3, RuleId.IN_1, RuleId.IN_5);
  }

  @Test
  void the_null_reverse_path_owns_nothing() {
    Attribution toOwn = resolve(SHARED, "<>", "b@contoso.com");
    Attribution toOthers = resolve(SHARED, "<>", "b@stranger.example");

    assertThat(toOwn.grounds().rules()).containsExactly(RuleId.NULL_1, RuleId.IP_1, RuleId.IP_3);
    assertThat(((Rejected) toOthers).reason()).isEqualTo(RejectionReason.DOMAIN_NOT_ACCEPTED);
    assertThat(toOthers.grounds().rules()).containsExactly(RuleId.NULL_1, RuleId.IP_4, RuleId.IN_1);
  }

  @Test
  void of_a_tenants_connectors_the_longest_prefix_wins_then_the_name() {
    AttributionEngine byPrefix =
        engine(
            tenant("contoso", byAddress("A", "203.0.113.0/24"), byAddress("B", "203.0.113.8/29")));
    AttributionEngine byName =
        engine(tenant("contoso", byAddress("second", GATEWAY), byAddress("First", GATEWAY)));
    Attribution named = resolve(byName, "a@contoso.com", "b@stranger.example");

    assertThat(resolve(byPrefix, "a@contoso.com", "b@stranger.example").connectorName())
        .contains("B");
    assertThat(named.connectorName()).contains("First");
    assertThat(named.grounds().hasFinding(Finding.Id.AMBIGUOUS_CONNECTOR)).isTrue();
    assertThat(named.grounds().rules()).endsWith(RuleId.SEL_1);
  }

  @Test
  void a_source_of_ipv6_has_no_candidates() {
    Attribution result =
        SHARED.resolve(Mail.mail("2001:db8::1", "a@contoso.com", "b@stranger.example"));

    assertThat(((Rejected) result).reason()).isEqualTo(RejectionReason.NO_CONNECTOR_MATCHED);
    assertThat(result.grounds().rules()).containsExactly(RuleId.IN_1);
  }
}
