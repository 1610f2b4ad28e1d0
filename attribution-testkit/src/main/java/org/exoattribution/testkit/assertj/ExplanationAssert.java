package org.exoattribution.testkit.assertj;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.testkit.render.MismatchText;
import org.exoattribution.testkit.render.NearestMisses;

/**
 * Assertions about an attribution and its reasons. A connector is named by its tenant and its name,
 * because names are unique in a tenant only.
 */
public class ExplanationAssert extends AbstractAttributionAssert<ExplanationAssert, Explanation> {

  /** About this explanation. */
  public ExplanationAssert(Explanation actual) {
    super(actual, ExplanationAssert.class);
  }

  @Override
  Attribution attribution() {
    return actual.attribution();
  }

  @Override
  String mismatch(String expected) {
    return MismatchText.of(actual, List.of(expected));
  }

  /** The message came through this connector. */
  public ExplanationAssert hasWinner(String tenant, String connector) {
    isNotNull();
    return check(
        attribution().verdict() != Verdict.REJECTED
            && attribution().tenantName().filter(tenant::equalsIgnoreCase).isPresent()
            && attribution().connectorName().filter(connector::equalsIgnoreCase).isPresent(),
        "winner " + label(tenant, connector));
  }

  /** The message came through no connector: it is anonymous or rejected. */
  public ExplanationAssert hasNoWinner() {
    isNotNull();
    return check(
        attribution().verdict() == Verdict.REJECTED || attribution().connectorName().isEmpty(),
        "no winner");
  }

  /** No connector that did not decide lacked fewer conditions than this one. */
  public ExplanationAssert hasNearestMiss(String tenant, String connector) {
    isNotNull();
    return check(
        NearestMisses.of(actual).nearest().stream().anyMatch(c -> is(c, tenant, connector)),
        "nearest miss " + label(tenant, connector));
  }

  /** No other connector was looked at. */
  public ExplanationAssert hasNoMisses() {
    isNotNull();
    return check(NearestMisses.of(actual).connectors().isEmpty(), "no misses");
  }

  /** The condition that this rule sets to the connector came out so, in one of the stages. */
  public ExplanationAssert hasCondition(
      String tenant, String connector, RuleId rule, Outcome outcome) {
    isNotNull();
    List<ConditionExplanation> conditions =
        actual.stages().stream()
            .flatMap(s -> s.connectors().stream())
            .filter(c -> is(c, tenant, connector))
            .flatMap(c -> c.conditions().stream())
            .filter(c -> c.rule() == rule)
            .toList();
    return checkOutcome(
        conditions.stream(),
        outcome,
        "condition " + rule + " " + outcome + " at " + label(tenant, connector));
  }

  /** The condition that this rule sets to the stage itself came out so. */
  public ExplanationAssert hasCondition(Stage stage, RuleId rule, Outcome outcome) {
    isNotNull();
    return checkOutcome(
        actual.stages().stream()
            .filter(s -> s.stage() == stage)
            .flatMap(s -> s.conditions().stream())
            .filter(c -> c.rule() == rule),
        outcome,
        "condition " + rule + " " + outcome + " at the " + stage.key() + " stage");
  }

  private ExplanationAssert checkOutcome(
      Stream<ConditionExplanation> conditions, Outcome expected, String what) {
    List<Outcome> outcomes = conditions.map(ConditionExplanation::outcome).toList();
    Optional<String> found =
        outcomes.isEmpty()
            ? Optional.of("there is no such condition")
            : outcomes.contains(expected)
                ? Optional.empty()
                : Optional.of("its outcome is " + outcomes.get(0));
    return check(found.isEmpty(), what + found.map(text -> ", but " + text).orElse(""));
  }

  private static boolean is(ConnectorExplanation node, String tenant, String connector) {
    return node.tenant().name().equalsIgnoreCase(tenant)
        && node.connector().name().equalsIgnoreCase(connector);
  }

  private static String label(String tenant, String connector) {
    return tenant + " / " + connector;
  }
}
