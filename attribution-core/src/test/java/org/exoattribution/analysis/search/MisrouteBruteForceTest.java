package org.exoattribution.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionBasis;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Finding;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Stage;
import org.exoattribution.model.Tenant;

/** Looks at random connections one by one, and at what the engine itself finds odd about them. */
class MisrouteBruteForceTest {

  @Property(tries = 150)
  void mail_that_the_engine_calls_foreign_or_captured_is_reported_unless_from_an_own_source(
      @ForAll long seed, @ForAll boolean oldRules) {
    ConnectionWorlds worlds = new ConnectionWorlds(seed);
    AttributionEngine engine = worlds.engine(worlds.directory(), oldRules);
    MisrouteReport report = MisrouteSearch.in(engine).run();
    Set<AttributionOutcome> reported = new HashSet<>();
    report.misroutes().forEach(m -> reported.add(m.outcome()));
    report.cautions().forEach(m -> reported.add(m.outcome()));

    for (int i = 0; i < 300; i++) {
      ConnectionWitness connection = worlds.connection();
      if (connection.certificateNames().size() > 2) {
        continue;
      }
      Attribution attribution = connection.resolve(engine);
      boolean ownHeaderFrom = // which tells whose mail it is as well as MAIL FROM does
          attribution.fold(o -> o.basis() == AttributionBasis.HEADER_FROM, in -> false, r -> false);
      boolean odd =
          attribution.grounds().hasFinding(Finding.Id.FOREIGN_SENDER)
              || attribution.grounds().hasFinding(Finding.Id.FOREIGN_RECIPIENT)
              || (attribution.grounds().hasFinding(Finding.Id.WILDCARD_CAPTURE) && !ownHeaderFrom);
      boolean misrouted = odd && !isFromOwnSource(engine, attribution, connection);
      Statistics.label("misrouted").collect(misrouted);
      if (misrouted) {
        assertThat(reported)
            .describedAs("%s", connection)
            .contains(AttributionOutcome.of(attribution));
      }
    }
  }

  /** A name of the certificate is to the letter an accepted domain, or covers one. */
  private static boolean isFromOwnSource(
      AttributionEngine engine, Attribution attribution, ConnectionWitness connection) {
    if (attribution.stage() != Stage.CERTIFICATE) {
      return false;
    }
    Tenant tenant = engine.directory().tenant(attribution.tenantName().orElseThrow()).orElseThrow();
    return connection.certificateNames().stream()
        .anyMatch(
            name -> tenant.acceptedDomains().stream().anyMatch(a -> isOwn(name, a.domainName())));
  }

  private static boolean isOwn(PresentedName name, DomainName accepted) {
    return accepted.equals(name.domain())
        || (name.wildcard() && accepted.parent().equals(Optional.of(name.domain())));
  }

  @Property(tries = 150)
  void each_class_that_the_judge_condemns_is_in_a_reported_group(@ForAll long seed) {
    ConnectionWorlds worlds = new ConnectionWorlds(seed);
    AttributionEngine engine = worlds.engine(worlds.directory(), false);
    ConnectionAtoms atoms = ConnectionClassesTest.atoms(List.of(engine));
    AtomSide side = new AtomSide(atoms.directories.get(0), atoms);
    MisrouteJudge judge = new MisrouteJudge(side, atoms);
    Map<String, Long> condemned = new HashMap<>();
    for (int c = 0; c < atoms.certificates.size(); c++) {
      for (int a = 0; a < atoms.addresses.size(); a++) {
        for (int s = 0; s < atoms.senders.size(); s++) {
          for (int r = 0; r < atoms.recipients.size(); r++) {
            judge
                .judge(new ConnectionClass(c, a, s, r), side.resolve(c, a, s, r))
                .map(
                    cause ->
                        cause.kind()
                            + (cause.owner() < 0 ? "" : side.directory.name(cause.owner()))
                            + cause.outcome())
                .ifPresent(cause -> condemned.merge(cause, 1L, Long::sum));
          }
        }
      }
    }

    MisrouteReport report = MisrouteSearch.in(engine).run();

    Map<String, Long> reported = new HashMap<>();
    for (List<Misroute> part : List.of(report.misroutes(), report.cautions())) {
      part.forEach(m -> reported.put(m.kind() + m.owner().orElse("") + m.outcome(), m.classes()));
    }
    assertThat(reported).isEqualTo(condemned);
  }
}
