package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.exoattribution.model.Connectors.apply;
import static org.exoattribution.model.Connectors.changesOfBothTypes;
import static org.exoattribution.model.Connectors.onPremises;
import static org.exoattribution.model.Connectors.partner;
import static org.exoattribution.model.Differences.assertAllDifferent;
import static org.exoattribution.model.Refusals.assertRefused;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What connectors of both types have in common: defaults, copies, equality. */
class InboundConnectorTest {
  /** Every property of a Partner connector but TreatMessagesAsInternal (CON-6). */
  private static final PartnerConnector FULL_PARTNER =
      apply(partner().toBuilder(), changesOfBothTypes())
          .restrictDomainsToCertificate(true)
          .restrictDomainsToIpAddresses(true)
          .build();

  /** Every property of an OnPremises connector but CloudServicesMailEnabled (CON-6). */
  private static final OnPremisesConnector FULL_ON_PREMISES =
      apply(onPremises().toBuilder(), changesOfBothTypes())
          .restrictDomainsToCertificate(true)
          .restrictDomainsToIpAddresses(true)
          .cloudServicesMailEnabled(false)
          .treatMessagesAsInternal(true)
          .build();

  @Test
  void absent_properties_have_the_defaults_of_the_cmdlets() {
    PartnerConnector connector = PartnerConnector.builder("From fabrikam").build();

    assertThat(connector.name()).isEqualTo("From fabrikam");
    assertThat(connector.enabled()).isTrue();
    assertThat(connector.requireTls()).isTrue();
    assertThat(connector.restrictDomainsToCertificate()).isFalse();
    assertThat(connector.restrictDomainsToIpAddresses()).isFalse();
    assertThat(connector.cloudServicesMailEnabled()).isFalse();
    assertThat(connector.treatMessagesAsInternal()).isFalse();
    assertThat(connector.tlsSenderCertificateName()).isEmpty();
    assertThat(connector.senderIpAddresses()).isEmpty();
    assertThat(connector.senderDomains()).isEmpty();
    assertThat(connector.associatedAcceptedDomains()).isEmpty();
    assertThat(connector.otherProperties()).isEmpty();
  }

  @Test
  void the_properties_set_are_those_of_the_connector() {
    assertThat(FULL_ON_PREMISES.enabled()).isFalse();
    assertThat(FULL_ON_PREMISES.tlsSenderCertificateName())
        .contains(CertificateNamePattern.parse("*.contoso.com"));
    assertThat(FULL_ON_PREMISES.senderIpAddresses())
        .containsExactly(SenderIpRange.parse("192.0.2.0/24"), SenderIpRange.parse("198.51.100.7"));
    assertThat(FULL_ON_PREMISES.senderDomains())
        .containsExactly(
            SenderDomainPattern.parse("*.fabrikam.com"),
            SenderDomainPattern.parse("tailspintoys.com"));
    assertThat(FULL_ON_PREMISES.requireTls()).isFalse();
    assertThat(FULL_ON_PREMISES.restrictDomainsToCertificate()).isTrue();
    assertThat(FULL_ON_PREMISES.restrictDomainsToIpAddresses()).isTrue();
    assertThat(FULL_ON_PREMISES.associatedAcceptedDomains())
        .containsExactly(DomainName.parse("contoso.com"), DomainName.parse("mail.contoso.com"));
    assertThat(FULL_ON_PREMISES.treatMessagesAsInternal()).isTrue();
    assertThat(FULL_PARTNER.cloudServicesMailEnabled()).isTrue();
    assertThat(FULL_PARTNER.otherProperties())
        .containsExactly(Map.entry("ClientHostNames", "mail.contoso.com"));
  }

