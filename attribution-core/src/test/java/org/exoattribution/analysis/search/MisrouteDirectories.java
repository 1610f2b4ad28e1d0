package org.exoattribution.analysis.search;

import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** The directories of the source documents' cases, by the names that these have there. */
final class MisrouteDirectories {
  private static final Tenant FABRIKAM =
      Tenant.builder("fabrikam").acceptedDomains("fabrikam.com").build();

  private MisrouteDirectories() {}

  /** Two tenants scoped by the address of the gateway that they share. */
  static TenantDirectory a1() {
    return TenantDirectory.of(
        Tenant.builder("alpha")
            .acceptedDomains("alpha.example")
            .inboundConnector(byAddress("203.0.113.10"))
            .build(),
        Tenant.builder("beta")
            .acceptedDomains("beta.example")
            .inboundConnector(byAddress("203.0.113.10"))
            .build());
  }

  /** The same after the move to a certificate each. */
  static TenantDirectory a2() {
    return TenantDirectory.of(
        Tenant.builder("alpha")
            .acceptedDomains("alpha.example", "gw.alpha.example")
            .inboundConnector(byCertificate("gw.alpha.example"))
            .build(),
        Tenant.builder("beta")
            .acceptedDomains("beta.example", "gw.beta.example")
            .inboundConnector(byCertificate("gw.beta.example"))
            .build());
  }

  /** One tenant with a connector by address and one by certificate. */
  static TenantDirectory b1() {
    return TenantDirectory.of(
        Tenant.builder("contoso")
            .acceptedDomains("contoso.com")
            .inboundConnector(byAddress("198.51.100.7"))
            .inboundConnector(byCertificate("*.contoso.com"))
            .build());
  }

  /** The same with the connector by address disabled. */
  static TenantDirectory b2() {
    Tenant contoso = b1().tenant("contoso").orElseThrow();
    return TenantDirectory.of(
        contoso.withInboundConnector(byAddress("198.51.100.7").withEnabled(false)));
  }

  /** A central gateway with a certificate for everything. */
  static TenantDirectory d1() {
    return TenantDirectory.of(
        Tenant.builder("contoso")
            .acceptedDomains("contoso.com")
            .inboundConnector(byCertificate("gateway.contoso.com"))
            .build(),
        FABRIKAM);
  }

  /** A central gateway, by its address. */
  static TenantDirectory d3() {
    return TenantDirectory.of(
        Tenant.builder("contoso")
            .acceptedDomains("contoso.com")
            .inboundConnector(byAddress("203.0.113.40"))
            .build(),
        FABRIKAM);
  }

  /** A wildcard that reaches a gateway which others send through too. */
  static TenantDirectory e1() {
    return TenantDirectory.of(
        Tenant.builder("varunagroup")
            .acceptedDomains("varunagroup.de", "varunagroup.onmicrosoft.com")
            .inboundConnector(byCertificate("*.varunagroup.de"))
            .build(),
        FABRIKAM);
  }

  /** The same with the certificate name corrected. */
  static TenantDirectory e2() {
    return TenantDirectory.of(
        Tenant.builder("varunagroup")
            .acceptedDomains(
                "varunagroup.de", "varunagroup.onmicrosoft.com", "smtpo365.varunagroup.de")
            .inboundConnector(
                OnPremisesConnector.builder("by certificate *.varunagroup.de")
                    .tlsSenderCertificateName("smtpo365.varunagroup.de")
                    .build())
            .build(),
        FABRIKAM);
  }

  static InboundConnector byAddress(String... ranges) {
    return OnPremisesConnector.builder("by address " + ranges[0]).senderIpAddresses(ranges).build();
  }

  static InboundConnector byCertificate(String name) {
    return OnPremisesConnector.builder("by certificate " + name)
        .tlsSenderCertificateName(name)
        .build();
  }
}
