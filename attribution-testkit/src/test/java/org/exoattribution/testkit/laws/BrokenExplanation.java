package org.exoattribution.testkit.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.StageExplanation;

/** Ways in which an explanation can drift from its result, each tried on every node it is about. */
enum BrokenExplanation {
  A_STAGE_THAT_PASSED_ON_NAMES_ANOTHER_RULE {
    @Override
    Stream<StageExplanation> of(StageExplanation stage) {
      return stage.outcome() == Outcome.NOT_MATCHED
          ? Stream.of(RuleId.CERT_6, RuleId.IP_4, RuleId.PKI_2)
              .filter(rule -> rule != stage.rule())
              .map(rule -> with(stage, stage.outcome(), rule))
          : Stream.empty();
    }
  },

  THE_STAGE_THAT_DECIDED_NAMES_ANOTHER_RULE {
    @Override
    Stream<StageExplanation> of(StageExplanation stage) {
      return stage.outcome() == Outcome.MATCHED
          ? Stream.of(with(stage, stage.outcome(), RuleId.IN_8))
          : Stream.empty();
    }
  },

  A_STAGE_AFTER_THE_DECISION_IS_SAID_TO_HAVE_FAILED {
    @Override
    Stream<StageExplanation> of(StageExplanation stage) {
      return stage.outcome() == Outcome.NOT_REACHED
          ? Stream.of(with(stage, Outcome.NOT_MATCHED, stage.rule()))
          : Stream.empty();
    }
  },

  A_CONDITION_THAT_WAS_NOT_REACHED_IS_SAID_TO_HAVE_FAILED {
    @Override
    Stream<StageExplanation> of(StageExplanation stage) {
      return Stream.concat(
          changedConditions(stage.conditions(), this::failed)
              .map(conditions -> with(stage, conditions, stage.connectors())),
          connectors(
              stage,
              connector ->
                  stage.outcome() == Outcome.NOT_REACHED // where facts stand, which may be so
                      ? Stream.empty()
                      : changedConditions(connector.conditions(), this::failed)
                          .map(c -> with(connector, connector.rule(), connector.outcome(), c))));
    }

    private Optional<ConditionExplanation> failed(ConditionExplanation condition) {
      boolean ofCertificate = condition.rule().id().startsWith("PKI"); // each has its own outcome
      return condition.outcome() == Outcome.NOT_REACHED && !ofCertificate
          ? Optional.of(with(condition, Outcome.NOT_MATCHED))
          : Optional.empty();
    }
  },

  A_LOSER_LOST_BY_A_RULE_THAT_HELD {
    @Override
    Stream<StageExplanation> of(StageExplanation stage) {
      return connectors(
          stage,
          connector ->
              connector.outcome() == Outcome.NOT_MATCHED
                  ? connector.conditions().stream()
                      .filter(c -> c.outcome() == Outcome.MATCHED)
                      .filter(c -> isAlone(c, connector))
                      .map(c -> with(connector, c.rule(), connector.outcome()))
                  : Stream.empty());
    }

    /** IN-4 has several conditions. */
    private boolean isAlone(ConditionExplanation condition, ConnectorExplanation connector) {
      return connector.conditions().stream().filter(c -> c.rule() == condition.rule()).count() == 1;
    }
  },

  A_LOSER_LOST_BY_WHAT_THE_WINNER_FAILED_TOO {
    @Override
    Stream<StageExplanation> of(StageExplanation stage) {
      List<RuleId> failed =
          stage.connectors().stream()
              .filter(c -> c.outcome() == Outcome.MATCHED)
              .flatMap(c -> c.conditions().stream())
              .filter(c -> c.outcome() == Outcome.NOT_MATCHED)
              .map(ConditionExplanation::rule)
              .toList();
      return connectors(
          stage,
          connector ->
              connector.outcome() == Outcome.NOT_MATCHED
                  ? failed.stream().map(rule -> with(connector, rule, connector.outcome()))
                  : Stream.empty());
    }
  },

  A_CONNECTOR_NOT_LOOKED_AT_NAMES_A_RULE_THAT_DECIDED_NOTHING {
    @Override
    Stream<StageExplanation> of(StageExplanation stage) {
      return connectors(
          stage,
          connector ->
              connector.outcome() == Outcome.NOT_REACHED
                  ? Stream.of(with(connector, RuleId.CERT_6, connector.outcome()))
                  : Stream.empty());
    }
  },

  THE_WINNER_WON_BY_A_RULE_THAT_DECIDED_NOTHING {
    @Override
    Stream<StageExplanation> of(StageExplanation stage) {
      return connectors(
          stage,
          connector ->
              connector.outcome() == Outcome.MATCHED
                  ? Stream.of(with(connector, RuleId.CON_8, connector.outcome()))
                  : Stream.empty());
    }
  };

  /** The stage, broken in each way in which it can be. */
  abstract Stream<StageExplanation> of(StageExplanation stage);

  /** The explanation, broken once wherever it can be. */
  Stream<Explanation> wherever(Explanation explanation) {
    return changed(explanation.stages(), this::of)
        .map(stages -> new Explanation(explanation.attribution(), stages));
  }

  private static <T> Stream<List<T>> changed(List<T> nodes, Function<T, Stream<T>> change) {
    List<List<T>> changed = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      int place = i;
      change
          .apply(nodes.get(i))
          .forEach(
              node -> {
                List<T> copy = new ArrayList<>(nodes);
                copy.set(place, node);
                changed.add(copy);
              });
    }
    return changed.stream();
  }

  static Stream<List<ConditionExplanation>> changedConditions(
      List<ConditionExplanation> conditions,
      Function<ConditionExplanation, Optional<ConditionExplanation>> change) {
    return changed(conditions, condition -> change.apply(condition).stream());
  }

  static Stream<StageExplanation> connectors(
      StageExplanation stage, Function<ConnectorExplanation, Stream<ConnectorExplanation>> change) {
    return changed(stage.connectors(), change)
        .map(connectors -> with(stage, stage.conditions(), connectors));
  }

  static StageExplanation with(StageExplanation stage, Outcome outcome, RuleId rule) {
    return new StageExplanation(
        stage.stage(),
        outcome,
        rule,
        stage.expected(),
        stage.actual(),
        stage.conditions(),
        stage.connectors());
  }

  static StageExplanation with(
      StageExplanation stage,
      List<ConditionExplanation> conditions,
      List<ConnectorExplanation> connectors) {
    return new StageExplanation(
        stage.stage(),
        stage.outcome(),
        stage.rule(),
        stage.expected(),
        stage.actual(),
        conditions,
        connectors);
  }

  static ConnectorExplanation with(ConnectorExplanation connector, RuleId rule, Outcome outcome) {
    return with(connector, rule, outcome, connector.conditions());
  }

  static ConnectorExplanation with(
      ConnectorExplanation connector,
      RuleId rule,
      Outcome outcome,
      List<ConditionExplanation> conditions) {
    return new ConnectorExplanation(
        connector.tenant(),
        connector.connector(),
        outcome,
        rule,
        connector.expected(),
        connector.actual(),
        conditions);
  }

  static ConditionExplanation with(ConditionExplanation condition, Outcome outcome) {
    return new ConditionExplanation(
        condition.label(), outcome, condition.rule(), condition.expected(), condition.actual());
  }
}
