package org.exoattribution.testkit.observation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.exoattribution.analysis.observation.Judgement;
import org.exoattribution.analysis.observation.Observation;
import org.exoattribution.analysis.observation.ObservationJudge;
import org.exoattribution.analysis.observation.ObservationKind;

/**
 * Gathers observations by what the directory tells apart, and judges one of each kind: its memory
 * grows with the kinds and not with the observations.
 */
public final class ObservationGroups {
  private static final Comparator<ObservationGroup> WORST_FIRST =
      Comparator.comparing((ObservationGroup group) -> group.judgement().kind())
          .thenComparingLong(ObservationGroup::count)
          .reversed();

  private final ObservationJudge judge;
  private final Map<ObservationKind, ObservationGroup> groups = new LinkedHashMap<>();

  private ObservationGroups(ObservationJudge judge) {
    this.judge = Objects.requireNonNull(judge, "judge");
  }

  /** No observation yet. */
  public static ObservationGroups of(ObservationJudge judge) {
    return new ObservationGroups(judge);
  }

  /** One more. */
  public void add(Sighting sighting) {
    Observation named = judge.named(sighting.observation());
    String file = sighting.location().file();
    groups.compute(
        judge.kindOf(named),
        (kind, group) ->
            group != null
                ? group.and(file)
                : new ObservationGroup(judge.judge(named), sighting.of(named), 1, List.of(file)));
  }

  /** The groups: what contradicts first, then the largest. */
  public List<ObservationGroup> groups() {
    return groups.values().stream().sorted(WORST_FIRST).toList();
  }

  /** How many observations got a judgement. */
  public long count(Judgement.Kind kind) {
    return groups.values().stream()
        .filter(group -> group.judgement().kind() == kind)
        .mapToLong(ObservationGroup::count)
        .sum();
  }
}
