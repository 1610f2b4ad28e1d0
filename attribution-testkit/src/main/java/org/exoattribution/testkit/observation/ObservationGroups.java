package org.exoattribution.testkit.observation;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
          .reversed()
          .thenComparing(Comparator.comparingLong(ObservationGroup::count).reversed());

  private final ObservationJudge judge;
  private final Map<ObservationKind, Tally> tallies = new LinkedHashMap<>();

  private ObservationGroups(ObservationJudge judge) {
    this.judge = judge;
  }

  /** No observation yet. */
  public static ObservationGroups of(ObservationJudge judge) {
    return new ObservationGroups(judge);
  }

  private static final class Tally {
    private final Judgement judgement;
    private final Sighting first;
    private final Set<String> files = new LinkedHashSet<>();
    private long count;

    Tally(Judgement judgement, Sighting first) {
      this.judgement = judgement;
      this.first = first;
    }
  }

  /** One more. */
  public void add(Sighting sighting) {
    Observation named = judge.named(sighting.observation());
    Tally tally =
        tallies.computeIfAbsent(
            judge.kindOf(named),
            kind ->
                new Tally(
                    judge.judge(named),
                    new Sighting(
                        named, sighting.location(), sighting.besides(), sighting.notes())));
    tally.count++;
    tally.files.add(sighting.location().file());
  }

  /** The groups: what contradicts first, then the largest. */
  public List<ObservationGroup> groups() {
    return tallies.values().stream()
        .map(t -> new ObservationGroup(t.judgement, t.first, t.count, List.copyOf(t.files)))
        .sorted(WORST_FIRST)
        .toList();
  }

  /** How many observations got each judgement. */
  public Map<Judgement.Kind, Long> counts() {
    Map<Judgement.Kind, Long> counts = new EnumMap<>(Judgement.Kind.class);
    for (Judgement.Kind kind : Judgement.Kind.values()) {
      counts.put(kind, 0L);
    }
    tallies.values().forEach(t -> counts.merge(t.judgement.kind(), t.count, Long::sum));
    return counts;
  }
}
