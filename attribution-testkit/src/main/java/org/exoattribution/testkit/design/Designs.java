package org.exoattribution.testkit.design;

import java.util.List;
import java.util.Locale;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * The designs that mail flow between one's own servers and Exchange Online is usually built from.
 * The names given to them become the tenants' names; {@link Design#and} puts several together.
 */
public final class Designs {
  private Designs() {}

  /**
   * A hybrid tenant as the Hybrid Configuration Wizard leaves it: the domain, its coexistence
   * domain, and an OnPremises connector for every certificate of the domain. RequireTls and
   * SenderDomains, which the wizard sets, do nothing there (CON-7).
   *
   * @param domain the tenant's domain, such as contoso.com
   */
  public static Design hybrid(String tenant, String domain) {
    return Design.of(
        tenant + " is a hybrid tenant as the Hybrid Configuration Wizard leaves it.",
        "Hybrid Configuration Wizard; NIC New-InboundConnector reference",
        Tenant.builder(tenant)
            .acceptedDomains(domain, tenant + ".mail.onmicrosoft.com")
            .inboundConnector(
                OnPremisesConnector.builder("Inbound from HCW")
                    .tlsSenderCertificateName("*." + domain)
                    .senderDomains("smtp:*;1")
                    .requireTls(true)
                    .cloudServicesMailEnabled(true)
                    .otherProperty("ConnectorSource", "HybridWizard")
                    .build())
            .build());
  }

  /**
   * A tenant that receives with no connector at all: the world's other tenants.
   *
   * @param domains its accepted domains
   */
  public static Design recipient(String tenant, String... domains) {
    return Design.of(
        tenant + " receives its mail without any connector.",
        "ATTR Office 365 Message Attribution",
        Tenant.builder(tenant).acceptedDomains(domains).build());
  }

  /**
   * A tenant whose devices and applications relay through one address: only mail of its own domains
   * gets out, forwarded mail and bounces do not (IP-2, NULL-1).
   */
  public static Design ipScopedRelay(String tenant, String domain, String... senderIpAddresses) {
    return Design.of(
        tenant + " relays from its own addresses, recognised by address.",
        "RELAY23 Updated requirements for SMTP relay through Exchange Online",
        Tenant.builder(tenant)
            .acceptedDomains(domain)
            .inboundConnector(
                OnPremisesConnector.builder("Relay by address")
                    .senderIpAddresses(senderIpAddresses)
                    .build())
            .build());
  }

  /**
   * A tenant whose relay presents a certificate that names an accepted domain: whatever it sends is
   * relayed, from wherever (CERT-4).
   *
   * @param certificateName the relay's name; it becomes an accepted domain too, as CERT-3 asks
   */
  public static Design certificateScopedRelay(
      String tenant, String domain, String certificateName) {
    return Design.of(
        tenant + " relays from its own server, recognised by certificate.",
        "RELAY23 Updated requirements for SMTP relay through Exchange Online",
        Tenant.builder(tenant)
            .acceptedDomains(domain, certificateName)
            .inboundConnector(
                OnPremisesConnector.builder("Relay by certificate")
                    .tlsSenderCertificateName(certificateName)
                    .build())
            .build());
  }

  /**
   * A tenant behind a filtering gateway: a Partner connector for every sender domain refuses what
   * does not come from the gateway (IN-4).
   *
   * @param gatewayCertificateName the name in the gateway's certificate, nobody's accepted domain
   */
  public static Design inlineGateway(String tenant, String domain, String gatewayCertificateName) {
    return Design.of(
        tenant + " receives through a filtering gateway alone.",
        "OD-3RD Exchange Online with a third-party cloud service",
        Tenant.builder(tenant)
            .acceptedDomains(domain)
            .inboundConnector(
                PartnerConnector.builder("Inbound from filtering gateway")
                    .senderDomains("*")
                    .tlsSenderCertificateName(gatewayCertificateName)
                    .restrictDomainsToCertificate(true)
                    .build())
            .build());
  }

  /**
   * Tenants behind one gateway, each recognised by the gateway's address: only the envelope tells
   * them apart. Tenant {@code alpha} has the domain {@code alpha.example}, and so on.
   *
   * @param tenants labels, such as alpha and beta
   */
  public static Design sharedGatewayByAddress(String gatewayAddress, String... tenants) {
    return shared(
        "One gateway relays for several tenants, each of which names its address.",
        List.of(tenants).stream()
            .map(
                tenant ->
                    Tenant.builder(tenant)
                        .acceptedDomains(domainOf(tenant))
                        .inboundConnector(
                            OnPremisesConnector.builder(
                                    capitalized(tenant) + " from shared gateway")
                                .senderIpAddresses(gatewayAddress)
                                .build())
                        .build())
            .toList());
  }

  /**
   * Tenants behind one gateway that presents a certificate for each: tenant {@code alpha} has the
   * domain {@code alpha.example} and accepts {@code gw.alpha.example}, the name in its certificate.
   *
   * @param tenants labels, such as alpha and beta
   */
  public static Design sharedGatewayByCertificate(String... tenants) {
    return shared(
        "One gateway relays for several tenants with a certificate for each.",
        List.of(tenants).stream()
            .map(
                tenant ->
                    Tenant.builder(tenant)
                        .acceptedDomains(domainOf(tenant))
                        .acceptedDomain(AcceptedDomain.parse("gw." + domainOf(tenant)))
                        .inboundConnector(
                            OnPremisesConnector.builder(capitalized(tenant) + " by certificate")
                                .tlsSenderCertificateName("gw." + domainOf(tenant))
                                .build())
                        .build())
            .toList());
  }

  private static Design shared(String models, List<Tenant> tenants) {
    return new Design(
        models,
        "BOLL The shift to certificate-based connectors",
        TenantDirectory.of(tenants),
        Readings.defaults());
  }

  private static String domainOf(String tenant) {
    return tenant + ".example";
  }

  private static String capitalized(String tenant) {
    return tenant.substring(0, 1).toUpperCase(Locale.ROOT) + tenant.substring(1);
  }
}
