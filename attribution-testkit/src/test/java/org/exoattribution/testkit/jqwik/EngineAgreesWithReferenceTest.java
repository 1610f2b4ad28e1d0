package org.exoattribution.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.testkit.reference.ReferenceResult;

/**
 * The engine against the plain transcription of the rules, on random directories, connections,
 * certificates, rules and readings. By the million: {@code mvn test -pl attribution-testkit -am
 * -Dtest=EngineAgreesWithReferenceTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dattribution.worlds=1000000}.
 */
@Domain(AttributionDomain.class)
class EngineAgreesWithReferenceTest {

  @Property(tries = 3_000)
  @AddLifecycleHook(WorldsByProperty.class)
  void engine_and_reference_give_the_same_result(@ForAll World world) {
    for (SimulatedTransaction transaction : world.transactions()) {
      List<Attribution> results = world.engine().resolve(transaction);
      assertThat(results.stream().map(ReferenceResult::of).toList())
          .as("engine, and reference as expected, of %s", transaction)
          .isEqualTo(world.reference().resolve(transaction));
      // The first recipient of a transaction is resolved alone (MULTI-1), the others are not.
      for (SimulatedConnection connection : transaction.connections()) {
        assertThat(ReferenceResult.of(world.engine().resolve(connection)))
            .as("engine, and reference as expected, of %s", connection)
            .isEqualTo(world.reference().resolve(connection));
      }
    }
  }
}
