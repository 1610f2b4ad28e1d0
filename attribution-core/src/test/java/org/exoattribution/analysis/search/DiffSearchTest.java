package org.exoattribution.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

class DiffSearchTest {

  @Test
  void b1_to_b2_disabling_the_connector_by_address_refuses_what_came_through_it_alone() {
    DiffReport report = diff(MisrouteDirectories.b1(), MisrouteDirectories.b2());

    assertThat(changes(report))
        .containsExactlyInAnyOrder(
            "NEWLY_REFUSED: Originating from contoso through \"by address 198.51.100.7\""
                + " (ip, mail-from) becomes Rejected NO_CONNECTOR_MATCHED",
            "MOVED: Originating from contoso through \"by address 198.51.100.7\""
                + " (ip, mail-from) becomes Incoming to contoso, anonymous",
            "MOVED: Originating from contoso through \"by address 198.51.100.7\""
                + " (ip, rcpt-to) becomes Incoming to contoso, anonymous",
            "REFUSED_OTHERWISE: Rejected DOMAIN_NOT_ACCEPTED becomes"
                + " Rejected NO_CONNECTOR_MATCHED");
    assertThat(report.hasErrors()).isTrue();
    assertThat(report.changes().get(0).witness())
        .hasToString(
            "from 198.51.100.7, plaintext, no certificate, MAIL FROM contoso.com,"
                + " RCPT TO unrelated.example");
  }

  @Test
  void e1_to_e2_the_corrected_name_releases_the_mail_of_strangers() {
    DiffReport report = diff(MisrouteDirectories.e1(), MisrouteDirectories.e2());

    assertThat(changes(report))
        .contains(
            "RELEASED: Originating from varunagroup through"
                + " \"by certificate *.varunagroup.de\" (certificate, certificate-domain)"
                + " becomes Incoming to fabrikam, anonymous");
    assertThat(report.changes())
        .allMatch(c -> c.harm() == DiffHarm.NEWLY_REFUSED || !c.after().isRejected());
  }

  @Test
  void mail_that_another_tenant_receives_is_a_harm_of_its_own() {
    DiffReport report =
        diff(
            TenantDirectory.of(receiving("contoso", "shop.example"), receiving("fabrikam")),
            TenantDirectory.of(receiving("contoso"), receiving("fabrikam", "shop.example")));

    assertThat(changes(report))
        .containsExactly(
            "REDIRECTED: Incoming to contoso, anonymous becomes Incoming to fabrikam, anonymous");
    assertThat(report.hasErrors()).isTrue();
  }

  private static Tenant receiving(String name, String... furtherDomains) {
    return Tenant.builder(name)
        .acceptedDomains(name + ".com")
        .acceptedDomains(furtherDomains)
        .build();
  }

  @Test
  void no_change_is_proved_for_equal_directories() {
    DiffReport report = diff(MisrouteDirectories.a1(), MisrouteDirectories.a1());

    assertThat(report.changes()).isEmpty();
    assertThat(report.hasErrors()).isFalse();
    assertThat(report.bound()).startsWith("holds for");
  }

  @Test
  void b1_to_b2_moves_exactly_what_an_enumeration_of_connections_finds() {
    exactly(
        MisrouteDirectories.b1(),
        MisrouteDirectories.b2(),
        "contoso.com",
        "mail.contoso.com",
        "a.b.contoso.com",
        "setebos-ag.com");
  }

  @Test
  void e1_to_e2_moves_exactly_what_an_enumeration_of_connections_finds() {
    exactly(
        MisrouteDirectories.e1(),
        MisrouteDirectories.e2(),
        "varunagroup.de",
        "varunagroup.onmicrosoft.com",
        "smtpo365.varunagroup.de",
        "mx01.varunagroup.de",
        "a.b.varunagroup.de",
        "a.smtpo365.varunagroup.de",
        "mx01.varunagroup.onmicrosoft.com",
        "fabrikam.com",
        "setebos-ag.com");
  }

  @Test
  void a1_to_a2_moves_exactly_what_an_enumeration_of_connections_finds() {
    exactly(
        MisrouteDirectories.a1(),
        MisrouteDirectories.a2(),
        "alpha.example",
        "gw.alpha.example",
        "beta.example",
        "gw.beta.example",
        "newsletter.example");
  }

  /** Every combination of values that were chosen by hand, knowing nothing of atoms. */
  private static void exactly(TenantDirectory before, TenantDirectory after, String... domains) {
    AttributionEngine was = AttributionEngine.of(before);
    AttributionEngine is = AttributionEngine.of(after);
    List<PresentedName> names = new ArrayList<>();
    List<ReversePath> senders = new ArrayList<>(List.of(ReversePath.NULL));
    for (String domain : domains) {
      PresentedName.tryParse(domain).ifPresent(names::add);
      PresentedName.tryParse("*." + domain).ifPresent(names::add);
      senders.add(ReversePath.parse("someone@" + domain));
    }
    List<List<PresentedName>> certificates = new ArrayList<>(List.of(List.of()));
    names.forEach(one -> names.forEach(other -> certificates.add(List.of(one, other))));
    Set<String> ways = new HashSet<>();
    for (String address : List.of("198.51.100.7", "198.51.100.8", "203.0.113.10", "2001:db8::7")) {
      for (List<PresentedName> certificate : certificates) {
        for (ReversePath from : senders) {
          for (String to : domains) {
            ConnectionWitness connection =
                new ConnectionWitness(
                    IpAddress.parse(address),
                    !certificate.isEmpty(),
                    certificate,
                    true,
                    from,
                    Optional.empty(),
                    ForwardPath.parse(to),
                    Optional.empty());
            AttributionOutcome then = outcome(was, connection);
            AttributionOutcome now = outcome(is, connection);
            if (!then.equals(now)) {
              ways.add(kind(then, now));
            }
          }
        }
      }
    }

    DiffReport report = DiffSearch.between(was, is).run();

    Set<String> reported = new HashSet<>();
    report.changes().forEach(change -> reported.add(kind(change.before(), change.after())));
    assertThat(reported).isEqualTo(ways).isNotEmpty();
  }

