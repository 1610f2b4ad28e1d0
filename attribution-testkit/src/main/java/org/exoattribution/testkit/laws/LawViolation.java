package org.exoattribution.testkit.laws;

import org.exoattribution.model.SimulatedConnection;

/**
 * A law that does not hold, with the connection that shows it.
 *
 * @param law which one
 * @param explanation what was expected and what came, in one sentence
 * @param witness the connection
 */
public record LawViolation(Law law, String explanation, SimulatedConnection witness) {

  /** Law, explanation and witness in three lines. */
  @Override
  public String toString() {
    return law + " is broken: " + law.statement() + "\n  " + explanation + "\n  " + witness;
  }
}
