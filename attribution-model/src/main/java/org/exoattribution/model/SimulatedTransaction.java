package org.exoattribution.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One mail transaction: a session, one MAIL FROM and several RCPT TO in their order. Recipients of
 * one transaction influence each other (MULTI-1 to MULTI-3).
 */
public final class SimulatedTransaction {
  private final List<SimulatedConnection> connections;

  private SimulatedTransaction(List<SimulatedConnection> connections) {
    this.connections = Objects.requireNonNull(connections, "connections");
  }

  /** The connection's recipient first, then the further ones. */
  public static SimulatedTransaction of(
      SimulatedConnection first, List<ForwardPath> furtherRecipients) {
    List<SimulatedConnection> connections = new ArrayList<>();
    connections.add(first);
    for (ForwardPath recipient : furtherRecipients) {
      connections.add(first.withRcptTo(recipient));
    }
    return new SimulatedTransaction(List.copyOf(connections));
  }

  /** The transaction seen from each recipient, in order; at least one. */
  public List<SimulatedConnection> connections() {
    return connections;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SimulatedTransaction transaction
        && connections.equals(transaction.connections);
  }

  @Override
  public int hashCode() {
    return connections.hashCode();
  }

  @Override
  public String toString() {
    return connections.toString();
  }
}
