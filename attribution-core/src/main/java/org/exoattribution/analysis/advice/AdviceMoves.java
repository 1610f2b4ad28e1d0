package org.exoattribution.analysis.advice;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.exoattribution.analysis.change.Change;
import org.exoattribution.analysis.change.ChangeSubject;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.analysis.search.DiffSearch;
import org.exoattribution.analysis.search.SearchBound;
import org.exoattribution.analysis.search.SearchTooLargeException;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;

/**
 * What a change moves, of all mail in the whole directory: the search for the difference that it
 * makes, within a bound of a few seconds, for which a few senders may have to stand for all. The
 * same change is often proposed again, so that the answers are kept for a while.
 */
final class AdviceMoves {
  private static final int MOST_TENANTS = 10_000;
  private static final int MOST_KEPT = 200;
  private static final int MOST_CONNECTIONS = 200_000;
  private static final int FEW = 3;

  /** Nobody can own it. */
  private static final DomainName STRANGER = DomainName.parse("stranger.invalid");

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
    return search(changed, List.of()).or(() -> search(changed, fewSenders(change, changed)));
  }

  private Optional<DiffReport> search(AttributionEngine changed, List<DomainName> senders) {
    try {
      return Optional.of(
          DiffSearch.between(engine, changed)
              .withBound(new SearchBound(Set.of(), senders, List.of(), MOST_CONNECTIONS))
              .run());
    } catch (SearchTooLargeException e) {
      return Optional.empty();
    }
  }

  /** Where a source has many tenants: of the changed one, of a few others, and of nobody. */
  private static List<DomainName> fewSenders(Change change, AttributionEngine changed) {
    Stream<Tenant> touched =
        change.parts().stream()
            .flatMap(part -> part.tenant().stream())
            .flatMap(name -> changed.directory().tenant(name).stream());
    Stream<DomainName> ofTenants =
        Stream.concat(touched, changed.directory().tenants().stream().limit(FEW))
            .flatMap(tenant -> tenant.acceptedDomains().stream().limit(FEW))
            .map(AcceptedDomain::domainName);
    return Stream.concat(Stream.of(STRANGER), ofTenants).distinct().toList();
  }
}
