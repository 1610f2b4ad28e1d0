package org.exoattribution.benchmark;

import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.SimulatedConnection;

/** One approach over one directory, ready to be asked. */
interface Resolver {
  /** An attribution, or the {@link Answer} of a plain approach. */
  Object resolve(SimulatedConnection connection);

  /** Judges the certificate alone, if there is one, so that it is remembered. */
  void meet(SimulatedConnection connection);

  static Resolver of(AttributionEngine engine) {
    return new Resolver() {
      @Override
      public Object resolve(SimulatedConnection connection) {
        return engine.resolve(connection);
      }

      @Override
      public void meet(SimulatedConnection connection) {
        engine.evaluateCertificate(connection);
      }
    };
  }
}
