package org.exoattribution.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.exoattribution.testkit.laws.Law;
import org.exoattribution.testkit.laws.LawViolation;

/** The laws, on random worlds; by the million with {@code -Dattribution.worlds=1000000}. */
@Domain(AttributionDomain.class)
@AddLifecycleHook(WorldsByProperty.class)
class AttributionLawsTest {

  @Property(tries = 500)
  void order_never_matters(@ForAll World world) {
    check(Law.ORDER_NEVER_MATTERS, world);
  }

  @Property(tries = 500)
  void idle_connectors_may_go(@ForAll World world) {
    check(Law.IDLE_CONNECTORS_MAY_GO, world);
  }

  @Property(tries = 1_000)
  void addresses_do_not_move_mail_attributed_by_certificate(@ForAll World world) {
    check(Law.ADDRESSES_DO_NOT_MOVE_CERTIFICATES, world);
  }

  @Property(tries = 500)
  void partner_connectors_stay_at_home(@ForAll World world) {
    check(Law.PARTNERS_STAY_AT_HOME, world);
  }

  @Property(tries = 1_000)
  void owners_win(@ForAll World world) {
    check(Law.OWNERS_WIN, world);
  }

  @Property(tries = 1_000)
  void explanations_agree(@ForAll World world) {
    check(Law.EXPLANATIONS_AGREE, world);
  }

  @Property(tries = 500)
  void contested_readings_matter_and_no_others(@ForAll World world) {
    check(Law.CONTESTED_READINGS_MATTER, world);
  }

  private static void check(Law law, World world) {
    assertThat(law.violations(world.engine(), world.connections()))
        .extracting(LawViolation::toString)
        .isEmpty();
  }
}
