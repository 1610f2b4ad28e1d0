package org.exoattribution.testkit.render;

import java.util.List;
import org.exoattribution.analysis.advice.Advice;
import org.exoattribution.analysis.sensitivity.Sensitivity;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;

/**
 * All that is to be said about one recipient: why, what to change, and what it rests on.
 *
 * @param explanation the result with its reasons
 * @param advice the changes, the least first
 * @param sensitivity what the result rests on
 */
public record ResultDetails(Explanation explanation, List<Advice> advice, Sensitivity sensitivity) {

  /** Copies the list. */
  public ResultDetails {
    advice = List.copyOf(advice);
  }

  /** The result. */
  public Attribution attribution() {
    return explanation.attribution();
  }
}
