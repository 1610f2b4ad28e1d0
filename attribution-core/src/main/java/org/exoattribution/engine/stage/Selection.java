package org.exoattribution.engine.stage;

import java.util.Comparator;
import java.util.List;
import org.exoattribution.engine.index.Candidate;
import org.exoattribution.model.InboundConnector;
import org.jspecify.annotations.Nullable;

/**
 * The choice among several connectors of one tenant (SEL-1): the best by the keys of the stage,
 * then by name, ignoring case.
 *
 * @param winner the chosen connector
 * @param rival one that was as good but for its name; null if the keys decided
 */
public record Selection<C extends InboundConnector>(
    Candidate<C> winner, @Nullable Candidate<C> rival) {

  /** There is no choice. */
  static <C extends InboundConnector> Selection<C> of(Candidate<C> only) {
    return new Selection<>(only, null);
  }

  /** Chooses from at least one candidate; the comparator ranks the better one higher. */
  static <C extends InboundConnector> Selection<C> of(
      List<Candidate<C>> candidates, Comparator<Candidate<C>> keys) {
    if (candidates.size() == 1) {
      return of(candidates.get(0));
    }
    Comparator<Candidate<C>> byName =
        Comparator.<Candidate<C>, InboundConnector>comparing(
                Candidate::connector, InboundConnector.BY_NAME)
            .reversed();
    Candidate<C> winner = candidates.get(0);
    for (Candidate<C> candidate : candidates) {
      if (keys.thenComparing(byName).compare(candidate, winner) > 0) {
        winner = candidate;
      }
    }
    Candidate<C> rival = null;
    for (Candidate<C> candidate : candidates) {
      boolean equal = !candidate.equals(winner) && keys.compare(candidate, winner) == 0;
      if (equal && (rival == null || byName.compare(candidate, rival) > 0)) {
        rival = candidate;
      }
    }
    return new Selection<>(winner, rival);
  }
}
