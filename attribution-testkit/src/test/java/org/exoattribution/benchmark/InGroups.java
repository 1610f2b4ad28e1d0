package org.exoattribution.benchmark;

import java.util.Arrays;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.SimulatedConnection;

/** Resolves many at once; in the asking thread, if the common pool has no other. */
record InGroups(AttributionEngine engine) implements Duel.Contestant {
  @Override
  public int answer(SimulatedConnection[] queries, int from, int count) {
    int begin = Math.min(from, queries.length - count);
    return engine.resolveAll(Arrays.asList(queries).subList(begin, begin + count)).size();
  }

  @Override
  public int chunk() {
    return 1 << 13;
  }
}
