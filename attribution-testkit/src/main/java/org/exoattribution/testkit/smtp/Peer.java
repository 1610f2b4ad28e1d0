package org.exoattribution.testkit.smtp;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.RevocationStatus;
import org.exoattribution.model.SimulatedConnection;

/**
 * The client of a session, as far as attribution looks at it before there is mail.
 *
 * @param address the address that it has
 * @param source the address that this stands for
 * @param since when it came
 * @param tlsVersion empty in plaintext
 * @param certificate what it presented
 */
record Peer(
    IpAddress address,
    IpAddress source,
    Instant since,
    Optional<String> tlsVersion,
    Optional<PresentedCertificate> certificate) {

  Peer secured(SSLSession session, Optional<RevocationStatus> revocation) {
    Optional<PresentedCertificate> chain =
        presented(session).map(any -> revocation.map(any::withRevocationStatus).orElse(any));
    return new Peer(address, source, since, Optional.of(session.getProtocol()), chain);
  }

  private static Optional<PresentedCertificate> presented(SSLSession session) {
    try {
      return Optional.of(
          PresentedCertificate.of(
              Arrays.stream(session.getPeerCertificates())
                  .map(X509Certificate.class::cast)
                  .toList()));
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty(); // none was presented
    }
  }

  SimulatedConnection.Builder connection(ReversePath mailFrom) {
    SimulatedConnection.Builder builder = SimulatedConnection.builder();
    builder.sourceIp(source).tls(tlsVersion.isPresent()).mailFrom(mailFrom).at(since);
    certificate.ifPresent(builder::presentedCertificate);
    return builder;
  }

  Optional<CertificateVerdict> verdict(AttributionEngine engine) {
    ForwardPath nobody = ForwardPath.of(DomainName.parse("nobody.example"));
    return engine.evaluateCertificate(connection(ReversePath.NULL).rcptTo(nobody).build());
  }

  String describe(AttributionEngine engine) {
    String verdict = verdict(engine).map(SmtpTransaction::inWords).orElse("");
    String presented = certificate.map(chain -> "certificate " + chain + ": " + verdict).orElse("");
    return tlsVersion.orElse("plaintext")
        + ", "
        + (presented.isEmpty() ? "no certificate presented" : presented);
  }
}
