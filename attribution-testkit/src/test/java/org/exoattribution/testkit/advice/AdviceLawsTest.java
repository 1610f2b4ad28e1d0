package org.exoattribution.testkit.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.exoattribution.analysis.advice.Advice;
import org.exoattribution.analysis.advice.Advisor;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.analysis.change.ChangeSubject;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.analysis.search.DiffSearch;
import org.exoattribution.analysis.search.SearchBound;
import org.exoattribution.analysis.search.SearchTooLargeException;
import org.exoattribution.analysis.sensitivity.Sensitivity;
import org.exoattribution.analysis.sensitivity.SensitivityAnalysis;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.Readings;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.jqwik.AttributionDomain;
import org.exoattribution.testkit.jqwik.World;

/** What advice and sensitivity say, on random worlds. */
@Domain(AttributionDomain.class)
class AdviceLawsTest {

  @Property(tries = 300)
  void every_proposed_change_does_what_it_says_in_the_whole_directory(@ForAll World world) {
    AttributionEngine engine = world.engine();
    Advisor advisor = Advisor.of(engine);
    for (SimulatedConnection connection : world.connections()) {
      for (Advice advice : advisor.advise(engine.resolve(connection))) {
        ChangeSubject changed = advice.change().applyTo(ChangeSubject.of(engine, connection));
        AttributionEngine then = engine.withDirectory(changed.engine().directory());
        Attribution result =
            changed.certificate().isPresent()
                ? then.resolve(changed.connection(), changed.certificate().get())
                : then.resolve(changed.connection());

        assertThat(result).as(advice.change().action()).isEqualTo(advice.result());
        assertThat(result.verdict()).isNotEqualTo(Attribution.Verdict.REJECTED);
      }
    }
  }

  /** Of how many connections advice says what a change moves. */
  private static final SearchBound LOOKED_AT =
      new SearchBound(Set.of(), List.of(), List.of(), 200_000);

  @Property(tries = 60)
  void what_a_change_is_said_to_move_is_what_the_difference_of_the_edit_is(@ForAll World world) {
    AttributionEngine engine = world.engine();
    Advisor advisor = Advisor.of(engine);
    Set<Change> looked = new HashSet<>();
    for (SimulatedConnection connection : world.connections()) {
      for (Advice advice : advisor.advise(engine.resolve(connection))) {
        if (!advice.change().changesDirectory() || !looked.add(advice.change())) {
          continue; // the same again
        }
        ChangeSubject changed = advice.change().applyTo(ChangeSubject.of(engine, connection));
        AttributionEngine then = engine.withDirectory(changed.engine().directory());
        if (advice.moves().isEmpty()) {
          assertThatThrownBy(DiffSearch.between(engine, then).withBound(LOOKED_AT)::run)
              .isInstanceOf(SearchTooLargeException.class);
          continue;
        }
        DiffReport moves = advice.moves().get();

        assertThat(moves.changes())
            .as(advice.change().action())
            .isEqualTo(DiffSearch.between(engine, then).run().changes());
        assertThat(moves.changes()).extracting(DiffChange::harm).isSorted();
        for (SimulatedConnection mail : world.connections()) {
          AttributionOutcome before = AttributionOutcome.of(engine.resolve(mail));
          AttributionOutcome after = AttributionOutcome.of(then.resolve(mail));
          if (!before.equals(after) && isWithinTheBound(engine, mail)) {
            assertThat(moves.changes())
                .as("%s: %s, then %s", mail, before, after)
                .anyMatch(
                    change ->
                        change.before().equals(before)
                            && change.after().verdict() == after.verdict()
                            && change.after().reason().equals(after.reason()));
          }
        }
      }
    }
  }

  /** Certificates of more names, and wildcards that nobody may have, a search does not look at. */
  private static boolean isWithinTheBound(AttributionEngine engine, SimulatedConnection mail) {
    List<PresentedName> names =
        engine.evaluateCertificate(mail).map(CertificateVerdict::names).orElse(List.of());
    return names.size() <= 2 && names.stream().noneMatch(PresentedName::wildcard);
  }

  @Property(tries = 300)
  void a_result_is_another_under_the_readings_that_are_said_to_matter_and_under_no_others(
      @ForAll World world, @ForAll Readings others) {
    AttributionEngine engine = world.engine();
    SensitivityAnalysis analysis = SensitivityAnalysis.of(engine);
    for (SimulatedConnection connection : world.connections()) {
      Sensitivity sensitivity = analysis.analyze(connection);
      AttributionOutcome outcome = AttributionOutcome.of(sensitivity.attribution());

      for (Sensitivity.Alternative alternative : sensitivity.alternatives()) {
        Readings readings = world.readings();
        for (Readings.Value each : alternative.readings().values()) {
          readings = readings.with(each);
        }
        assertThat(AttributionOutcome.of(engine.withReadings(readings).resolve(connection)))
            .isEqualTo(alternative.outcome())
            .isNotEqualTo(outcome);
      }
      if (sensitivity.holdsUnderEveryReading()) {
        assertThat(AttributionOutcome.of(engine.withReadings(others).resolve(connection)))
            .as(connection + " under " + others)
            .isEqualTo(outcome);
      }
    }
  }
}