  /**
   * Where mail went, and how it goes on; of several tenants that it goes to, one stands for all.
   */
  private static String kind(AttributionOutcome before, AttributionOutcome after) {
    return before
        + " becomes "
        + after.verdict()
        + after.stage()
        + after.basis()
        + after.reason()
        + before.tenant().equals(after.tenant());
  }

  private static AttributionOutcome outcome(AttributionEngine engine, ConnectionWitness mail) {
    return AttributionOutcome.of(mail.resolve(engine));
  }

  @Test
  void a_stream_gives_what_a_search_finds_source_by_source() {
    DiffSearch search =
        DiffSearch.between(
            AttributionEngine.of(MisrouteDirectories.e1()),
            AttributionEngine.of(MisrouteDirectories.e2()));
    Map<String, Long> classes = new TreeMap<>();
    search.run().changes().forEach(change -> classes.put(way(change), change.classes()));

    Map<String, Long> streamed = new TreeMap<>();
    search.stream().forEach(change -> streamed.merge(way(change), change.classes(), Long::sum));

    assertThat(streamed).isNotEmpty().isEqualTo(classes);
  }

  @Test
  void a_search_and_a_stream_can_be_cancelled_by_their_progress() {
    DiffSearch search =
        DiffSearch.between(
                AttributionEngine.of(MisrouteDirectories.b1()),
                AttributionEngine.of(MisrouteDirectories.b2()))
            .withProgress((done, all) -> false);

    assertThatThrownBy(search::run).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> search.stream().findFirst()).isInstanceOf(CancellationException.class);
  }

  @Test
  void what_one_name_decided_is_refused_for_want_of_another_name_and_an_address() {
    Tenant relaying =
        Tenant.builder("relaying")
            .acceptedDomains("contoso.com")
            .inboundConnector(MisrouteDirectories.byCertificate("*.contoso.com"))
            .build();
    Tenant partner =
        Tenant.builder("receiving")
            .acceptedDomains("fabrikam.com")
            .inboundConnector(
                PartnerConnector.builder("partner")
                    .senderDomains("*")
                    .tlsSenderCertificateName("gw.partner.example")
                    .restrictDomainsToCertificate(true)
                    .senderIpAddresses("192.0.2.7")
                    .restrictDomainsToIpAddresses(true)
                    .build())
            .build();
    Tenant without = relaying.toBuilder().clearInboundConnectors().build();

    DiffReport report =
        diff(TenantDirectory.of(relaying, partner), TenantDirectory.of(without, partner));

    assertThat(changes(report))
        .contains(
            "RELEASED: Originating from relaying through \"by certificate *.contoso.com\""
                + " (certificate, certificate-domain) becomes Incoming to receiving through"
                + " \"partner\"");
  }

  @Property(tries = 150)
  void no_connection_changes_in_a_way_that_is_not_reported(
      @ForAll long seed, @ForAll boolean oldRules) {
    ConnectionWorlds worlds = new ConnectionWorlds(seed);
    TenantDirectory before = worlds.directory();
    AttributionEngine was = worlds.engine(before, oldRules);
    AttributionEngine is = was.withDirectory(worlds.changed(before));
    DiffReport report = DiffSearch.between(was, is).run();

    Set<String> ways = new HashSet<>();
    for (DiffChange change : report.changes()) {
      ways.add(kind(change.before(), change.after()));
      assertThat(outcome(was, change.witness())).isEqualTo(change.before());
      assertThat(outcome(is, change.witness())).isEqualTo(change.after());
    }
    for (int i = 0; i < 300; i++) {
      ConnectionWitness connection = worlds.connection();
      if (connection.certificateNames().size() <= 2
          && ConnectionWorlds.isPossible(connection, was, is)) {
        AttributionOutcome then = outcome(was, connection);
        AttributionOutcome now = outcome(is, connection);
        if (!then.equals(now)) {
          assertThat(ways).describedAs("%s", connection).contains(kind(then, now));
        }
      }
    }
  }

  private static DiffReport diff(TenantDirectory before, TenantDirectory after) {
    return DiffSearch.between(AttributionEngine.of(before), AttributionEngine.of(after)).run();
  }

  private static List<String> changes(DiffReport report) {
    return report.changes().stream().map(DiffSearchTest::way).toList();
  }

  private static String way(DiffChange change) {
    return change.harm() + ": " + change.before() + " becomes " + change.after();
  }
}
