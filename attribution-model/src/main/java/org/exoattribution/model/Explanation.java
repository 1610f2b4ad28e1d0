package org.exoattribution.model;

import java.util.List;

/**
 * Why a connection was attributed as it was: the tree of stages, connectors and conditions that the
 * deciding code reported while it decided.
 *
 * @param attribution the result, the same that {@code resolve} gives
 * @param stages the stages in their order
 */
public record Explanation(Attribution attribution, List<StageExplanation> stages) {

  /** Copies the stages. */
  public Explanation {
    stages = List.copyOf(stages);
  }
}
