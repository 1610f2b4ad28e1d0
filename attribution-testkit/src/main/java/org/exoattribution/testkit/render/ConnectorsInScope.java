package org.exoattribution.testkit.render;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.exoattribution.model.ConnectorExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.Stage;

/** Finds connectors in an explanation, in its order: the nearest miss first. */
record ConnectorsInScope(Explanation explanation) {
  /** The rules by which a connector matches a certificate or an address at all. */
  private static final Set<RuleId> MATCHING = EnumSet.of(RuleId.CERT_2, RuleId.NAME_1, RuleId.IP_1);

  /** Enabled connectors that the certificate's names or the source address match. */
  List<ConnectorExplanation> matching(Stage stage) {
    return of(stage).filter(c -> c.connector().enabled() && matches(c)).toList();
  }

  /** Enabled connectors that neither matches. */
  List<ConnectorExplanation> missing(Stage stage) {
    return of(stage).filter(c -> c.connector().enabled() && !matches(c)).toList();
  }

  /** Disabled connectors that would match. */
  List<ConnectorExplanation> disabled(Stage stage) {
    return of(stage).filter(c -> !c.connector().enabled() && matches(c)).toList();
  }

  private Stream<ConnectorExplanation> of(Stage stage) {
    return explanation.stages().stream()
        .filter(s -> s.stage() == stage)
        .flatMap(s -> s.connectors().stream());
  }

  private static boolean matches(ConnectorExplanation connector) {
    return connector.conditions().stream()
        .anyMatch(c -> MATCHING.contains(c.rule()) && c.outcome() == Outcome.MATCHED);
  }

  /** Whether a condition of the rule is there and does not hold. */
  static boolean fails(ConnectorExplanation connector, RuleId rule) {
    return connector.conditions().stream()
        .anyMatch(c -> c.rule() == rule && c.outcome() == Outcome.NOT_MATCHED);
  }
}
