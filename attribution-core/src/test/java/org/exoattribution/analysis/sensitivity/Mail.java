package org.exoattribution.analysis.sensitivity;

import org.exoattribution.model.SimulatedConnection;

/** Connections in a few words. */
public final class Mail {
  private Mail() {}

  public static SimulatedConnection of(String sourceIp, String mailFrom, String rcptTo) {
    return SimulatedConnection.builder()
        .sourceIp(sourceIp)
        .tls(true)
        .mailFrom(mailFrom)
        .rcptTo(rcptTo)
        .at("2026-11-01T00:00:00Z")
        .build();
  }
}
