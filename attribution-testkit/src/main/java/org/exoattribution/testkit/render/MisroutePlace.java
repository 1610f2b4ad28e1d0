package org.exoattribution.testkit.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exoattribution.analysis.Misroute;
import org.exoattribution.analysis.MisrouteKind;

/**
 * Misroutes of one place: a connector of the tenant that mail is attributed to, or a tenant whose
 * mail is refused. On designs that overlap there is one for every pair of tenants, which only
 * together can be read.
 *
 * @param name the tenant and, if there is one, the connector
 * @param misroutes at least one, in the order of the report
 */
public record MisroutePlace(String name, List<Misroute> misroutes) {
  /** The most misroutes of a place that are listed one by one. */
  public static final int MOST_LISTED = 5;

  /** Copies the list. */
  public MisroutePlace {
    misroutes = List.copyOf(misroutes);
  }

  /** The places of these misroutes: the most harmful kind first, then the most misroutes. */
  public static List<MisroutePlace> of(List<Misroute> misroutes) {
    Map<String, List<Misroute>> places = new LinkedHashMap<>();
    for (Misroute misroute : misroutes) {
      places.computeIfAbsent(name(misroute), name -> new ArrayList<>()).add(misroute);
    }
    return places.entrySet().stream()
        .map(place -> new MisroutePlace(place.getKey(), place.getValue()))
        .sorted(
            Comparator.comparing(MisroutePlace::worstKind)
                .thenComparing(place -> -place.misroutes().size())
                .thenComparing(MisroutePlace::name))
        .toList();
  }

  private static String name(Misroute misroute) {
    String tenant = misroute.outcome().tenant().or(misroute::owner).orElse("nobody");
    return misroute.outcome().connector().map(name -> tenant + " / " + name).orElse(tenant);
  }

  private MisrouteKind worstKind() {
    return misroutes.stream().map(Misroute::kind).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** Whether there are too many to be listed one by one. */
  public boolean isLong() {
    return misroutes.size() > MOST_LISTED;
  }

  /** How many classes of connections they are together. */
  public long classes() {
    return misroutes.stream().mapToLong(Misroute::classes).sum();
  }

  /** The misroutes of each kind, the most harmful kind first, and of a kind the largest first. */
  List<List<Misroute>> byKind() {
    Map<MisrouteKind, List<Misroute>> kinds = new LinkedHashMap<>();
    misroutes.stream()
        .sorted(
            Comparator.comparing(Misroute::kind)
                .thenComparing(Comparator.comparing(Misroute::classes).reversed()))
        .forEach(m -> kinds.computeIfAbsent(m.kind(), kind -> new ArrayList<>()).add(m));
    return List.copyOf(kinds.values());
  }
}
