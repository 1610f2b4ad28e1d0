package org.exoattribution.testkit.scenario;

import java.util.List;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.testkit.source.SourceLocation;

/**
 * One entry of {@code connections}: what to resolve, and what should come of it.
 *
 * @param name as given, or its number in the file, from 1
 * @param location where it begins
 * @param transaction the connection with its recipients, in order
 * @param expectations one for each recipient, or none at all
 */
public record ScenarioConnection(
    String name,
    SourceLocation location,
    SimulatedTransaction transaction,
    List<Expectation> expectations) {

  /** Copies the list. */
  public ScenarioConnection {
    expectations = List.copyOf(expectations);
  }
}
