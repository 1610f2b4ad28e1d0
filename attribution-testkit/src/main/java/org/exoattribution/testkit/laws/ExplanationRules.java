package org.exoattribution.testkit.laws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.ExplanationNode;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;
import org.exoattribution.model.StageExplanation;

/**
 * What the nodes of an explanation say of rules, held against the rules on which the result rests:
 * each names one that is consistent with them, nothing after the deciding rule failed, and a
 * loser's reason is the rule by which it lost.
 */
final class ExplanationRules {
  /** The rules of each stage in the order in which they are asked. */
  private static final Map<Stage, List<RuleId>> ORDER =
      Map.of(
          Stage.CERTIFICATE,
          rules(
              "PKI-1 PKI-2 PKI-3 PKI-4 PKI-5 PKI-6 PKI-8 FOR-1 CON-8 CON-9"
                  + " CERT-2 CERT-3 CERT-4 CERT-5 SEL-1"),
          Stage.IP,
          rules("FOR-1 CON-8 CON-9 IP-1 IP-2 IP-3 SEL-1"),
          Stage.INCOMING,
          rules("IN-1 FOR-2 IN-2 CON-8 CON-9 IN-3 IN-4 IN-5 SEL-1 IN-6 IN-7"));

  /** By which a stage passed on, as results note it. */
  private static final Map<Stage, List<RuleId>> PASSED_ON =
      Map.of(
          Stage.CERTIFICATE, rules("PKI-1 PKI-2 PKI-3 PKI-4 PKI-5 PKI-6 CERT-6"),
          Stage.IP, rules("NULL-1 IP-3 IP-4"));

  /** With which a stage begins: where it found nothing to decide about, results note no rule. */
  private static final Map<Stage, List<RuleId>> NOTHING_FOUND =
      Map.of(Stage.CERTIFICATE, rules("CERT-1 CERT-2"), Stage.IP, rules("IP-1"));

  /** What a connector is and has, which is shown of stages too that are not reached. */
  private static final List<RuleId> FACTS = rules("FOR-1 CON-8 CON-9 CERT-2 IP-1 IN-1 IN-3 IN-4");

  /** What decides about a winner. */
  private static final List<RuleId> DECIDING = rules("CERT-4 CERT-5 IP-2 IP-3 IN-5 SEL-1");

  private static final List<RuleId> OF_TRANSACTIONS = rules("MULTI-1 MULTI-2");

  private static List<RuleId> rules(String ids) {
    return Stream.of(ids.split(" ", -1)).map(id -> RuleId.of(id).orElseThrow()).toList();
  }

  private final Explanation explanation;
  private final List<RuleId> rules;
  private final Stage decided;
  private final RuleId last;

  private ExplanationRules(Explanation explanation) {
    this.explanation = explanation;
    this.rules = explanation.attribution().grounds().rules();
    this.decided = explanation.attribution().stage();
    this.last = rules.get(rules.size() - 1);
  }

  /** The first thing that is wrong; empty if nothing is. */
  static Optional<String> objection(Explanation explanation) {
    ExplanationRules law = new ExplanationRules(explanation);
    return explanation.stages().stream().flatMap(law::objections).findFirst();
  }

  private Stream<String> objections(StageExplanation stage) {
    boolean later = OF_TRANSACTIONS.contains(last);
    Stream<String> own =
        Stream.of(
                unless(isConsistent(stage, later), stage, "does not go with the result"),
                unless(later || !isPassed(stage) || notes(stage), stage, "is not what it noted"))
            .flatMap(Optional::stream);
    Stream<String> conditions =
        stage.conditions().stream()
            .filter(c -> c.outcome() == Outcome.NOT_MATCHED)
            .filter(c -> stage.outcome() == Outcome.NOT_REACHED || isAfterDecision(stage, c))
            .map(c -> words(stage, c, "failed after the decision"));
    return Stream.of(own, conditions, stage.connectors().stream().flatMap(c -> of(stage, c)))
        .flatMap(each -> each);
  }

  private static boolean isPassed(StageExplanation stage) {
    return stage.outcome() == Outcome.NOT_MATCHED;
  }

