package org.exoattribution.testkit.laws;

import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.engine.Readings;
import org.exoattribution.engine.RuleSet;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.TenantDirectory;

/** What the laws ask of an engine, so that they can be tried on one that breaks them. */
interface Subject {

  Attribution resolve(SimulatedConnection connection);

  Explanation explain(SimulatedConnection connection);

  TenantDirectory directory();

  RuleSet ruleSet();

  Readings readings();

  Subject withDirectory(TenantDirectory directory);

  Subject withReadings(Readings readings);

  /** The engine itself. */
  static Subject of(AttributionEngine engine) {
    return new Subject() {
      @Override
      public Attribution resolve(SimulatedConnection connection) {
        return engine.resolve(connection);
      }

      @Override
      public Explanation explain(SimulatedConnection connection) {
        return engine.explain(connection);
      }

      @Override
      public TenantDirectory directory() {
        return engine.directory();
      }

      @Override
      public RuleSet ruleSet() {
        return engine.ruleSet();
      }

      @Override
      public Readings readings() {
        return engine.readings();
      }

      @Override
      public Subject withDirectory(TenantDirectory directory) {
        return of(engine.withDirectory(directory));
      }

      @Override
      public Subject withReadings(Readings readings) {
        return of(engine.withReadings(readings));
      }
    };
  }
}
