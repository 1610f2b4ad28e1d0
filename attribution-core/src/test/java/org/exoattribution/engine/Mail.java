package org.exoattribution.engine;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.SimulatedConnection;

/** Connections, and verdicts about certificates that nobody has to make. */
final class Mail {
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

  private Mail() {}

  /** In plaintext, unless a certificate is resolved with it. */
  static SimulatedConnection mail(String sourceIp, String mailFrom, String rcptTo) {
    return SimulatedConnection.builder()
        .sourceIp(sourceIp)
        .mailFrom(mailFrom)
        .rcptTo(rcptTo)
        .at(AT)
        .build();
  }

  /** An accepted certificate with these names. */
  static CertificateVerdict certificate(String... names) {
    List<PresentedName> presented =
        Stream.of(names).map(name -> PresentedName.tryParse(name).orElseThrow()).toList();
    return CertificateVerdict.accepting(presented);
  }
}
