package org.exoattribution.engine;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.ConditionExplanation;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Finding;
import org.exoattribution.model.Grounds;
import org.exoattribution.model.Outcome;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.StageExplanation;

/**
 * A recipient that was resolved, before the result is put together.
 *
 * @param resolution what was resolved
 * @param decided what the stages decided about: the first recipient under MULTI-1, else the same
 * @param notes what the stages noted
 * @param decision what was decided
 * @param undone whether the transaction's first recipient decided against what the stages say
 * @param reports the stages' reports; empty if no explanation is asked for
 */
record Resolved(
    Resolution resolution,
    Resolution decided,
    Notes notes,
    Decision decision,
    boolean undone,
    List<StageExplanation> reports) {

  /** MULTI-1: this first recipient's result, for a later one. */
  Resolved holdingFor(Resolved later) {
    return new Resolved(
        later.resolution,
        resolution,
        notes,
        decision.withRule(RuleId.MULTI_1),
        false,
        withFirstRecipient(RuleId.MULTI_1, "the first recipient's result holds for every one"));
  }

  /** MULTI-2: what follows from this first recipient for a later one. */
  Resolved refusing(Resolved later, Decision refusal) {
    return new Resolved(
        later.resolution,
        later.resolution,
        notes,
        refusal,
        true,
        withFirstRecipient(RuleId.MULTI_2, "a connector matched and the domains differ"));
  }

  private List<StageExplanation> withFirstRecipient(RuleId rule, String what) {
    List<StageExplanation> changed = new ArrayList<>();
    for (StageExplanation report : reports) {
      List<ConditionExplanation> conditions = new ArrayList<>(report.conditions());
      if (changed.isEmpty()) {
        conditions.add(
            0,
            new ConditionExplanation(
                "first recipient",
                Outcome.MATCHED,
                rule,
                what,
                resolution.connection.rcptTo() + " was first; the stages below are about it"));
      }
      changed.add(
          new StageExplanation(
              report.stage(),
              report.outcome(),
              report.rule(),
              report.expected(),
              report.actual(),
              conditions,
              report.connectors()));
    }
    return changed;
  }

  Attribution attribution() {
    return undone
        ? attribution(resolution, notes, decision, Findings.ofDeferred(resolution, decision))
        : attribution(resolution, decided, notes, decision);
  }

  /** The result for a recipient about whom the stages decided, or under MULTI-1 about the first. */
  static Attribution attribution(
      Resolution resolution, Resolution decided, Notes notes, Decision decision) {
    List<Finding> findings = Findings.of(resolution, decided, notes, decision);
    return attribution(resolution, notes, decision, findings);
  }

  private static Attribution attribution(
      Resolution resolution, Notes notes, Decision decision, List<Finding> findings) {
    return decision.toAttribution(
        resolution.connection,
        new Grounds(decision.rules(), decision.evidence(), notes.contested(), findings));
  }

  Explanation explanation() {
    return new Explanation(attribution(), reports);
  }
}
