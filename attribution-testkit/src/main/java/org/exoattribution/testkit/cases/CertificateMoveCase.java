package org.exoattribution.testkit.cases;

import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.design.Design;

/**
 * Case B: contoso moves from a connector by address to one by certificate. While both are enabled
 * nobody notices that the server presents no certificate; it shows an hour after the old one is
 * disabled. Source: WINTER "When a certificate based connector is not working".
 */
public final class CertificateMoveCase {
  /** The server's address. */
  public static final String SERVER = "198.51.100.7";

  private CertificateMoveCase() {}

  /** Both connectors are enabled. */
  public static Design halfWay() {
    return design(true);
  }

  /** The connector by address is disabled. */
  public static Design done() {
    return design(false);
  }

  private static Design design(boolean addressEnabled) {
    return Design.of(
        "Contoso moves its connector from the server's address to its certificate.",
        "WINTER When a certificate based connector is not working",
        Tenant.builder("contoso")
            .acceptedDomains("contoso.com")
            .inboundConnector(
                OnPremisesConnector.builder("Inbound from on-premises (address)")
                    .enabled(addressEnabled)
                    .senderIpAddresses(SERVER)
                    .build())
            .inboundConnector(
                OnPremisesConnector.builder("Inbound from on-premises (certificate)")
                    .tlsSenderCertificateName("*.contoso.com")
                    .build())
            .build());
  }

  /** Contoso's mail to the Internet from a send connector that presents no certificate. */
  public static SimulatedConnection withoutCertificate() {
    return envelope(Connections.from(SERVER));
  }

  /** The same after the send connector got its certificate. */
  public static SimulatedConnection withCertificate() {
    return envelope(Connections.from(SERVER, Connections.certificate("mail.contoso.com")));
  }

  private static SimulatedConnection envelope(SimulatedConnection.Builder session) {
    return session.mailFrom("anna@contoso.com").rcptTo("someone@example.net").build();
  }
}
