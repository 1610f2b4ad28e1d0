package org.exoattribution.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AddLifecycleHook;

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

  @Provide
  Arbitrary<World> ofTwoNames() {
    return WorldsOfTwoNames.worlds();
  }

  @Property(tries = 200)
  void they_do_so_for_certificates_with_names_of_two_tenants(@ForAll("ofTwoNames") World world) {
    assertThat(EngineAgainstReference.difference(world)).isEmpty();
  }
}
