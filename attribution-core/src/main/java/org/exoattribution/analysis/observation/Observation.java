package org.exoattribution.analysis.observation;

import java.util.Objects;
import org.exoattribution.model.SimulatedConnection;

/**
 * A connection that a real server made, and what the service did with it.
 *
 * @param connection what is known of it. A certificate is told by no header and no trace: the
 *     connection has one only if somebody knows which the server presents
 * @param observed what the service told
 */
public record Observation(SimulatedConnection connection, Observed observed) {

  /** Refuses null. */
  public Observation {
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(observed, "observed");
  }
}
