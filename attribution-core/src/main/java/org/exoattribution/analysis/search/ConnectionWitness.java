package org.exoattribution.analysis.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.Forest;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PresentedName;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.RuleId;
import org.exoattribution.model.SimulatedConnection;

/**
 * A connection that a search came upon. Its certificate is told by names alone, since nobody has
 * made one: any certificate with these names does.
 *
 * @param sourceIp the client's address
 * @param tls whether the session is encrypted
 * @param certificateNames the names of the presented certificate; empty if none is presented
 * @param certificateAccepted whether the certificate passes the tests PKI-2 to PKI-6
 * @param mailFrom the envelope sender
 * @param headerFrom the domain of the From header, where it counts
 * @param rcptTo the envelope recipient
 * @param forest the front end's forest, where it counts
 */
public record ConnectionWitness(
    IpAddress sourceIp,
    boolean tls,
    List<PresentedName> certificateNames,
    boolean certificateAccepted,
    ReversePath mailFrom,
    Optional<DomainName> headerFrom,
    ForwardPath rcptTo,
    Optional<Forest> forest) {

  /** Copies the names. */
  public ConnectionWitness {
    certificateNames = List.copyOf(certificateNames);
  }

  /** The verdict about its certificate; empty if none is presented. */
  public Optional<CertificateVerdict> certificate() {
    if (certificateNames.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        certificateAccepted
            ? CertificateVerdict.accepting(certificateNames)
            : CertificateVerdict.refusing(certificateNames, RuleId.PKI_4, "an unknown CA"));
  }

  /** The connection at an instant, without the certificate. */
  public SimulatedConnection connection(Instant at) {
    SimulatedConnection.Builder builder =
        SimulatedConnection.builder()
            .sourceIp(sourceIp)
            .tls(tls)
            .mailFrom(mailFrom)
            .rcptTo(rcptTo)
            .at(at);
    headerFrom.ifPresent(domain -> builder.headerFrom(domain.value()));
    forest.ifPresent(builder::forest);
    return builder.build();
  }

  /** Its attribution. */
  public Attribution resolve(AttributionEngine engine) {
    SimulatedConnection at = connection(engine.ruleSet().firstInstant());
    CertificateVerdict verdict = certificate().orElse(null);
    return verdict == null ? engine.resolve(at) : engine.resolve(at, verdict);
  }

  /** Its attribution with the reasons. */
  public Explanation explain(AttributionEngine engine) {
    SimulatedConnection at = connection(engine.ruleSet().firstInstant());
    CertificateVerdict verdict = certificate().orElse(null);
    return verdict == null ? engine.explain(at) : engine.explain(at, verdict);
  }

  /** The connection in one line. */
  @Override
  public String toString() {
    String certificate =
        certificateNames.isEmpty()
            ? "no certificate"
            : (certificateAccepted ? "certificate " : "refused certificate ")
                + String.join(", ", certificateNames.stream().map(Object::toString).toList());
    return "from %s, %s, %s, MAIL FROM %s%s, RCPT TO %s%s"
        .formatted(
            sourceIp,
            tls ? "TLS" : "plaintext",
            certificate,
            mailFrom,
            headerFrom.map(domain -> ", header-from " + domain).orElse(""),
            rcptTo,
            forest.map(each -> ", front end in " + each).orElse(""));
  }
}
