package org.exoattribution.testkit.cases;

import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.AcceptedDomain.DomainType;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.design.Design;

/**
 * Case C: contoso's server forwards mail between strangers, or returns a bounce. Since 2017-07-05 a
 * connector by address relays neither (ATTR36); one by a certificate whose domain is accepted
 * relays both. Source: KB3169958.
 */
public final class ForwardedMailCase {
  /** The address of contoso's server. */
  public static final String SERVER = "203.0.113.10";

  /** The address of the server in contoso's sub-domain. */
  public static final String SERVER_1 = "203.0.113.21";

  private ForwardedMailCase() {}

  /** The connector names the server's address. */
  public static Design byAddress() {
    return design(
        OnPremisesConnector.builder("Inbound from mail server").senderIpAddresses(SERVER).build(),
        Tenant.builder("contoso").acceptedDomains("contoso.com"));
  }

  /**
   * The connector names a certificate.
   *
   * @param tlsSenderCertificateName contoso.com or *.contoso.com, which are owned (CERT-3)
   */
  public static Design byCertificate(String tlsSenderCertificateName) {
    return design(
        OnPremisesConnector.builder("Inbound from mail server")
            .tlsSenderCertificateName(tlsSenderCertificateName)
            .build(),
        Tenant.builder("contoso").acceptedDomains("contoso.com"));
  }

  /** The server stands in an accepted sub-domain, and the connector names its address. */
  public static Design inSubdomainByAddress() {
    return design(
        OnPremisesConnector.builder("Inbound from server1").senderIpAddresses(SERVER_1).build(),
        withSubdomain());
  }

  /** The server stands in an accepted sub-domain, and the connector names its certificate. */
  public static Design inSubdomainByCertificate() {
    return design(
        OnPremisesConnector.builder("Inbound from server1")
            .tlsSenderCertificateName("*.subdomain.contoso.com")
            .build(),
        withSubdomain());
  }

  private static Tenant.Builder withSubdomain() {
    return Tenant.builder("contoso")
        .acceptedDomains("contoso.com")
        .acceptedDomain(
            AcceptedDomain.parse("subdomain.contoso.com")
                .withDomainType(DomainType.INTERNAL_RELAY));
  }

  private static Design design(OnPremisesConnector connector, Tenant.Builder contoso) {
    return Design.of(
        "Contoso's server forwards mail between strangers and returns bounces.",
        "KB3169958 support article",
        contoso.inboundConnector(connector).build());
  }

  /** Mail of a stranger forwarded to another, without a certificate. */
  public static SimulatedConnection forwarded() {
    return betweenStrangers(Connections.from(SERVER));
  }

  /** The same, with a certificate of this name. */
  public static SimulatedConnection forwardedWith(String certificateName) {
    return betweenStrangers(Connections.from(SERVER, Connections.certificate(certificateName)));
  }

  /** The same from the server in the sub-domain, without a certificate. */
  public static SimulatedConnection forwardedByServer1() {
    return betweenStrangers(Connections.from(SERVER_1));
  }

  /** The same from the server in the sub-domain, with its certificate. */
  public static SimulatedConnection forwardedByServer1WithCertificate() {
    return betweenStrangers(
        Connections.from(SERVER_1, Connections.certificate("server1.subdomain.contoso.com")));
  }

  /** A bounce to the Internet, without a certificate. */
  public static SimulatedConnection bounce() {
    return bounce(Connections.from(SERVER));
  }

  /** The same, with a certificate of this name. */
  public static SimulatedConnection bounceWith(String certificateName) {
    return bounce(Connections.from(SERVER, Connections.certificate(certificateName)));
  }

  /** Contoso's own mail to the Internet, without a certificate. */
  public static SimulatedConnection ownMail() {
    return Connections.from(SERVER)
        .mailFrom("anna@contoso.com")
        .rcptTo("someone@example.net")
        .build();
  }

  private static SimulatedConnection betweenStrangers(SimulatedConnection.Builder session) {
    return session.mailFrom("john@fabrikam.com").rcptTo("kate@tailspintoys.com").build();
  }

  private static SimulatedConnection bounce(SimulatedConnection.Builder session) {
    return session.mailFrom("<>").rcptTo("someone@example.net").build();
  }
}
