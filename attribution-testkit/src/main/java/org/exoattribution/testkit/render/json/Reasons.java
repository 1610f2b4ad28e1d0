package org.exoattribution.testkit.render.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.analysis.advice.Advice;
import org.exoattribution.analysis.search.DiffReport;
import org.exoattribution.analysis.sensitivity.Sensitivity;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.StageExplanation;
import org.exoattribution.testkit.render.ResultDetails;
import org.jspecify.annotations.Nullable;

/**
 * Why a result is as it is: the tree, and where the engine was asked further, what would change it
 * and what it rests on.
 */
public record Reasons(
    List<StageExplanation> stages, @Nullable List<Change> changes, @Nullable RestsOn restsOn) {

  /** Of an explanation alone. */
  public static Reasons of(Explanation explanation) {
    return new Reasons(explanation.stages(), null, null);
  }

  /** Of all that the engine was asked. */
  public static Reasons of(ResultDetails details) {
    return new Reasons(
        details.explanation().stages(),
        details.advice().stream().map(Change::of).toList(),
        RestsOn.of(details.sensitivity()));
  }

  /** A change of the tenants or of the mail. */
  public record Change(
      String action,
      Optional<String> tenant,
      List<String> commands,
      List<Finding.Id> resolves,
      AttributionOutcome then,
      Optional<Moves> moves) {

    static Change of(Advice advice) {
      return new Change(
          advice.change().action(),
          advice.change().tenant(),
          advice.commands(),
          advice.resolves().stream().sorted().toList(),
          advice.outcome(),
          advice.moves().map(Moves::of));
    }
  }

  /** What a change moves, the most harmful first, out of what; null if that was too much. */
  public record Moves(List<ChangeLine> changes, long classes, String bound) {
    static Moves of(DiffReport report) {
      return new Moves(
          report.changes().stream().map(change -> ChangeLine.of(change, null, null)).toList(),
          report.classes(),
          report.bound());
    }
  }

  /** What no source settles. */
  public record RestsOn(
      List<RuleId> assumedRules, boolean holdsUnderEveryReading, List<Alternative> alternatives) {

    static RestsOn of(Sensitivity sensitivity) {
      return new RestsOn(
          sensitivity.assumedRules(),
          sensitivity.holdsUnderEveryReading(),
          sensitivity.alternatives().stream().map(Alternative::of).toList());
    }
  }

  /** What comes out under other readings. */
  public record Alternative(Map<String, String> readings, AttributionOutcome then) {
    static Alternative of(Sensitivity.Alternative alternative) {
      Map<String, String> readings = new LinkedHashMap<>();
      alternative.readings().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(reading -> readings.put(reading.getKey().key(), reading.getValue().name()));
      return new Alternative(readings, alternative.outcome());
    }
  }
}
