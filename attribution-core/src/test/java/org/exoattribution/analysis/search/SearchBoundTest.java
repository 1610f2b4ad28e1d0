package org.exoattribution.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

/** What the default limit allows. */
class SearchBoundTest {

  @Test
  void fifty_tenants_with_four_connectors_each_are_within_the_default_limit() {
    ConnectionAtoms atoms =
        ConnectionClassesTest.atoms(List.of(AttributionEngine.of(directory(50, true))));

    assertThat(atoms.certificates.size()).isGreaterThan(10_000);
    assertThat(atoms.senders.size()).isGreaterThan(100);
  }

  @Test
  void five_hundred_tenants_are_not() {
    AttributionEngine engine = AttributionEngine.of(directory(500, true));

    assertThatThrownBy(MisrouteSearch.in(engine)::run)
        .isInstanceOf(SearchTooLargeException.class)
        .hasMessageContaining("1,001 senders, 501 recipients");
  }

  @Test
  void a_change_of_one_connector_moves_only_certificates_with_a_name_that_it_matched() {
    AttributionEngine before = AttributionEngine.of(directory(10, true));
    AttributionEngine after = AttributionEngine.of(directory(10, false));

    DiffReport report = DiffSearch.between(before, after).run();

    assertThat(report.changes())
        .isNotEmpty()
        .allMatch(change -> change.witness().toString().contains("tenant7.example"));
  }

  /** Each with a wildcard, a host name, an address of its own, one shared by ten, a partner. */
  static TenantDirectory directory(int size, boolean wildcards) {
    List<Tenant> tenants = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String domain = "tenant" + i + ".example";
      boolean changed = i == 7 && !wildcards;
      tenants.add(
          Tenant.builder("tenant " + i)
              .acceptedDomains(domain, "gw." + domain, "mail." + domain, "tenant" + i + ".test")
              .inboundConnector(
                  OnPremisesConnector.builder("by certificate")
                      .tlsSenderCertificateName((changed ? "gw." : "*.") + domain)
                      .build())
              .inboundConnector(
                  OnPremisesConnector.builder("by host name")
                      .tlsSenderCertificateName("mail." + domain)
                      .build())
              .inboundConnector(
                  OnPremisesConnector.builder("by address")
                      .senderIpAddresses(
                          "192.0." + (2 + i / 256) + "." + i % 256, "198.51.100." + i / 10)
                      .build())
              .inboundConnector(
                  PartnerConnector.builder("partner")
                      .senderDomains("partner" + i + ".example")
                      .tlsSenderCertificateName("mx.partner" + i + ".example")
                      .restrictDomainsToCertificate(true)
                      .build())
              .build());
    }
    return TenantDirectory.of(tenants);
  }
}
