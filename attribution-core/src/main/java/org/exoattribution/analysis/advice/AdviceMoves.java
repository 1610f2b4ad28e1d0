package org.exoattribution.analysis.advice;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.analysis.change.ChangeSubject;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.analysis.search.DiffSearch;
import org.exoattribution.analysis.search.SearchBound;
import org.exoattribution.analysis.search.SearchTooLargeException;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.SimulatedConnection;

/**
 * What a change moves, of all mail in the whole directory: the search for the difference that it
 * makes, within a bound of about a second. The same change is often proposed again, so that the
 * answers are kept for a while.
 */
final class AdviceMoves {
  private static final int MOST_TENANTS = 10_000;
  private static final int MOST_KEPT = 200;
  private static final SearchBound BOUND = new SearchBound(Set.of(), List.of(), List.of(), 200_000);
  private static final DiffReport NONE =
      new DiffReport(List.of(), 0, "holds for all mail: the directory stays as it is");

  private final AttributionEngine engine;
  private final Cache<Change, Optional<DiffReport>> known =
      CacheBuilder.newBuilder().maximumSize(MOST_KEPT).build();

  AdviceMoves(AttributionEngine engine) {
    this.engine = engine;
  }

  /** Empty if it is too much to look at. */
  Optional<DiffReport> of(Change change, SimulatedConnection connection) {
    if (!change.changesDirectory()) {
      return Optional.of(NONE);
    }
    Optional<DiffReport> kept = known.getIfPresent(change);
    if (kept == null) {
      kept = search(change, connection);
      known.put(change, kept);
    }
    return kept;
  }

  private Optional<DiffReport> search(Change change, SimulatedConnection connection) {
    if (engine.directory().tenants().size() > MOST_TENANTS) {
      return Optional.empty();
    }
    AttributionEngine changed = change.applyTo(ChangeSubject.of(engine, connection)).engine();
    try {
      return Optional.of(DiffSearch.between(engine, changed).withBound(BOUND).run());
    } catch (SearchTooLargeException e) {
      return Optional.empty();
    }
  }
}
