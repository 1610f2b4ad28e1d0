package org.exoattribution.testkit.design;

import java.time.Instant;
import java.util.List;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticPki;

/**
 * Connections for tests, all but the envelope: each begins at one fixed instant, and presents a
 * synthetic certificate that the engine of a {@link Design} can judge.
 */
public final class Connections {
  /** The instant of every fixture: a time at which all public sources of the rules are out. */
  public static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

  private Connections() {}

  /**
   * A TLS session without a client certificate.
   *
   * @throws org.exoattribution.model.InvalidValueException if the source is not an address
   */
  public static SimulatedConnection.Builder from(String sourceIp) {
    return SimulatedConnection.builder().sourceIp(sourceIp).tls(true).at(AT);
  }

  /**
   * A TLS session in which the client presents the certificate.
   *
   * @throws org.exoattribution.model.InvalidValueException if the source is not an address
   */
  public static SimulatedConnection.Builder from(
      String sourceIp, PresentedCertificate certificate) {
    return from(sourceIp).presentedCertificate(certificate);
  }

  /** A certificate of the trusted CA: in date, complete, not revoked. */
  public static PresentedCertificate certificate(String commonName, String... subjectAltNames) {
    return certificate(
        SyntheticCertificate.named(commonName).withSubjectAltNames(List.of(subjectAltNames)));
  }

  /**
   * A certificate as described; its validity counts from {@link #AT}.
   *
   * @throws IllegalArgumentException if a name, an instant or a key usage cannot stand in a
   *     certificate
   */
  public static PresentedCertificate certificate(SyntheticCertificate description) {
    return SyntheticPki.shared().issue(description, AT).presented();
  }
}
