package org.exoattribution.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.exoattribution.analysis.sensitivity.Sensitivity;
import org.exoattribution.analysis.sensitivity.SensitivityAnalysis;
import org.exoattribution.model.Reading;
import org.exoattribution.model.SimulatedTransaction;

/**
 * The engine against the plain transcription of the rules, on random directories, connections,
 * certificates, rules and readings. By the million: {@code mvn test -pl attribution-testkit -am
 * -Dtest=EngineAgreesWithReferenceTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dattribution.worlds=1000000}.
 */
@Domain(AttributionDomain.class)
@Domain(DomainContext.Global.class)
class EngineAgreesWithReferenceTest {

  @Property(tries = 3_000)
  @AddLifecycleHook(WorldsByProperty.class)
  void engine_and_reference_give_the_same_result(@ForAll World world) {
    assertThat(EngineAgainstReference.difference(world)).isEmpty();
  }

  @Property(tries = 300)
  @AddLifecycleHook(WorldsByProperty.class)
  void they_contest_the_same_readings(@ForAll World world) {
    for (SimulatedTransaction transaction : world.transactions()) {
      assertThat(world.engine().resolve(transaction))
          .extracting(attribution -> Set.copyOf(attribution.grounds().contestedReadings()))
          .as("%s", transaction)
          .isEqualTo(world.reference().contestedReadings(transaction));
    }
  }

  /** A contested reading that changes an outcome, not the time of a reply alone, shows there. */
  @Property(tries = 300)
  @AddLifecycleHook(WorldsByProperty.class)
  void the_sensitivity_tells_what_the_contested_readings_change(@ForAll World world) {
    for (SimulatedTransaction transaction : world.transactions()) {
      for (Sensitivity each : SensitivityAnalysis.of(world.engine()).analyze(transaction)) {
        Set<Reading> told = EnumSet.noneOf(Reading.class);
        each.alternatives().forEach(other -> told.addAll(other.readings().keySet()));
        Set<Reading> contested = EnumSet.noneOf(Reading.class);
        contested.addAll(each.attribution().grounds().contestedReadings());
        contested.remove(Reading.RELAY_REFUSAL);
        assertThat(told).as("%s", transaction).containsAll(contested);
        assertThat(told.isEmpty()).as("%s", transaction).isEqualTo(contested.isEmpty());
      }
    }
  }

  @Provide
  Arbitrary<World> ofTwoNames() {
    return WorldsOfTwoNames.worlds();
  }

  @Property(tries = 200)
  void they_do_so_for_certificates_with_names_of_two_tenants(@ForAll("ofTwoNames") World world) {
    assertThat(EngineAgainstReference.difference(world)).isEmpty();
  }
}