  /** The stage that decided names the last rule of the result, later recipients that of theirs. */
  private boolean isConsistent(StageExplanation stage, boolean later) {
    if (stage.stage() == decided) {
      return stage.outcome() == Outcome.MATCHED && stage.rule() == last;
    }
    if (later) {
      return stage.outcome() == Outcome.NOT_REACHED && stage.rule() == last;
    }
    return stage.outcome()
        == (stage.stage().compareTo(decided) < 0 ? Outcome.NOT_MATCHED : Outcome.NOT_REACHED);
  }

  private boolean notes(StageExplanation stage) {
    List<RuleId> noted =
        rules.stream().filter(PASSED_ON.getOrDefault(stage.stage(), List.of())::contains).toList();
    return noted.isEmpty()
        ? NOTHING_FOUND.getOrDefault(stage.stage(), List.of()).contains(stage.rule())
        : stage.rule() == noted.get(noted.size() - 1);
  }

  /** SEL-1 chooses inside the tenant for which another rule decided. */
  private boolean isAfterDecision(StageExplanation stage, ExplanationNode node) {
    if (stage.stage() != decided) {
      return false;
    }
    List<RuleId> order = ORDER.getOrDefault(decided, List.of());
    int deciding =
        rules.stream()
            .filter(rule -> rule != RuleId.SEL_1)
            .mapToInt(order::indexOf)
            .max()
            .orElse(-1);
    return order.indexOf(node.rule()) > deciding
        && !(node.rule() == RuleId.SEL_1 && rules.contains(RuleId.SEL_1));
  }

  private Stream<String> of(StageExplanation stage, ConnectorExplanation connector) {
    Stream<String> own =
        switch (connector.outcome()) {
          case MATCHED ->
              Stream.of(
                      unless(connector.rule() == last, connector, "is not why it won"),
                      winnerRestsOnTheResult(connector))
                  .flatMap(Optional::stream);
          case NOT_REACHED ->
              unless(setAside(connector.rule()), connector, "is not what set it aside").stream();
          default -> unless(lostBy(stage, connector), connector, "is not how it lost").stream();
        };
    Stream<String> conditions =
        connector.conditions().stream()
            .filter(c -> c.outcome() == Outcome.NOT_MATCHED)
            .filter(
                c ->
                    stage.outcome() == Outcome.NOT_REACHED
                        ? c.rule() != connector.rule() && !FACTS.contains(c.rule())
                        : !OF_TRANSACTIONS.contains(last) && isAfterDecision(stage, c))
            .map(c -> words(connector, c, "failed after the decision"));
    return Stream.concat(own, conditions);
  }

  /** A rule that decides and is said to hold of the winner is one on which the result rests. */
  private Optional<String> winnerRestsOnTheResult(ConnectorExplanation winner) {
    return winner.conditions().stream()
        .filter(c -> c.outcome() == Outcome.MATCHED)
        .filter(c -> DECIDING.contains(c.rule()) && !rules.contains(c.rule()))
        .findFirst()
        .map(c -> words(winner, c, "decided nothing"));
  }

  private boolean setAside(RuleId rule) {
    return rules.contains(rule)
        || (rule == RuleId.IN_8 && explanation.attribution().verdict() == Verdict.ORIGINATING);
  }

  /** One of its conditions says so, and the winner meets that one. */
  private static boolean lostBy(StageExplanation stage, ConnectorExplanation loser) {
    boolean said =
        loser.conditions().stream()
            .anyMatch(c -> c.outcome() == Outcome.NOT_MATCHED && c.rule() == loser.rule());
    return said
        && stage.connectors().stream()
            .filter(c -> c.outcome() == Outcome.MATCHED)
            .flatMap(c -> c.conditions().stream())
            .noneMatch(c -> c.outcome() == Outcome.NOT_MATCHED && c.rule() == loser.rule());
  }

  private static Optional<String> unless(boolean holds, ExplanationNode node, String objection) {
    return holds
        ? Optional.empty()
        : Optional.of(node.label() + ": " + node.rule() + " " + objection);
  }

  private static String words(
      ExplanationNode node, ConditionExplanation condition, String objection) {
    return node.label() + ", " + condition.label() + ": " + condition.rule() + " " + objection;
  }
}
