package org.exoattribution.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

/** How much a search tries, by counting; and that whoever stands for others does so rightly. */
class SearchGrowthTest {

  @Test
  void the_work_grows_with_the_tenants_that_share_nothing_and_not_with_their_square() {
    long small = tried(100, 10);
    long large = tried(200, 10);

    assertThat((double) large / small).isLessThan(2.2);
  }

  @Test
  void the_work_grows_with_the_square_of_the_tenants_that_share_a_source() {
    long alone = tried(200, 1);
    long some = tried(200, 50) - alone;
    long twice = tried(200, 100) - alone;

    assertThat((double) twice / some).isBetween(2.0, 4.5);
  }

  @Test
  void what_is_reported_does_not_grow_with_the_pairs() {
    MisrouteReport report = MisrouteSearch.in(engine(120, 60)).run();

    assertThat(report.shared()).isEqualTo(1);
    assertThat(report.misroutes()).hasSizeLessThan(60 * 10);
    assertThat(report.misroutes())
        .filteredOn(m -> m.kind() == MisrouteKind.FOREIGN_RECIPIENT)
        .anyMatch(m -> m.owners() == 59)
        .anyMatch(m -> m.owners() == 60);
  }

  @Test
  void a_change_of_one_tenant_is_looked_at_where_it_touches() {
    AttributionEngine before = engine(200, 50);
    AttributionEngine after =
        before.withTenant(
            before.directory().tenant("t7").orElseThrow().toBuilder()
                .acceptedDomains("new.example")
                .build());

    DiffReport report = DiffSearch.between(before, after).run();

    assertThat(report.classes()).isLessThan(20_000);
    assertThat(report.changes())
        .isNotEmpty()
        .allMatch(change -> change.witness().toString().contains("new.example"));
  }

  @Test
  void too_large_a_search_is_refused_in_words() {
    assertThatThrownBy(() -> MisrouteSearch.in(engine(6_000, 6_000)).run())
        .isInstanceOf(SearchTooLargeException.class)
        .hasMessageContaining("203.0.113.10")
        .hasMessageContaining("hours on two processors");
  }

  @Test
  void whoever_a_tenant_stands_for_fares_alike() {
    AttributionEngine engine = engine(40, 8);
    Random random = new Random(1);
    for (Misroute misroute : MisrouteSearch.in(engine).run().misroutes()) {
      ConnectionWitness witness = misroute.witness();
      boolean stranger =
          misroute.owner().filter(o -> !misroute.source().tenants().contains(o)).isPresent();
      if (!stranger) {
        continue;
      }
      for (int i = 0; i < 5; i++) {
        String other = "t" + (8 + random.nextInt(32)) + ".example";
        boolean sends = misroute.kind().isOfSender();
        ConnectionWitness like =
            new ConnectionWitness(
                witness.sourceIp(),
                witness.tls(),
                witness.certificateNames(),
                witness.certificateAccepted(),
                sends ? ReversePath.parse(other) : witness.mailFrom(),
                witness.headerFrom(),
                sends ? witness.rcptTo() : ForwardPath.parse(other),
                witness.forest());
        assertThat(AttributionOutcome.of(like.resolve(engine))).isEqualTo(misroute.outcome());
      }
    }
  }

  private static long tried(int tenants, int sharing) {
    return MisrouteSearch.in(engine(tenants, sharing)).run().classes();
  }

  /** Three connectors each; the first few name the address of a shared gateway too. */
  private static AttributionEngine engine(int size, int sharing) {
    List<Tenant> tenants = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String domain = "t" + i + ".example";
      String own = "10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256;
      tenants.add(
          Tenant.builder("t" + i)
              .acceptedDomains(domain, "gw." + domain)
              .inboundConnector(
                  OnPremisesConnector.builder("by certificate")
                      .tlsSenderCertificateName("gw." + domain)
                      .build())
              .inboundConnector(
                  OnPremisesConnector.builder("by address")
                      .senderIpAddresses(i < sharing ? "203.0.113.10" : own)
                      .build())
              .inboundConnector(
                  PartnerConnector.builder("partner")
                      .senderDomains("partner" + i + ".example")
                      .tlsSenderCertificateName("mx.partner" + i + ".example")
                      .restrictDomainsToCertificate(true)
                      .build())
              .build());
    }
    return AttributionEngine.of(TenantDirectory.of(tenants));
  }
}
