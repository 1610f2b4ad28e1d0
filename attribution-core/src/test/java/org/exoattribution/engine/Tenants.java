package org.exoattribution.engine;

import java.util.List;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/** Tenants with one accepted domain, and engines over them. */
final class Tenants {
  private Tenants() {}

  static AttributionEngine engine(Tenant... tenants) {
    return AttributionEngine.of(TenantDirectory.of(tenants));
  }

  static AttributionEngine engine(String reading, String value, Tenant... tenants) {
    AttributionEngine engine = engine(tenants);
    return engine.withReadings(engine.readings().with(reading, value));
  }

  /** The tenant accepts the domain {@code NAME.com} alone. */
  static Tenant tenant(String name, InboundConnector... connectors) {
    return accepting(name, List.of(name + ".com"), connectors);
  }

  static Tenant accepting(String name, List<String> domains, InboundConnector... connectors) {
    Tenant.Builder tenant = Tenant.builder(name).acceptedDomains(domains.toArray(new String[0]));
    List.of(connectors).forEach(tenant::inboundConnector);
    return tenant.build();
  }

  static OnPremisesConnector byAddress(String name, String... addresses) {
    return OnPremisesConnector.builder(name).senderIpAddresses(addresses).build();
  }

  static OnPremisesConnector byCertificate(String name, String certificateName) {
    return OnPremisesConnector.builder(name).tlsSenderCertificateName(certificateName).build();
  }

  /** Without RequireTls, so that mail in plaintext reaches the rules after it. */
  static InboundConnector.Builder<PartnerConnector> partner(String name, String... senderDomains) {
    return PartnerConnector.builder(name).senderDomains(senderDomains).requireTls(false);
  }
}
