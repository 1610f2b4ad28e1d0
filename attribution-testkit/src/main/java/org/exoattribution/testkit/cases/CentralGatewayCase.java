package org.exoattribution.testkit.cases;

import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Readings.CertificateTrust;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.design.Design;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticCertificate.Issuer;

/**
 * Case D: contoso's central gateway presents one self-signed certificate on every route, and mail
 * for the tenant fabrikam is taken by contoso: fabrikam's message trace never sees it. A
 * certificate of its own for the Internet route cures that, unless the connector names the
 * gateway's address. Source: BENDER-2 "Email delivery fails for other Office 365 tenant".
 */
public final class CentralGatewayCase {
  /** The gateway's address. */
  public static final String GATEWAY = "203.0.113.40";

  private CentralGatewayCase() {}

  /**
   * The connector names the gateway's certificate; self-signed certificates match by name, as the
   * case was seen (reading {@code certificateTrust} ANY).
   */
  public static Design byCertificate() {
    return design(
        OnPremisesConnector.builder("Inbound from central gateway")
            .tlsSenderCertificateName("gateway.contoso.com")
            .build());
  }

  /** The connector names the gateway's address. */
  public static Design byAddress() {
    return design(
        OnPremisesConnector.builder("Inbound from central gateway")
            .senderIpAddresses(GATEWAY)
            .build());
  }

  private static Design design(OnPremisesConnector connector) {
    return Design.of(
            "Contoso's central gateway sends to every destination, other tenants among them.",
            "BENDER-2 Email delivery fails for other Office 365 tenant",
            Tenant.builder("contoso")
                .acceptedDomains("contoso.com")
                .inboundConnector(connector)
                .build(),
            Tenant.builder("fabrikam").acceptedDomains("fabrikam.com").build())
        .withReadings(Readings.defaults().with(CertificateTrust.ANY));
  }

  /** Contoso to fabrikam with the gateway's self-signed certificate. */
  public static SimulatedConnection withGatewayCertificate() {
    return toFabrikam(
        Connections.certificate(
            SyntheticCertificate.named("gateway.contoso.com").withIssuer(Issuer.SELF_SIGNED)));
  }

  /** Contoso to fabrikam with the trusted certificate of the Internet route. */
  public static SimulatedConnection withInternetCertificate() {
    return toFabrikam(Connections.certificate("internet.contoso.com"));
  }

  private static SimulatedConnection toFabrikam(PresentedCertificate certificate) {
    return Connections.from(GATEWAY, certificate)
        .mailFrom("anna@contoso.com")
        .rcptTo("info@fabrikam.com")
        .build();
  }
}
