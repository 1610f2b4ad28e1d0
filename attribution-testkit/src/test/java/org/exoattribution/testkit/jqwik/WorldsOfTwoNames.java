package org.exoattribution.testkit.jqwik;

import net.jqwik.api.Arbitraries;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * Worlds in which one certificate carries names of two tenants. For the third key of CERT-4 only
 * the names that a connector matches count: contoso accepts what is a name of fabrikam's host, and
 * is not the more exact for that. Random worlds hardly ever get there.
 */
public final class WorldsOfTwoNames {
  private WorldsOfTwoNames() {}

  /** All over one directory. */
  public static WorldArbitrary worlds() {
    return AttributionArbitraries.worlds()
        .withDirectory(
            TenantDirectory.of(
                relaying("contoso", "contoso.com", "mx.fabrikam.com"),
                relaying("fabrikam", "fabrikam.com")))
        .withRuleSets(AttributionArbitraries.ruleSets())
        .withReadings(AttributionArbitraries.readings())
        .withCertificates(
            AttributionArbitraries.certificates()
                .withNames(Arbitraries.of("mx.contoso.com", "mx.fabrikam.com")));
  }

  private static Tenant relaying(String name, String domain, String... others) {
    return Tenant.builder(name)
        .acceptedDomains(domain)
        .acceptedDomains(others)
        .inboundConnector(
            OnPremisesConnector.builder("relay").tlsSenderCertificateName("*." + domain).build())
        .build();
  }
}
