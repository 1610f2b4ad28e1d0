package org.exoattribution.testkit.cli;

import org.exoattribution.testkit.render.ResultStudy;
import org.exoattribution.testkit.scenario.ScenarioConnection;

/** Resolves a connection and prints what comes out, one result a recipient. */
interface ResultPrinter extends AutoCloseable {
  void print(ResultStudy study, ScenarioConnection connection);

  /** Hands what is left to the output, which stays open. */
  @Override
  default void close() {}
}
