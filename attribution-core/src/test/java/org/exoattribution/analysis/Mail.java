package org.exoattribution.analysis;

import java.util.List;
import org.exoattribution.engine.CertificateVerdict;
import org.exoattribution.engine.PresentedName;
import org.exoattribution.model.SimulatedConnection;

/** Connections and certificates in a few words. */
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

  static CertificateVerdict certificate(String name) {
    return CertificateVerdict.accepting(List.of(PresentedName.tryParse(name).orElseThrow()));
  }
}
