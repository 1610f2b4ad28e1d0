package org.exoattribution.testkit.pki;

import java.time.Instant;
import org.exoattribution.certificate.CertificateEvaluator;
import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.certificate.TrustAnchors;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PresentedCertificate;
import org.exoattribution.model.Readings;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;

/**
 * A world in which nothing but the certificate matters: contoso has one connector, by certificate,
 * and the mail is between strangers, so that it gets through by that connector or not at all.
 */
record CertificateGate(Instant at, Readings readings, String certificateName) {
  static final String CONNECTOR = "Inbound from mail server";

  static CertificateGate at(Instant at) {
    return new CertificateGate(at, Readings.defaults(), "mail.contoso.com");
  }

  CertificateGate with(Readings other) {
    return new CertificateGate(at, other, certificateName);
  }

  /** Looks for another name, which contoso accepts too. */
  CertificateGate named(String other) {
    return new CertificateGate(at, readings, other);
  }

  CertificateVerdict verdict(CertificateBundle bundle) {
    return verdict(bundle.presented(), TrustAnchors.of(bundle.trustAnchors()));
  }

  CertificateVerdict verdict(PresentedCertificate certificate, TrustAnchors anchors) {
    return new CertificateEvaluator(anchors, readings).evaluate(certificate, at);
  }

  Attribution resolve(CertificateBundle bundle) {
    return resolve(bundle.presented(), TrustAnchors.of(bundle.trustAnchors()));
  }

  Attribution resolve(PresentedCertificate certificate, TrustAnchors anchors) {
    Tenant contoso =
        Tenant.builder("contoso")
            .acceptedDomains(
                certificateName.startsWith("*.") ? certificateName.substring(2) : certificateName)
            .inboundConnector(
                OnPremisesConnector.builder(CONNECTOR)
                    .tlsSenderCertificateName(certificateName)
                    .build())
            .build();
    return AttributionEngine.builder(TenantDirectory.of(contoso))
        .trustAnchors(anchors)
        .readings(readings)
        .build()
        .resolve(
            SimulatedConnection.builder()
                .sourceIp("203.0.113.10")
                .presentedCertificate(certificate)
                .mailFrom("anna@fabrikam.com")
                .rcptTo("someone@example.net")
                .at(at)
                .build());
  }
}
