package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.model.Refusals.assertRefused;

import org.exoattribution.model.AcceptedDomain.DomainType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedDomainTest {

  @Test
  void a_domain_alone_is_authoritative_and_does_not_match_its_subdomains() {
    AcceptedDomain domain = AcceptedDomain.parse("Contoso.com.");

    assertThat(domain.domainName()).isEqualTo(DomainName.parse("contoso.com"));
    assertThat(domain.domainType()).isEqualTo(DomainType.AUTHORITATIVE);
    assertThat(domain.matchSubDomains()).isFalse();
    assertThat(domain).isEqualTo(AcceptedDomain.of(DomainName.parse("contoso.com")));
  }

  @Test
  void each_property_changes_without_the_others() {
    AcceptedDomain domain =
        AcceptedDomain.parse("contoso.com")
            .withMatchSubDomains(true)
            .withDomainType(DomainType.INTERNAL_RELAY);

    assertThat(domain)
        .isEqualTo(
            new AcceptedDomain(DomainName.parse("contoso.com"), DomainType.INTERNAL_RELAY, true));
    assertThat(domain.withMatchSubDomains(false).domainType()).isEqualTo(DomainType.INTERNAL_RELAY);
  }

  @ParameterizedTest
  @CsvSource({
    "Authoritative, AUTHORITATIVE",
    "authoritative, AUTHORITATIVE",
    "InternalRelay, INTERNAL_RELAY",
    "INTERNALRELAY, INTERNAL_RELAY",
    "ExternalRelay, EXTERNAL_RELAY",
  })
  void a_domain_type_reads_as_the_cmdlets_write_it_in_any_letter_case(
      String text, DomainType type) {
    assertThat(DomainType.parse(text)).isEqualTo(type);
    assertThat(DomainType.parse(type.property())).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Internal", "INTERNAL_RELAY", "Authoritative "})
  void another_domain_type_is_refused_with_the_value(String text) {
    assertRefused(
        () -> DomainType.parse(text),
        "\""
            + text
            + "\" is not a DomainType: expected Authoritative, InternalRelay or ExternalRelay");
  }
}
