package org.exoattribution.testkit.assertj;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffHarm;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.analysis.search.DiffSearch;
import org.exoattribution.testkit.design.Design;

/** Assertions about what a change of a design does to mail; see {@link DiffSearch}. */
public class ChangeAssert extends AbstractAssert<ChangeAssert, DiffReport> {

  /** About the change from one design to another. */
  public ChangeAssert(Design before, Design after) {
    super(DiffSearch.between(before.engine(), after.engine()).run(), ChangeAssert.class);
  }

  /** No mail that is taken in before the change is refused after it. */
  public ChangeAssert refusesNothingNew() {
    return requireNone(
        "nothing that is newly refused", change -> change.harm() == DiffHarm.NEWLY_REFUSED);
  }

  /** No mail goes to another tenant than before, be it as its sender or as its receiver. */
  public ChangeAssert misdirectsNothingNew() {
    return requireNone(
        "nothing that goes to another tenant",
        change -> change.harm() == DiffHarm.NEWLY_CAPTURED || change.harm() == DiffHarm.REDIRECTED);
  }

  /** Whatever mail moves was attributed to, or refused by, these tenants, and so it is then. */
  public ChangeAssert movesOnly(String... tenants) {
    Set<String> names =
        Stream.of(tenants).map(t -> t.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return requireNone(
        "only mail of " + String.join(", ", tenants) + " that moves",
        change ->
            Stream.concat(change.before().tenant().stream(), change.tenants().stream())
                .anyMatch(tenant -> !names.contains(tenant.toLowerCase(Locale.ROOT))));
  }

  private ChangeAssert requireNone(String expected, Predicate<DiffChange> unwanted) {
    List<DiffChange> found = actual.changes().stream().filter(unwanted).toList();
    if (!found.isEmpty()) {
      throw failure("%s", DesignAssert.message(expected, found));
    }
    return this;
  }
}