  @Test
  void the_connectors_of_these_tests_leave_no_property_at_its_default()
      throws IllegalAccessException {
    InboundConnector defaults = PartnerConnector.builder("Other").build();
    for (Field field : InboundConnector.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        continue; // what tools that measure coverage add
      }
      field.setAccessible(true);
      assertThat(List.of(state(field, FULL_PARTNER), state(field, FULL_ON_PREMISES)))
          .as(field.getName())
          .isNotEqualTo(List.of(state(field, defaults), state(field, defaults)));
    }
  }

  private static String state(Field field, InboundConnector connector)
      throws IllegalAccessException {
    return String.valueOf(field.get(connector));
  }

  @Test
  void a_builder_of_a_connector_keeps_its_type_and_every_property() {
    for (InboundConnector connector :
        List.of(onPremises(), partner(), FULL_ON_PREMISES, FULL_PARTNER)) {
      InboundConnector copy = connector.toBuilder().build();

      assertThat(copy).isEqualTo(connector).hasSameHashCodeAs(connector);
      assertThat(copy).hasSameClassAs(connector);
      assertThat(copy).usingRecursiveComparison().isEqualTo(connector);
    }
  }

  @Test
  void connectors_that_differ_in_one_property_are_not_equal() {
    List<UnaryOperator<InboundConnector.Builder<PartnerConnector>>> changes =
        new ArrayList<>(changesOfBothTypes());
    List<PartnerConnector> connectors = new ArrayList<>();
    connectors.add(partner());
    connectors.add(PartnerConnector.builder("Gateway 2").build());
    for (UnaryOperator<InboundConnector.Builder<PartnerConnector>> change : changes) {
      connectors.add(change.apply(partner().toBuilder()).build());
    }
    connectors.add(FULL_PARTNER);
    connectors.add(FULL_PARTNER.toBuilder().restrictDomainsToCertificate(false).build());
    connectors.add(FULL_PARTNER.toBuilder().restrictDomainsToIpAddresses(false).build());

    assertAllDifferent(connectors);
  }

  @Test
  void connectors_of_two_types_are_not_equal() {
    PartnerConnector partner =
        PartnerConnector.builder("Gateway").senderIpAddresses("192.0.2.1").build();

    assertThat(onPremises()).isNotEqualTo(partner);
    assertThat(onPremises().connectorType()).isEqualTo("OnPremises");
    assertThat(partner.connectorType()).isEqualTo("Partner");
  }

  @Test
  void a_connector_is_shown_with_what_it_matches_by() {
    assertThat(partner()).hasToString("Partner connector Gateway");
    assertThat(onPremises())
        .hasToString("OnPremises connector Gateway, SenderIPAddresses [192.0.2.1]");
    assertThat(FULL_ON_PREMISES)
        .hasToString(
            "OnPremises connector Gateway, disabled, TlsSenderCertificateName *.contoso.com,"
                + " SenderIPAddresses [192.0.2.0/24, 198.51.100.7]");
  }

  @Test
  void fold_calls_the_function_of_the_type() {
    assertThat(onPremises().<String>fold(c -> "on-premises", c -> "partner"))
        .isEqualTo("on-premises");
    assertThat(partner().<String>fold(c -> "on-premises", c -> "partner")).isEqualTo("partner");
  }

  @Test
  void enabling_and_disabling_change_nothing_else() {
    InboundConnector enabled = FULL_PARTNER.withEnabled(true);

    assertThat(enabled.enabled()).isTrue();
    assertThat(enabled.withEnabled(false)).isEqualTo(FULL_PARTNER);
  }

  @Test
  void the_certificate_name_can_be_taken_away() {
    OnPremisesConnector connector =
        onPremises().toBuilder().tlsSenderCertificateName("mail.contoso.com").build();

    assertThat(connector.toBuilder().withoutTlsSenderCertificateName().build())
        .isEqualTo(onPremises());
  }

  @Test
  void a_connector_does_not_change_with_its_builder_or_the_lists_given() {
    List<SenderIpRange> ranges = new ArrayList<>(List.of(SenderIpRange.parse("192.0.2.1")));
    InboundConnector.Builder<OnPremisesConnector> builder =
        OnPremisesConnector.builder("Gateway").senderIpAddresses(ranges);
    OnPremisesConnector connector = builder.build();

    ranges.clear();
    builder.enabled(false).otherProperty("Comment", "changed");

    assertThat(connector).isEqualTo(onPremises());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> connector.senderIpAddresses().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> FULL_PARTNER.otherProperties().clear());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "two\nlines", "a\rb", "bell\u0007"})
  void a_name_is_neither_blank_nor_broken(String name) {
    assertRefused(
        () -> PartnerConnector.builder(name).build(),
        InvalidValueException.quote(name)
            + " is not the name of a connector: expected a text on one line");
  }

  @Test
  void a_bad_value_is_refused_where_it_is_set() {
    InboundConnector.Builder<OnPremisesConnector> builder = OnPremisesConnector.builder("Gateway");

    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder.senderIpAddresses("192.0.2.1", "192.0.2.0/23"))
        .withMessageStartingWith("\"192.0.2.0/23\" is not a SenderIPAddresses entry");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder.tlsSenderCertificateName("*"))
        .withMessageStartingWith("\"*\" is not a TlsSenderCertificateName");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder.senderDomains("*", "@contoso.com"))
        .withMessageStartingWith("\"@contoso.com\" is not a SenderDomains entry");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder.associatedAcceptedDomains("*.contoso.com"))
        .withMessageStartingWith("\"*.contoso.com\" is not a domain name");
  }
}
