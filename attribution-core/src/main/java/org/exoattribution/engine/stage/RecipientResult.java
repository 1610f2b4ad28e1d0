package org.exoattribution.engine.stage;

import java.util.List;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Finding;
import org.exoattribution.model.ReadingSet;

/** What became of a recipient: it went through the stages, or an earlier recipient decided. */
public sealed interface RecipientResult permits StageResults, LaterRecipient {

  /** The recipient. */
  Case given();

  /** The decision about it. */
  Decision decision();

  /** The result. */
  Attribution attribution();

  /** Puts a result together. */
  static Attribution attribution(
      Case given, Decision decision, ReadingSet contested, List<Finding> findings) {
    return decision.attribution(given.connection(), decision.rules().grounds(contested, findings));
  }
}
