package org.exoattribution.testkit.cli;

import com.google.common.collect.Lists;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.testkit.export.ImportReport;
import org.exoattribution.testkit.render.PartialNotice;
import org.exoattribution.testkit.scenario.ConnectionLines;
import org.exoattribution.testkit.scenario.Replay;
import org.exoattribution.testkit.scenario.Scenario;
import org.exoattribution.testkit.scenario.ScenarioConnection;

/**
 * The connections of one FILE argument and the engine to resolve them: a scenario file, which has
 * been read to its end, or JSON Lines, which are read as they are asked for.
 *
 * @param name the argument, as messages name it
 * @param scenario empty of a stream
 * @param lines empty of a scenario
 * @param fractionRead how much of the input has been read, from 0 to 1; 0 if its length is unknown
 */
record ConnectionSource(
    String name,
    Optional<Scenario> scenario,
    Optional<ConnectionLines> lines,
    DoubleSupplier fractionRead)
    implements AutoCloseable {

  /** A scenario is short, but its results with explanations are long. */
  private static final int SCENARIO_BATCH = 100;

  static ConnectionSource of(String name, Scenario scenario) {
    return new ConnectionSource(name, Optional.of(scenario), Optional.empty(), () -> 1);
  }

  static ConnectionSource of(String name, ConnectionLines lines, DoubleSupplier fractionRead) {
    return new ConnectionSource(name, Optional.empty(), Optional.of(lines), fractionRead);
  }

  AttributionEngine engine() {
    return scenario.map(Scenario::engine).orElseGet(() -> lines.orElseThrow().engine());
  }

  /** What an answer about the connections has to say about its tenants. */
  PartialNotice partial() {
    return PartialNotice.of(List.of(importReport()));
  }

  ImportReport importReport() {
    return scenario.map(Scenario::importReport).orElseGet(() -> lines.orElseThrow().importReport());
  }

  /** The connections one by one. */
  Iterator<ScenarioConnection> connections() {
    return scenario.map(read -> read.connections().iterator()).orElseGet(lines::orElseThrow);
  }

  /** The results of any work on the connections in batches, in order; of a stream in parallel. */
  <R> Stream<R> batches(Function<List<ScenarioConnection>, R> work) {
    return scenario
        .map(read -> Lists.partition(read.connections(), SCENARIO_BATCH).stream().map(work))
        .orElseGet(() -> Replay.of(lines.orElseThrow()).batches(work));
  }

  @Override
  public void close() {
    lines.ifPresent(ConnectionLines::close);
  }
}
