package org.exoattribution.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.exoattribution.analysis.search.Misroute.Severity;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;

/**
 * Judges random connections one by one, by a plain transcription of the definition that knows
 * nothing of kinds and representatives.
 */
class MisrouteBruteForceTest {

  @Property(tries = 150)
  void whatever_goes_astray_is_covered_by_a_representative(
      @ForAll long seed, @ForAll boolean oldRules) {
    ConnectionWorlds worlds = new ConnectionWorlds(seed);
    AttributionEngine engine = worlds.engine(worlds.directory(), oldRules);
    MisrouteReport report = MisrouteSearch.in(engine).run();
    Set<String> reported = new HashSet<>();
    report.misroutes().forEach(m -> reported.add(text(m.kind(), m.outcome())));
    report.openings().forEach(m -> reported.add(text(m.kind(), m.outcome())));

    for (int i = 0; i < 300; i++) {
      ConnectionWitness mail = worlds.connection();
      Optional<MisrouteKind> kind =
          mail.certificateNames().size() > 1 || !ConnectionWorlds.isPossible(mail, engine)
              ? Optional.empty()
              : new Judge(engine, mail).kind();
      Statistics.label("kind").collect(kind.map(Enum::name).orElse("none"));
      kind.ifPresent(
          k ->
              assertThat(reported)
                  .describedAs("%s of %s", k, mail)
                  .contains(text(k, AttributionOutcome.of(mail.resolve(engine)))));
    }
  }

  @Property(tries = 150)
  void every_representative_is_what_it_stands_for(@ForAll long seed, @ForAll boolean oldRules) {
    ConnectionWorlds worlds = new ConnectionWorlds(seed);
    AttributionEngine engine = worlds.engine(worlds.directory(), oldRules);
    MisrouteReport report = MisrouteSearch.in(engine).run();

    for (List<Misroute> part : List.of(report.misroutes(), report.openings())) {
      for (Misroute misroute : part) {
        ConnectionWitness witness = misroute.witness();
        assertThat(AttributionOutcome.of(witness.resolve(engine))).isEqualTo(misroute.outcome());
        if (misroute.severity() != Severity.WARNING
            || misroute.kind() != MisrouteKind.FOREIGN_SENDER) { // which is guessed
          assertThat(new Judge(engine, witness).kinds())
              .describedAs("%s", misroute)
              .contains(misroute.kind());
        }
      }
    }
  }

  /** Refusals are told by tenant, not by who refuses for what. Openings by connector. */
  private static String text(MisrouteKind kind, AttributionOutcome outcome) {
    return switch (kind) {
      case OWN_MAIL_REFUSED -> kind.name();
      case ANY_SENDER, ANY_SENDER_TO_TENANT -> "opening" + outcome.tenant() + outcome.connector();
      default -> kind + " " + outcome;
    };
  }

  /** The definition, for one connection. */
  private static final class Judge {
    private final AttributionEngine engine;
    private final ConnectionWitness mail;
    private final AttributionOutcome outcome;
    private final Set<String> byCertificate;
    private final Set<String> byAddress;

    Judge(AttributionEngine engine, ConnectionWitness mail) {
      this.engine = engine;
      this.mail = mail;
      this.outcome = AttributionOutcome.of(mail.resolve(engine));
      this.byCertificate =
          naming(
              c ->
                  mail.certificateAccepted()
                      && c.matches(mail.certificateNames(), engine.readings()));
      this.byAddress = naming(c -> c.rangeOf(mail.sourceIp()).isPresent());
    }

    private Set<String> naming(Predicate<InboundConnector> matches) {
      Set<String> naming = new TreeSet<>();
      for (Tenant tenant : engine.directory().tenants()) {
        for (InboundConnector c : tenant.inboundConnectors()) {
          if (c.enabled() && c instanceof OnPremisesConnector && matches.test(c)) {
            naming.add(tenant.name());
          }
        }
      }
      return naming;
    }

    /** As if certificate and address were one source only where a tenant names both. */
    Optional<MisrouteKind> kind() {
      Set<String> both = new HashSet<>(byCertificate);
      both.retainAll(byAddress);
      return kind(!both.isEmpty());
    }

    /** Whether or not certificate and address are of one source. */
    List<MisrouteKind> kinds() {
      return Stream.of(kind(false), kind(true)).flatMap(Optional::stream).toList();
    }

    private Optional<MisrouteKind> kind(boolean linked) {
      String sender =
          mail.mailFrom().domain().flatMap(engine::ownerOf).map(Tenant::name).orElse("");
      String recipient = engine.ownerOf(mail.rcptTo().domain()).map(Tenant::name).orElse("");
      if (outcome.isRejected()) {
        boolean own = byAddress.contains(sender) || byCertificate.contains(sender);
        return own && mail.forest().filter(tenant(sender)::isOutside).isEmpty()
            ? Optional.of(MisrouteKind.OWN_MAIL_REFUSED)
            : Optional.empty();
      }
      if (!outcome.isOriginating()) {
        return Optional.empty();
      }
      boolean certificateDecides = outcome.stage() == Stage.CERTIFICATE;
      Set<String> of = new TreeSet<>(linked || certificateDecides ? byCertificate : Set.of());
      boolean proved = false;
      if (linked || certificateDecides) {
        for (DomainName name : mail.certificateNames().stream().map(n -> n.domain()).toList()) {
          holder(name).ifPresent(of::add);
          proved |= certificateDecides && tenant(outcome.tenant().orElseThrow()).accepts(name);
        }
      }
      if (linked || !certificateDecides) {
        of.addAll(byAddress);
      }
      String tenant = outcome.tenant().orElseThrow();
      boolean foreign = !sender.isEmpty() && !sender.equals(tenant);
      if (proved) {
        return foreign && of.contains(sender)
            ? Optional.of(MisrouteKind.FOREIGN_SENDER)
            : Optional.empty();
      }
      boolean mine = sender.equals(tenant) || isHeaderFrom();
      if (of.size() < 2) {
        return Optional.of(
                recipient.equals(tenant)
                    ? MisrouteKind.ANY_SENDER_TO_TENANT
                    : MisrouteKind.ANY_SENDER)
            .filter(k -> !mine);
      }
      if (foreign) {
        return Optional.of(MisrouteKind.FOREIGN_SENDER);
      }
      if (!recipient.equals(tenant)) {
        return mine
            ? Optional.of(MisrouteKind.FOREIGN_RECIPIENT).filter(k -> !recipient.isEmpty())
            : Optional.of(MisrouteKind.STRANGER_CAPTURED);
      }
      return Optional.of(MisrouteKind.SHARED_SOURCE)
          .filter(k -> !mine && outcome.basis().equals(Optional.of(AttributionBasis.RCPT_TO)));
    }

    private boolean isHeaderFrom() {
      return outcome.basis().equals(Optional.of(AttributionBasis.HEADER_FROM));
    }

    private Tenant tenant(String name) {
      return engine.directory().tenant(name).orElseThrow();
    }

    /** Who accepts the domain, or the nearest one above it. */
    private Optional<String> holder(DomainName name) {
      for (Optional<DomainName> d = Optional.of(name); d.isPresent(); d = d.get().parent()) {
        for (Tenant tenant : engine.directory().tenants()) {
          if (tenant.accepts(d.get())) {
            return Optional.of(tenant.name());
          }
        }
      }
      return Optional.empty();
    }
  }
}
