package org.exoattribution.analysis;

import org.exoattribution.model.SimulatedConnection;

/** Connections in a few words. */
final class Mail {
  private Mail() {}

  static SimulatedConnection of(String sourceIp, String mailFrom, String rcptTo) {
    return SimulatedConnection.builder()
        .sourceIp(sourceIp)
        .tls(true)
        .mailFrom(mailFrom)
        .rcptTo(rcptTo)
        .at("2026-11-01T00:00:00Z")
        .build();
  }
}
