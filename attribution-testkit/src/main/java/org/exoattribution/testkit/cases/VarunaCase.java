package org.exoattribution.testkit.cases;

import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.design.Connections;
import org.exoattribution.testkit.design.Design;

/**
 * Case E: a gateway in varunagroup's domain relays for its client Setebos, whose domain nobody
 * owns. Varuna's connector, as the hybrid wizard made it, names every host of the domain and so
 * captures the client's mail to the tenant fabrikam. Naming the Edge server alone cures it, if that
 * name is an accepted domain. Source: BENDER-1 "EXO InboundConnector TLS issue".
 */
public final class VarunaCase {
  private static final String EDGE = "smtpo365.varunagroup.de";

  private VarunaCase() {}

  /** As it was: {@code *.varunagroup.de}. */
  public static Design design() {
    return design("*.varunagroup.de", varuna());
  }

  /** The connector names the Edge server, and that name is an accepted domain. */
  public static Design corrected() {
    return design(EDGE, varuna().acceptedDomains(EDGE));
  }

  /** The connector names the Edge server, but nobody made that name an accepted domain. */
  public static Design halfCorrected() {
    return design(EDGE, Tenant.builder("varunagroup").acceptedDomains("varunagroup.de"));
  }

  private static Tenant.Builder varuna() {
    return Tenant.builder("varunagroup")
        .acceptedDomains("varunagroup.de")
        .acceptedDomain(AcceptedDomain.parse("varunagroup.onmicrosoft.com"));
  }

  private static Design design(String tlsSenderCertificateName, Tenant.Builder varuna) {
    return Design.of(
        "A gateway in varunagroup's domain relays its client's mail to a third tenant.",
        "BENDER-1 EXO InboundConnector TLS issue",
        varuna
            .inboundConnector(
                OnPremisesConnector.builder("Inbound from HCW")
                    .tlsSenderCertificateName(tlsSenderCertificateName)
                    .senderDomains("smtp:*;1")
                    .build())
            .build(),
        Tenant.builder("fabrikam").acceptedDomains("fabrikam.com").build());
  }

  /** The client's mail to fabrikam, relayed by the gateway. */
  public static SimulatedConnection clientMail() {
    return Connections.from(
            "81.173.212.44",
            Connections.certificate(
                "mx01.varunagroup.de", "mx01.varunagroup.de", "mx02.varunagroup.de"))
        .ehlo("mx01.varunagroup.de")
        .mailFrom("someone@setebos-ag.com")
        .rcptTo("someone@fabrikam.com")
        .build();
  }

  /** Varuna's own mail to fabrikam from the Edge server. */
  public static SimulatedConnection edgeMail() {
    return Connections.from("203.0.113.65", Connections.certificate(EDGE))
        .mailFrom("anna@varunagroup.de")
        .rcptTo("someone@fabrikam.com")
        .build();
  }

  /** A bounce to the Internet from the Edge server. */
  public static SimulatedConnection edgeBounce() {
    return edgeMail().toBuilder().mailFrom("<>").rcptTo("someone@example.net").build();
  }
}
