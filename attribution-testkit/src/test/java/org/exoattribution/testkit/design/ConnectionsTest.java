package org.exoattribution.testkit.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.exoattribution.certificate.CertificateVerdict;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.testkit.pki.SyntheticCertificate;
import org.exoattribution.testkit.pki.SyntheticCertificate.Issuer;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private final AttributionEngine engine = Designs.recipient("contoso", "contoso.com").engine();

  @Test
  void a_session_is_tls_without_a_client_certificate() {
    SimulatedConnection connection =
        Connections.from("192.0.2.1").mailFrom("<>").rcptTo("contoso.com").build();

    assertThat(connection.tls()).isTrue();
    assertThat(connection.presentedCertificate()).isEmpty();
    assertThat(connection.at()).isEqualTo(Connections.AT);
  }

  @Test
  void a_certificate_is_accepted_by_the_engine_of_a_design() {
    SimulatedConnection connection =
        Connections.from("192.0.2.1", Connections.certificate("a.contoso.com", "b.contoso.com"))
            .mailFrom("<>")
            .rcptTo("contoso.com")
            .build();

    assertThat(engine.evaluateCertificate(connection))
        .get()
        .matches(CertificateVerdict::accepted)
        .extracting(verdict -> verdict.names().stream().map(Object::toString).toList())
        .asString()
        .contains("a.contoso.com", "b.contoso.com");
  }

  @Test
  void a_described_certificate_has_its_flaw() {
    SyntheticCertificate unknown =
        SyntheticCertificate.named("a.contoso.com").withIssuer(Issuer.UNTRUSTED);
    SimulatedConnection connection =
        Connections.from("192.0.2.1", Connections.certificate(unknown))
            .mailFrom("<>")
            .rcptTo("contoso.com")
            .build();

    assertThat(engine.evaluateCertificate(connection))
        .get()
        .matches(verdict -> !verdict.accepted());
  }
}
