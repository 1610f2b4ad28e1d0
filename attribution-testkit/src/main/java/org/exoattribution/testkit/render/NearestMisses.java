package org.exoattribution.testkit.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.StageExplanation;

/**
 * The connectors that did not decide, over all stages, those first that lacked the fewest
 * conditions. They answer the question that a bare {@code 550 5.7.64} leaves open: what was nearly
 * right. A connector that two stages looked at stands there once, with its nearer miss.
 *
 * @param connectors the nearest first; of equally near ones the earlier stage's first
 */
public record NearestMisses(List<ConnectorExplanation> connectors) {

  /** Copies the list. */
  public NearestMisses {
    connectors = List.copyOf(connectors);
  }

  /** The misses of an explanation. */
  public static NearestMisses of(Explanation explanation) {
    List<ConnectorExplanation> all =
        explanation.stages().stream().flatMap(s -> s.connectors().stream()).toList();
    Set<String> seen = new LinkedHashSet<>();
    all.stream().filter(c -> c.outcome() == Outcome.MATCHED).forEach(c -> seen.add(c.label()));
    List<ConnectorExplanation> misses = new ArrayList<>();
    all.stream()
        .sorted(Comparator.comparingLong(ConnectorExplanation::unmetConditions))
        .filter(c -> seen.add(c.label()))
        .forEach(misses::add);
    return new NearestMisses(misses);
  }

  /** Those that lacked no more than the nearest one; empty if there is none. */
  public List<ConnectorExplanation> nearest() {
    return connectors.stream()
        .filter(c -> c.unmetConditions() == connectors.get(0).unmetConditions())
        .toList();
  }

  /** The connector with nothing below it but the conditions that did not hold. */
  static ConnectorExplanation unmet(ConnectorExplanation connector) {
    return keeping(connector, Outcome.NOT_MATCHED);
  }

  /** The connector with the conditions alone that came out so. */
  static ConnectorExplanation keeping(ConnectorExplanation connector, Outcome... outcomes) {
    return new ConnectorExplanation(
        connector.tenant(),
        connector.connector(),
        connector.outcome(),
        connector.rule(),
        connector.expected(),
        connector.actual(),
        connector.conditions().stream()
            .filter(condition -> List.of(outcomes).contains(condition.outcome()))
            .toList());
  }

  /** The stage with nothing below it but its own conditions that did not hold. */
  static StageExplanation unmet(StageExplanation stage, List<ConnectorExplanation> connectors) {
    return new StageExplanation(
        stage.stage(),
        stage.outcome(),
        stage.rule(),
        stage.expected(),
        stage.actual(),
        stage.conditions().stream().filter(c -> c.outcome() == Outcome.NOT_MATCHED).toList(),
        connectors);
  }
}
