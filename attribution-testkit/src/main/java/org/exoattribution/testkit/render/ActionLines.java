package org.exoattribution.testkit.render;

import java.util.List;
import org.exoattribution.model.Explanation;

/** Says what an administrator could change about a rejection. */
@FunctionalInterface
public interface ActionLines {
  /**
   * The changes, each a clause in the imperative without a full stop, the best first. Any one of
   * them is enough. Empty if there is nothing to change.
   */
  List<String> of(Explanation explanation);

  /** Actions read off the rejection and its explanation, without trying them out. */
  static ActionLines plain() {
    return new PlainActionLines();
  }
}
