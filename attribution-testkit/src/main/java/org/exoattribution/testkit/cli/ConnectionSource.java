package org.exoattribution.testkit.cli;

import java.util.Iterator;
import java.util.Optional;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.scenario.ConnectionLines;
import org.exoattribution.testkit.scenario.ImportReport;
import org.exoattribution.testkit.scenario.Scenario;
import org.exoattribution.testkit.scenario.ScenarioConnection;

/**
 * The connections of one FILE argument and the engine to resolve them: a scenario file, which has
 * been read to its end, or JSON Lines, which are read as they are asked for.
 *
 * @param name the argument, as messages name it
 * @param scenario the scenario, unless it is a stream
 */
record ConnectionSource(
    String name,
    AttributionEngine engine,
    ImportReport importReport,
    Iterator<ScenarioConnection> connections,
    Optional<Scenario> scenario,
    Runnable closing)
    implements AutoCloseable {

  static ConnectionSource of(String name, Scenario scenario) {
    return new ConnectionSource(
        name,
        scenario.engine(),
        scenario.importReport(),
        scenario.connections().iterator(),
        Optional.of(scenario),
        () -> {});
  }

  static ConnectionSource of(String name, ConnectionLines lines) {
    return new ConnectionSource(
        name, lines.engine(), lines.importReport(), lines, Optional.empty(), lines::close);
  }

  boolean isStream() {
    return scenario.isEmpty();
  }

  @Override
  public void close() {
    closing.run();
  }
}
