package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.exoattribution.model.Differences.assertAllDifferent;
import static org.exoattribution.model.Refusals.assertRefused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantTest {
  private static final PartnerConnector PARTNER =
      PartnerConnector.builder("From fabrikam").senderDomains("fabrikam.com").build();

  /** Every property other than at its default. */
  private static final Tenant CONTOSO =
      Tenant.builder("contoso")
          .tenantId("5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11")
          .rejectDirectSend(true)
          .mailEnabled(false)
          .acceptedDomains("contoso.com", "contoso.onmicrosoft.com")
          .inboundConnector(Connectors.onPremises())
          .inboundConnector(PARTNER)
          .build();

  @Test
  void a_tenant_of_a_name_alone_is_mail_enabled_and_holds_nothing() {
    Tenant tenant = Tenant.builder("contoso").build();

    assertThat(tenant.name()).isEqualTo("contoso");
    assertThat(tenant.tenantId()).isEmpty();
    assertThat(tenant.rejectDirectSend()).isFalse();
    assertThat(tenant.mailEnabled()).isTrue();
    assertThat(tenant.acceptedDomains()).isEmpty();
    assertThat(tenant.inboundConnectors()).isEmpty();
  }

  @Test
  void the_properties_set_are_those_of_the_tenant() {
    assertThat(CONTOSO.tenantId()).contains("5b2f6c1e-7f3a-4f0e-9d52-0c1b7a5e9a11");
    assertThat(CONTOSO.rejectDirectSend()).isTrue();
    assertThat(CONTOSO.mailEnabled()).isFalse();
    assertThat(CONTOSO.acceptedDomains())
        .containsExactly(
            AcceptedDomain.parse("contoso.com"), AcceptedDomain.parse("contoso.onmicrosoft.com"));
    assertThat(CONTOSO.inboundConnectors()).containsExactly(Connectors.onPremises(), PARTNER);
  }

  @Test
  void a_builder_of_a_tenant_keeps_every_property() {
    Tenant copy = CONTOSO.toBuilder().build();

    assertThat(copy).isEqualTo(CONTOSO).hasSameHashCodeAs(CONTOSO);
    assertThat(copy).usingRecursiveComparison().isEqualTo(CONTOSO);
  }

  @Test
  void tenants_that_differ_in_one_property_are_not_equal() {
    assertAllDifferent(
        List.of(
            CONTOSO,
            Tenant.builder("contoso").build(),
            CONTOSO.toBuilder().tenantId("other").build(),
            CONTOSO.toBuilder().rejectDirectSend(false).build(),
            CONTOSO.toBuilder().mailEnabled(true).build(),
            CONTOSO.toBuilder().acceptedDomains("contoso.example").build(),
            CONTOSO.toBuilder().clearAcceptedDomains().build(),
            CONTOSO.toBuilder().clearInboundConnectors().build()));
    assertThat(Tenant.builder("contoso").build()).isNotEqualTo(Tenant.builder("Contoso").build());
  }

  @Test
  void a_tenant_does_not_change_with_its_builder() {
    Tenant.Builder builder = Tenant.builder("contoso").acceptedDomains("contoso.com");
    Tenant tenant = builder.build();

    builder.clearAcceptedDomains().inboundConnector(PARTNER).mailEnabled(false);

    assertThat(tenant).isEqualTo(Tenant.builder("contoso").acceptedDomains("contoso.com").build());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> CONTOSO.acceptedDomains().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> CONTOSO.inboundConnectors().clear());
  }

  @Test
  void a_tenant_is_shown_by_its_name() {
    assertThat(CONTOSO).hasToString("tenant contoso");
  }

  @Test
  void a_connector_is_found_by_its_name_in_any_letter_case() {
    assertThat(CONTOSO.inboundConnector("FROM Fabrikam")).contains(PARTNER);
    assertThat(CONTOSO.inboundConnector("From tailspintoys")).isEmpty();
  }

  @Test
  void a_connector_takes_the_place_of_its_namesake() {
    PartnerConnector renamed =
        PartnerConnector.builder("GATEWAY").senderDomains("tailspintoys.com").build();

    assertThat(CONTOSO.withInboundConnector(renamed).inboundConnectors())
        .containsExactly(renamed, PARTNER);
  }

  @Test
  void a_connector_of_a_new_name_is_added() {
    PartnerConnector added = PartnerConnector.builder("From tailspintoys").build();
    Tenant changed = CONTOSO.withInboundConnector(added);

    assertThat(changed.inboundConnectors())
        .containsExactly(Connectors.onPremises(), PARTNER, added);
    assertThat(changed.toBuilder().clearInboundConnectors().build())
        .isEqualTo(CONTOSO.toBuilder().clearInboundConnectors().build());
  }

  @Test
  void a_tenant_accepts_its_domains_exactly_whatever_match_subdomains_says() {
    Tenant tenant =
        Tenant.builder("contoso")
            .acceptedDomain(AcceptedDomain.parse("contoso.com").withMatchSubDomains(true))
            .build();

    assertThat(tenant.accepts(DomainName.parse("Contoso.com"))).isTrue();
    assertThat(tenant.accepts(DomainName.parse("mail.contoso.com"))).isFalse();
    assertThat(tenant.accepts(DomainName.parse("com"))).isFalse();
  }

  @Test
  void two_connectors_of_one_name_are_refused_whatever_their_types_with_tenant_and_name() {
    Tenant.Builder builder =
        Tenant.builder("contoso")
            .inboundConnector(Connectors.onPremises())
            .inboundConnector(Connectors.partner());

    assertRefused(
        builder::build,
        "tenant \"contoso\" has two connectors named \"Gateway\" and \"Gateway\": expected distinct"
            + " names, whatever their letter case (DIR-1)");
  }

  @Test
  void two_connectors_whose_names_differ_in_case_only_are_refused() {
    Tenant.Builder builder =
        Tenant.builder("contoso")
            .inboundConnector(PartnerConnector.builder("gateway").build())
            .inboundConnector(PartnerConnector.builder("GATEWAY").build());

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(builder::build)
        .withMessageStartingWith("tenant \"contoso\" has two connectors named ")
        .withMessageContaining("\"GATEWAY\"")
        .withMessageEndingWith("(DIR-1)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "con\ntoso", "contoso\u0000", "contoso\u007f"})
  void a_name_is_neither_blank_nor_broken(String name) {
    assertRefused(
        () -> Tenant.builder(name).build(),
        InvalidValueException.quote(name)
            + " is not the name of a tenant: expected a text on one line");
  }

  @Test
  void a_bad_accepted_domain_is_refused_where_it_is_added() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Tenant.builder("contoso").acceptedDomains("contoso.com", "*.contoso.com"))
        .withMessageStartingWith("\"*.contoso.com\" is not a domain name");
  }
}
