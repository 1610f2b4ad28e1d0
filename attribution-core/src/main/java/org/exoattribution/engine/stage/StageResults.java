package org.exoattribution.engine.stage;

import java.util.List;
import java.util.Objects;
import org.exoattribution.model.Finding;
import org.exoattribution.model.ReadingSet;
import org.jspecify.annotations.Nullable;

/**
 * What the three stages found about a recipient, in their order. The first that decides is the last
 * that is asked, so that Originating mail is not tested against Partner connectors (IN-8).
 *
 * @param given the recipient
 * @param certificate what the certificate stage found
 * @param ip what the IP stage found; null if the certificate stage decided
 * @param incoming what the incoming stage found; null if an earlier one decided
 */
public record StageResults(
    Case given,
    CertificateResult certificate,
    @Nullable IpResult ip,
    @Nullable IncomingResult incoming)
    implements RecipientResult {

  /** Asks the stages. */
  public static StageResults of(Case given) {
    CertificateResult certificate = CertificateStage.resolve(given);
    IpResult ip = null;
    IncomingResult incoming = null;
    if (certificate.decision() == null) {
      ip = IpStage.resolve(given, certificate.passedBy());
      if (ip.decision() == null) {
        Rules earlier = certificate.passedBy().and(ip.passedBy());
        incoming = IncomingStage.resolve(given, earlier, matched(certificate, ip));
      }
    }
    return new StageResults(given, certificate, ip, incoming);
  }

  @Override
  public Decision decision() {
    if (incoming != null) {
      return incoming.decision();
    }
    return Objects.requireNonNull(ip == null ? certificate.decision() : ip.decision());
  }

  @Override
  public ReadingSet touched() {
    ReadingSet all = certificate.touched();
    all = ip == null ? all : all.and(ip.touched());
    return incoming == null ? all : all.and(incoming.touched());
  }

  /** Whether an OnPremises connector matched by certificate or address (section 8, MULTI-2). */
  boolean matched() {
    return matched(certificate, ip);
  }

  private static boolean matched(CertificateResult certificate, @Nullable IpResult ip) {
    boolean byCertificate = !certificate.candidates().isEmpty();
    return ip == null
        ? byCertificate
        : !ip.isAsIfNothingMatched() && (byCertificate || !ip.candidates().isEmpty());
  }

  /** The same for a later recipient of the same domain. */
  StageResults sharedWith(Case later) {
    return new StageResults(later, certificate, ip, incoming);
  }

  @Override
  public List<Finding> findings() {
    return Findings.of(given, given, certificate, decision());
  }
}
