package org.exoattribution.testkit.design;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
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
    return byCertificate(
        "recognised by a certificate whose name " + certificateName + " it accepts.",
        "RELAY23 Updated requirements for SMTP relay through Exchange Online",
        Tenant.builder(tenant).acceptedDomains(domain, certificateName),
        certificateName);
  }

  /**
   * The twin of {@link #certificateScopedRelay} in which nobody accepts the certificate's name: the
   * envelope must name a domain of the tenant, so that forwarded mail and bounces are refused
   * (CERT-3, CERT-5), with the finding CERTIFICATE_DOMAIN_NOT_ACCEPTED on the rest.
   *
   * @param certificateName a host name that is not accepted, though the domain above it may be
   */
  public static Design unownedCertificateRelay(
      String tenant, String domain, String certificateName) {
    return byCertificate(
        "recognised by a certificate whose name " + certificateName + " nobody accepts.",
        "MC1226222 message centre",
        Tenant.builder(tenant).acceptedDomains(domain),
        certificateName);
  }

  /**
   * A tenant whose wildcard connector takes the certificate of every host of its domain, and so all
   * that any of them sends, whoever it is from (CERT-4, finding WILDCARD_CAPTURE).
   */
  public static Design wildcardRelay(String tenant, String domain) {
    return byCertificate(
        "recognised by any certificate of its domain.",
        "KB4051495 support article",
        Tenant.builder(tenant).acceptedDomains(domain),
        "*." + domain);
  }

  private static Design byCertificate(
      String how, String source, Tenant.Builder tenant, String tlsSenderCertificateName) {
    Tenant relaying =
        tenant
            .inboundConnector(
                OnPremisesConnector.builder("Relay by certificate")
                    .tlsSenderCertificateName(tlsSenderCertificateName)
                    .build())
            .build();
    return Design.of(relaying.name() + " relays from its own server, " + how, source, relaying);
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
        tenants,
        label ->
            tenant(label)
                .inboundConnector(
                    OnPremisesConnector.builder(capitalized(label) + " from shared gateway")
                        .senderIpAddresses(gatewayAddress)
                        .build()));
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
        tenants,
        label ->
            byName(label, "gw." + domainOf(label))
                .acceptedDomain(AcceptedDomain.parse("gw." + domainOf(label))));
  }

  /**
   * Tenants behind a provider whose certificates have a name of the provider's own for each: the
   * connector of tenant {@code alpha} names {@code alpha.relay.example}, which nobody accepts, so
   * that the envelope must name a domain of alpha, {@code alpha.example} (CERT-5).
   *
   * @param provider the domain above the names, such as relay.example
   * @param tenants labels, such as alpha and beta
   */
  public static Design namesAtProvider(String provider, String... tenants) {
    return shared(
        "A provider relays for several tenants under names of its own, accepted by nobody.",
        tenants,
        label -> byName(label, label + "." + provider));
  }

  private static Design shared(
      String models, String[] tenants, Function<String, Tenant.Builder> tenant) {
    return Design.of(
        models,
        "BOLL The shift to certificate-based connectors",
        TenantDirectory.of(
            Arrays.stream(tenants).map(label -> tenant.apply(label).build()).toList()));
  }

  private static Tenant.Builder byName(String label, String certificateName) {
    return tenant(label)
        .inboundConnector(
            OnPremisesConnector.builder(capitalized(label) + " by certificate")
                .tlsSenderCertificateName(certificateName)
                .build());
  }

  private static Tenant.Builder tenant(String label) {
    return Tenant.builder(label).acceptedDomains(domainOf(label));
  }

  private static String domainOf(String tenant) {
    return tenant + ".example";
  }

  private static String capitalized(String tenant) {
    return tenant.substring(0, 1).toUpperCase(Locale.ROOT) + tenant.substring(1);
  }
}
