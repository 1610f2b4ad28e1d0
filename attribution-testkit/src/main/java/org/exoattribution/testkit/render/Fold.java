package org.exoattribution.testkit.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.Misroute;
import org.exoattribution.analysis.search.MisrouteKind;
import org.exoattribution.model.AttributionOutcome;

/**
 * What a search found at one place. On designs that overlap there is a finding for every pair of
 * tenants, which a person can only read together.
 *
 * @param place the tenant and, if there is one, the connector
 * @param findings at least one, in the order of the report
 */
public record Fold<T>(String place, List<T> findings) {
  /** The most findings of a place that are listed one by one. */
  public static final int MOST_LISTED = 5;

  /** Copies the list. */
  public Fold {
    findings = List.copyOf(findings);
  }

  /**
   * Misroutes by the connector that mail is attributed through, or the tenant that it is attributed
   * to or whose mail is refused: the most harmful kind first, then the most misroutes.
   */
  public static List<Fold<Misroute>> ofMisroutes(List<Misroute> misroutes) {
    return by(misroutes, misroute -> placeOf(misroute.outcome(), misroute.owner().orElse("nobody")))
        .values()
        .stream()
        .sorted(
            Comparator.<Fold<Misroute>, MisrouteKind>comparing(
                    fold ->
                        fold.findings().stream()
                            .map(Misroute::kind)
                            .min(Comparator.naturalOrder())
                            .orElseThrow())
                .thenComparing(fold -> -fold.findings().size())
                .thenComparing(Fold::place))
        .toList();
  }

  /** Changes by what they mean and where the mail was attributed to before, in their order. */
  public static List<Fold<DiffChange>> ofChanges(List<DiffChange> changes) {
    List<Fold<DiffChange>> folds = new ArrayList<>();
    for (List<DiffChange> harm : grouped(changes, DiffChange::harm).values()) {
      folds.addAll(by(harm, change -> placeOf(change.before(), "nobody")).values());
    }
    return folds;
  }

  private static <T> Map<String, Fold<T>> by(List<T> findings, Function<T, String> place) {
    Map<String, Fold<T>> folds = new LinkedHashMap<>();
    grouped(findings, place).forEach((name, group) -> folds.put(name, new Fold<>(name, group)));
    return folds;
  }

  static <T, K> Map<K, List<T>> grouped(List<T> findings, Function<T, K> key) {
    Map<K, List<T>> groups = new LinkedHashMap<>();
    findings.forEach(
        finding -> groups.computeIfAbsent(key.apply(finding), k -> new ArrayList<>()).add(finding));
    return groups;
  }

  static String placeOf(AttributionOutcome outcome, String otherwise) {
    String tenant = outcome.tenant().orElse(otherwise);
    return outcome.connector().map(name -> tenant + " / " + name).orElse(tenant);
  }

  /** Whether there are too many to be listed one by one. */
  public boolean isLong() {
    return findings.size() > MOST_LISTED;
  }

  /** How many findings were folded into how many blocks, and how to see each of them. */
  public static String summary(List<? extends Fold<?>> folded) {
    StringBuilder out = new StringBuilder(128);
    int findings = folded.stream().mapToInt(fold -> fold.findings().size()).sum();
    Paragraph.append(
        out,
        0,
        0,
        WitnessText.number(findings)
            + " of them are folded into "
            + WitnessText.number(folded.size())
            + (folded.size() == 1 ? " block" : " blocks")
            + " of those with more than "
            + MOST_LISTED
            + ". --full lists each one, and so do --format json and sarif.");
    return out.toString();
  }
}
