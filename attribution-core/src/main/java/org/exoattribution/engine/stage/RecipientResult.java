package org.exoattribution.engine.stage;

import java.util.List;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.AttributionOutcome;
import org.exoattribution.model.Finding;
import org.exoattribution.model.ReadingSet;

/** What became of a recipient: it went through the stages, or an earlier recipient decided. */
public sealed interface RecipientResult permits StageResults, LaterRecipient {

  /** The recipient. */
  Case given();

  /** The decision about it. */
  Decision decision();

  /**
   * The readings that had a say, here or on the way here: whatever the others are, the same became
   * of all recipients.
   */
  ReadingSet touched();

  /** The findings on the result. */
  List<Finding> findings();

  /**
   * The result.
   *
   * @param contested the readings of the smallest changes under which it is another
   */
  default Attribution attribution(ReadingSet contested) {
    Decision decision = decision();
    return decision.attribution(given(), decision.rules().grounds(contested, findings()));
  }

  /** What it comes to. */
  default AttributionOutcome outcome() {
    return AttributionOutcome.of(
        decision().attribution(given(), Rules.NONE.grounds(ReadingSet.NONE, List.of())));
  }
}
