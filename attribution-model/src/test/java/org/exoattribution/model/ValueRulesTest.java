package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about one value: CERT-3, the last key of CERT-4, IN-3, IN-5, IP-1 and SEL-1. */
class ValueRulesTest {
  private static final Tenant CONTOSO =
      Tenant.builder("contoso")
          .acceptedDomains("contoso.com")
          .acceptedDomain(AcceptedDomain.parse("eu.fabrikam.com").withMatchSubDomains(true))
          .build();

  @ParameterizedTest
  @CsvSource({
    "contoso.com,         true",
    "mail.contoso.com,    false", // accepting contoso.com does not own a host in it
    "com,                 false",
    "*.contoso.com,       true",
    "*.com,               true", // contoso.com is below it
    "*.mail.contoso.com,  false",
    "*.fabrikam.com,      true",
    "*.a.eu.fabrikam.com, false", // MatchSubDomains does not count
    "a.eu.fabrikam.com,   false",
  })
  void a_certificate_name_is_owned_by_accepting_its_domain_or_one_below_its_star(
      String certificateName, boolean owned) {
    assertThat(CONTOSO.owns(CertificateNamePattern.parse(certificateName))).isEqualTo(owned);
  }

  @ParameterizedTest
  @CsvSource({
    "contoso.com,        2",
    "a.b.contoso.com,    2",
    "x.eu.fabrikam.com,  3",
    "fabrikam.com,       0",
    "xcontoso.com,       0",
  })
  void accepted_labels_are_those_of_the_longest_domain_that_is_the_name_or_above(
      String name, int labels) {
    assertThat(CONTOSO.acceptedLabels(DomainName.parse(name))).isEqualTo(labels);
  }

  @Test
  void of_several_entries_the_most_specific_covers_the_sender() {
    PartnerConnector partner =
        PartnerConnector.builder("From partners")
            .senderDomains("*", "*.fabrikam.com", "eu.fabrikam.com")
            .build();
    PartnerConnector nobody = PartnerConnector.builder("From nobody").build();

    assertThat(partner.entryFor(ReversePath.parse("a@eu.fabrikam.com")))
        .contains(SenderDomainPattern.parse("eu.fabrikam.com"));
    assertThat(partner.entryFor(ReversePath.parse("a@fabrikam.com")))
        .contains(SenderDomainPattern.parse("*.fabrikam.com"));
    assertThat(partner.entryFor(ReversePath.NULL)).contains(SenderDomainPattern.ANY);
    assertThat(nobody.covers(ReversePath.parse("a@fabrikam.com"))).isFalse();
  }

  @Test
  void of_several_ranges_the_longest_prefix_contains_the_source() {
    OnPremisesConnector gateway =
        OnPremisesConnector.builder("Gateway")
            .senderIpAddresses("192.0.2.0/24", "192.0.2.7", "192.0.2.0/28")
            .build();

    assertThat(gateway.rangeOf(IpAddress.parse("192.0.2.7")))
        .contains(SenderIpRange.parse("192.0.2.7"));
    assertThat(gateway.rangeOf(IpAddress.parse("192.0.2.8")))
        .contains(SenderIpRange.parse("192.0.2.0/28"));
    assertThat(gateway.rangeOf(IpAddress.parse("192.0.3.7"))).isEmpty();
    assertThat(gateway.rangeOf(IpAddress.parse("2001:db8::7"))).isEmpty();
  }

  @Test
  void connectors_are_ordered_by_name_whatever_its_letter_case() {
    InboundConnector first = PartnerConnector.builder("gateway a").build();
    InboundConnector second = PartnerConnector.builder("Gateway B").build();

    assertThat(List.of(second, first).stream().sorted(InboundConnector.BY_NAME))
        .containsExactly(first, second);
  }

  @ParameterizedTest
  @CsvSource({
    "*,              fabrikam.com,      true",
    "fabrikam.com,   *,                 false",
    "*.fabrikam.com, eu.fabrikam.com,   true",
    "*.fabrikam.com, *.eu.fabrikam.com, true",
    "fabrikam.com,   *.fabrikam.com,    false",
    "fabrikam.com,   fabrikam.com,      true",
    "fabrikam.com,   contoso.com,       false",
  })
  void an_entry_covers_another_if_it_covers_all_of_its_senders(
      String outer, String inner, boolean covered) {
    assertThat(SenderDomainPattern.parse(outer).coversAllOf(SenderDomainPattern.parse(inner)))
        .isEqualTo(covered);
  }
}
