package org.exoattribution.testkit.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.model.Finding;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.Tenant;

/**
 * The connector that was chosen among those of one tenant (SEL-1).
 *
 * @param candidate the connector
 * @param nameDecided whether several matched equally well, so that the name decided
 */
record Choice(Candidate candidate, boolean nameDecided) {

  /** SEL-1: the best by the keys of the stage, then the first by name, ignoring case. */
  static Optional<Choice> sel1(List<Candidate> ofOneTenant, Comparator<Candidate> keys) {
    List<Candidate> best = best(ofOneTenant, keys);
    return best.stream().min(Candidate.BY_NAME).map(first -> new Choice(first, best.size() > 1));
  }

  /** All candidates that no other beats by the keys. */
  static List<Candidate> best(List<Candidate> candidates, Comparator<Candidate> keys) {
    return candidates.stream()
        .filter(one -> candidates.stream().noneMatch(other -> keys.compare(other, one) < 0))
        .toList();
  }

  Tenant tenant() {
    return candidate.tenant();
  }

  InboundConnector connector() {
    return candidate.connector();
  }

  Set<Finding.Id> findings() {
    return nameDecided ? Set.of(Finding.Id.AMBIGUOUS_CONNECTOR) : Set.of();
  }
}
