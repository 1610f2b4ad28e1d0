package org.exoattribution.testkit.smtp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.exoattribution.testkit.pki.CertificateAuthority;
import org.exoattribution.testkit.pki.CertificateBundle;
import org.exoattribution.testkit.pki.CertificateTemplate;

/** The tenants behind the front doors of these tests, one for every reply. */
final class Street {
  static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
  static final String HOST = "simulator.mail.protection.example";

  /** Contoso's relay by address. */
  static final String GATEWAY = "198.51.100.7";

  static final CertificateAuthority ROOT = CertificateAuthority.create("Example Root CA", AT);
  static final CertificateBundle CONTOSO = certificate("mail.contoso.com");

  private Street() {}

  static CertificateBundle certificate(String host) {
    return ROOT.intermediate("Example Issuing CA").issue(CertificateTemplate.forHost(host));
  }

  static TenantDirectory tenants() {
    return TenantDirectory.of(
        Tenant.builder("contoso")
            .acceptedDomains("contoso.com", "mail.contoso.com")
            .inboundConnector(
                OnPremisesConnector.builder("Relay by certificate")
                    .tlsSenderCertificateName("mail.contoso.com")
                    .build())
            .inboundConnector(
                OnPremisesConnector.builder("Relay by address").senderIpAddresses(GATEWAY).build())
            .build(),
        Tenant.builder("fabrikam").acceptedDomains("fabrikam.com").build(),
        Tenant.builder("tailspintoys")
            .acceptedDomains("tailspintoys.com")
            .inboundConnector(
                PartnerConnector.builder("Only from the filter")
                    .senderDomains("*")
                    .senderIpAddresses("203.0.113.9")
                    .restrictDomainsToIpAddresses(true)
                    .build())
            .build(),
        Tenant.builder("encrypted")
            .acceptedDomains("encrypted.example")
            .inboundConnector(
                PartnerConnector.builder("Only in TLS").senderDomains("*").requireTls(true).build())
            .build(),
        Tenant.builder("strict").acceptedDomains("strict.example").rejectDirectSend(true).build(),
        Tenant.builder("unpaid").acceptedDomains("unpaid.example").mailEnabled(false).build());
  }

  static AttributionEngine engine() {
    return AttributionEngine.builder(tenants())
        .trustAnchors(TrustAnchors.of(CONTOSO.trustAnchors()))
        .build();
  }

  /** A door whose clock stands still, so that certificates stay valid. */
  static SmtpFrontDoor.Builder door() {
    return door(engine());
  }

  static SmtpFrontDoor.Builder door(AttributionEngine engine) {
    return SmtpFrontDoor.builder(engine).clock(Clock.fixed(AT, ZoneOffset.UTC));
  }

  /** One that trusts the client's root, and knows about revocation what comes with the client. */
  static SmtpFrontDoor.Builder door(CertificateBundle client, Readings readings) {
    return door(AttributionEngine.builder(tenants())
            .trustAnchors(TrustAnchors.of(client.trustAnchors()))
            .readings(readings)
            .build())
        .revocation(client.presented().revocationStatus().orElseThrow());
  }

  static SmtpFrontDoor open(SmtpFrontDoor.Builder door) {
    try {
      return door.start();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
