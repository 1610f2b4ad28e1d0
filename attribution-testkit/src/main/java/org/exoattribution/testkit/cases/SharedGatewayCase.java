package org.exoattribution.testkit.cases;

import java.time.Instant;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.design.Design;
import org.exoattribution.testkit.design.Designs;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticCertificate.Chain;
import org.exoattribution.testkit.pki.SyntheticCertificate.Issuer;
import org.exoattribution.testkit.pki.SyntheticCertificate.Revocation;

/**
 * Case A: the tenants alpha and beta behind one gateway, first recognised by its address, then each
 * by a certificate of its own. By address, a sender domain that nobody owns is refused or captured
 * by whoever owns the recipient; by certificate nothing is left to the envelope. Source: BOLL "The
 * shift to certificate-based connectors".
 */
public final class SharedGatewayCase {
  /** The gateway's address. */
  public static final String GATEWAY = "203.0.113.10";

  private SharedGatewayCase() {}

  /** Both tenants name the gateway's address. */
  public static Design byAddress() {
    return Designs.sharedGatewayByAddress(GATEWAY, "alpha", "beta");
  }

  /** Each tenant names a certificate of its own, and accepts the name. */
  public static Design byCertificate() {
    return Designs.sharedGatewayByCertificate("alpha", "beta");
  }

  /** Mail of beta to the Internet, without a certificate. */
  public static SimulatedConnection betaMail() {
    return betaMail(Connections.from(GATEWAY));
  }

  /** Mail of beta to the Internet, with this certificate. */
  public static SimulatedConnection betaMail(PresentedCertificate certificate) {
    return betaMail(Connections.from(GATEWAY, certificate));
  }

  private static SimulatedConnection betaMail(SimulatedConnection.Builder session) {
    return session.mailFrom("sales@beta.example").rcptTo("someone@example.net").build();
  }

  /** A newsletter whose sender domain nobody owns, to the Internet. */
  public static SimulatedConnection newsletter() {
    return Connections.from(GATEWAY)
        .mailFrom("bounce@newsletter.example")
        .rcptTo("someone@example.net")
        .build();
  }

  /** The same newsletter to a recipient of alpha. */
  public static SimulatedConnection newsletterToAlpha() {
    return newsletter().toBuilder().rcptTo("reader@alpha.example").build();
  }

  /** The certificate that the gateway presents for beta. */
  public static PresentedCertificate betaCertificate() {
    return Connections.certificate("gw.beta.example", "gw.beta.example");
  }

  /** Beta's certificate, a month out of date (PKI-2). */
  public static PresentedCertificate expired() {
    return Connections.certificate(
        beta()
            .withNotBefore(Instant.parse("2025-10-01T00:00:00Z"))
            .withNotAfter(Instant.parse("2026-10-01T00:00:00Z")));
  }

  /** Beta's certificate a month too early (PKI-2). */
  public static PresentedCertificate notYetValid() {
    return Connections.certificate(
        beta()
            .withNotBefore(Instant.parse("2026-12-01T00:00:00Z"))
            .withNotAfter(Instant.parse("2027-12-01T00:00:00Z")));
  }

  /** Beta's certificate, revoked (PKI-5). */
  public static PresentedCertificate revoked() {
    return Connections.certificate(beta().withRevocation(Revocation.REVOKED));
  }

  /** Beta's certificate, about which no revocation status can be had (PKI-5). */
  public static PresentedCertificate statusUnavailable() {
    return Connections.certificate(beta().withRevocation(Revocation.UNAVAILABLE));
  }

  /** Beta's certificate without its intermediate (PKI-3). */
  public static PresentedCertificate withoutIntermediate() {
    return Connections.certificate(beta().withChain(Chain.LEAF_ONLY));
  }

  /** A certificate of beta's name by a CA that nobody trusts (PKI-4). */
  public static PresentedCertificate untrusted() {
    return Connections.certificate(beta().withIssuer(Issuer.UNTRUSTED));
  }

  /** A sound certificate for another host name. */
  public static PresentedCertificate ofAnotherName() {
    return Connections.certificate("gw.gamma.example");
  }

  private static SyntheticCertificate beta() {
    return SyntheticCertificate.named("gw.beta.example");
  }
}
