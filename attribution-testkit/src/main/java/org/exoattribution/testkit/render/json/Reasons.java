package org.exoattribution.testkit.render.json;

import static org.exoattribution.testkit.render.json.Json.object;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.exoattribution.analysis.advice.Advice;
import org.exoattribution.analysis.search.DiffChange;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.analysis.sensitivity.Sensitivity;
import org.exoattribution.model.Explanation;
import org.exoattribution.testkit.render.ResultDetails;
import org.jspecify.annotations.Nullable;

/**
 * Why a result is as it is: the tree, and where the engine was asked further, what would change it
 * and what it rests on.
 */
public final class Reasons {
  private Reasons() {}

  /** Of an explanation alone. */
  public static Map<String, Object> of(Explanation explanation) {
    return object("stages", explanation.stages());
  }

  /** Of all that the engine was asked. */
  public static Map<String, Object> of(ResultDetails details) {
    return object(
        "stages", details.explanation().stages(),
        "changes", details.advice().stream().map(Reasons::change).toList(),
        "restsOn", restsOn(details.sensitivity()));
  }

  /** A change of the tenants or of the mail. */
  private static Map<String, Object> change(Advice advice) {
    return object(
        "action", advice.change().action(),
        "tenant", advice.change().tenant(),
        "commands", advice.commands(),
        "resolves", advice.resolves().stream().sorted().toList(),
        "then", advice.outcome(),
        "moves", advice.moves().map(Reasons::moves));
  }

  /** What a change moves, the most harmful first, out of what. */
  private static Map<String, Object> moves(DiffReport report) {
    return object(
        "changes", report.changes().stream().map(c -> change(c, null, null)).toList(),
        "classes", report.classes(),
        "bound", report.bound());
  }

  /**
   * A change of attributions.
   *
   * @param before explains its witness before the change; null to leave it out
   * @param after explains its witness after the change; null to leave it out
   */
  public static Map<String, Object> change(
      DiffChange change, @Nullable Explanation before, @Nullable Explanation after) {
    return object(
        "type", "change",
        "change", change.harm(),
        "severity", change.harm().isError() ? "ERROR" : "NOTE",
        "before", change.before(),
        "after", change.after(),
        "tenants", change.tenants().size(),
        "classes", change.classes(),
        "witness", change.witness(),
        "explanationBefore", before == null ? null : of(before),
        "explanationAfter", after == null ? null : of(after));
  }

  private static Map<String, Object> restsOn(Sensitivity sensitivity) {
    return object(
        "assumedRules", sensitivity.assumedRules(),
        "holdsUnderEveryReading", sensitivity.holdsUnderEveryReading(),
        "alternatives", sensitivity.alternatives().stream().map(Reasons::alternative).toList());
  }

  /** What comes out under other readings. */
  private static Map<String, Object> alternative(Sensitivity.Alternative alternative) {
    Map<String, String> readings = new LinkedHashMap<>();
    new TreeMap<>(alternative.readings())
        .forEach((of, value) -> readings.put(of.key(), value.name()));
    return object("readings", readings, "then", alternative.outcome());
  }
}
