package org.exoattribution.testkit.laws;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.SimulatedConnection;

/**
 * All the laws together. They hold of the service as the rules describe it, so that a violation is
 * an error of the engine, never of a directory.
 */
public final class AttributionLaws {
  private AttributionLaws() {}

  /**
   * Checks every law.
   *
   * @return one violation for each law and witness; empty if all hold
   */
  public static List<LawViolation> violations(
      AttributionEngine engine, Collection<SimulatedConnection> connections) {
    return Arrays.stream(Law.values())
        .flatMap(law -> law.violations(engine, connections).stream())
        .toList();
  }

  /**
   * Checks every law.
   *
   * @throws AssertionError that lists the violations, if there are any
   */
  public static void requireAll(
      AttributionEngine engine, Collection<SimulatedConnection> connections) {
    require(violations(engine, connections));
  }

  static void require(List<LawViolation> violations) {
    if (!violations.isEmpty()) {
      throw new AssertionError(
          String.join("\n", violations.stream().map(LawViolation::toString).toList()));
    }
  }
}
