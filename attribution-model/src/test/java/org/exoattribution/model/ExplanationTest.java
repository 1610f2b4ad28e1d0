package org.exoattribution.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tree of stage, connector and condition. */
class ExplanationTest {
  private static final ConditionExplanation ENABLED =
      condition("Enabled", Outcome.MATCHED, RuleId.CON_8);
  private static final ConditionExplanation ADDRESS =
      condition("SenderIPAddresses", Outcome.NOT_MATCHED, RuleId.IP_1);
  private static final ConditionExplanation ASSOCIATED =
      condition("AssociatedAcceptedDomains", Outcome.NOT_APPLICABLE, RuleId.CON_9);
  private static final ConnectorExplanation GATEWAY =
      new ConnectorExplanation(
          Tenant.builder("contoso").build(),
          Connectors.onPremises(),
          Outcome.NOT_MATCHED,
          RuleId.IP_1,
          "192.0.2.1",
          "198.51.100.7",
          List.of(ENABLED, ADDRESS, ASSOCIATED));

  private static ConditionExplanation condition(String label, Outcome outcome, RuleId rule) {
    return new ConditionExplanation(label, outcome, rule, "expected", "actual");
  }

  @Test
  void a_stage_has_its_conditions_then_its_connectors_below_it() {
    StageExplanation stage =
        new StageExplanation(
            Stage.IP,
            Outcome.NOT_MATCHED,
            RuleId.IP_4,
            "a candidate",
            "none",
            List.of(ENABLED),
            List.of(GATEWAY));

    assertThat(stage.label()).isEqualTo("ip stage");
    assertThat(stage.children()).containsExactly(ENABLED, GATEWAY);
  }

  @Test
  void a_connector_has_its_conditions_below_it_and_a_condition_nothing() {
    assertThat(GATEWAY.label()).isEqualTo("contoso / Gateway");
    assertThat(GATEWAY.children()).containsExactly(ENABLED, ADDRESS, ASSOCIATED);
    assertThat(ENABLED.children()).isEmpty();
  }

  @Test
  void the_unmet_conditions_of_a_connector_are_those_that_did_not_match() {
    assertThat(GATEWAY.unmetConditions()).isEqualTo(1);
  }

  @Test
  void a_node_does_not_change_with_the_list_it_came_from() {
    List<ConditionExplanation> conditions = new ArrayList<>(List.of(ENABLED));
    StageExplanation stage =
        new StageExplanation(
            Stage.IP, Outcome.NOT_REACHED, RuleId.IP_4, "", "", conditions, List.of());
    conditions.clear();

    assertThat(stage.conditions()).containsExactly(ENABLED);
  }
}
