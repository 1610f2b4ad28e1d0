package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.model.Refusals.assertRefused;

import org.junit.jupiter.api.Test;

/** CON-4 to CON-7: which properties go together. */
class ConnectorRulesTest {

  @Test
  void an_on_premises_connector_without_address_and_certificate_name_is_refused() {
    assertRefused(
        () -> OnPremisesConnector.builder("Gateway").build(),
        "connector \"Gateway\" of type OnPremises could match nothing: expected SenderIPAddresses"
            + " or TlsSenderCertificateName (CON-4)");
    assertRefused(
        () -> OnPremisesConnector.builder("Gateway").senderDomains("*").enabled(false).build(),
        "connector \"Gateway\" of type OnPremises could match nothing: expected SenderIPAddresses"
            + " or TlsSenderCertificateName (CON-4)");
  }

  @Test
  void an_address_or_a_certificate_name_is_enough_for_an_on_premises_connector() {
    assertThat(
            OnPremisesConnector.builder("By address").senderIpAddresses("192.0.2.1").build().name())
        .isEqualTo("By address");
    assertThat(
            OnPremisesConnector.builder("By certificate")
                .tlsSenderCertificateName("mail.contoso.com")
                .build()
                .name())
        .isEqualTo("By certificate");
  }

  @Test
  void a_partner_connector_needs_neither() {
    assertThat(PartnerConnector.builder("From fabrikam").build().isRestricting()).isFalse();
  }

  @Test
  void a_restriction_to_addresses_needs_addresses() {
    InboundConnector.Builder<PartnerConnector> builder =
        PartnerConnector.builder("From fabrikam")
            .restrictDomainsToIpAddresses(true)
            .tlsSenderCertificateName("mail.fabrikam.com");

    assertRefused(
        builder::build,
        "connector \"From fabrikam\" has RestrictDomainsToIPAddresses true but no"
            + " SenderIPAddresses: expected the addresses to restrict to (CON-5)");
    assertThat(builder.senderIpAddresses("192.0.2.1").build().isRestricting()).isTrue();
  }

  @Test
  void a_restriction_to_a_certificate_needs_its_name() {
    InboundConnector.Builder<PartnerConnector> builder =
        PartnerConnector.builder("From fabrikam")
            .restrictDomainsToCertificate(true)
            .senderIpAddresses("192.0.2.1");

    assertRefused(
        builder::build,
        "connector \"From fabrikam\" has RestrictDomainsToCertificate true but no"
            + " TlsSenderCertificateName: expected the certificate name to restrict to (CON-5)");
    assertThat(builder.tlsSenderCertificateName("mail.fabrikam.com").build().isRestricting())
        .isTrue();
  }

  @Test
  void treat_messages_as_internal_excludes_cloud_services_mail() {
    InboundConnector.Builder<OnPremisesConnector> builder =
        OnPremisesConnector.builder("Gateway")
            .senderIpAddresses("192.0.2.1")
            .treatMessagesAsInternal(true)
            .cloudServicesMailEnabled(true);

    assertRefused(
        builder::build,
        "connector \"Gateway\" has both TreatMessagesAsInternal and CloudServicesMailEnabled true:"
            + " expected at most one of them (CON-6)");
    assertThat(builder.cloudServicesMailEnabled(false).build().treatMessagesAsInternal()).isTrue();
  }

  @Test
  void treat_messages_as_internal_is_not_for_partner_connectors() {
    InboundConnector.Builder<PartnerConnector> builder =
        PartnerConnector.builder("From fabrikam").treatMessagesAsInternal(true);

    assertRefused(
        builder::build,
        "connector \"From fabrikam\" of type Partner has TreatMessagesAsInternal true: expected it"
            + " on OnPremises connectors only (CON-6)");
    assertThat(
            builder
                .treatMessagesAsInternal(false)
                .cloudServicesMailEnabled(true)
                .build()
                .cloudServicesMailEnabled())
        .isTrue();
  }

  @Test
  void partner_properties_of_an_on_premises_connector_are_kept_without_what_they_need() {
    OnPremisesConnector connector =
        OnPremisesConnector.builder("Inbound from HCW")
            .tlsSenderCertificateName("*.contoso.com")
            .requireTls(true)
            .senderDomains("smtp:*;1")
            .restrictDomainsToIpAddresses(true)
            .restrictDomainsToCertificate(true)
            .build();

    assertThat(connector.requireTls()).isTrue();
    assertThat(connector.senderDomains()).containsExactly(SenderDomainPattern.ANY);
    assertThat(connector.restrictDomainsToIpAddresses()).isTrue();
    assertThat(connector.restrictDomainsToCertificate()).isTrue();
  }
}
