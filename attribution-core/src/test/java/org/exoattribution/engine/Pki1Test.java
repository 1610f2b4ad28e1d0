package org.exoattribution.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.exoattribution.model.Attribution.Verdict;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.Tenant;
import org.exoattribution.model.TenantDirectory;
import org.junit.jupiter.api.Test;

/** PKI-1: a certificate counts in a TLS session. */
class Pki1Test {

  @Test
  void a_verdict_stands_for_a_certificate_in_a_tls_session_whatever_the_connection_says() {
    AttributionEngine engine =
        AttributionEngine.of(
            TenantDirectory.of(
                Tenant.builder("contoso")
                    .acceptedDomains("contoso.com")
                    .inboundConnector(
                        PartnerConnector.builder("From fabrikam")
                            .senderDomains("fabrikam.com")
                            .requireTls(true)
                            .build())
                    .build()));
    SimulatedConnection plaintext = Mail.mail("192.0.2.1", "a@fabrikam.com", "b@contoso.com");

    assertThat(engine.resolve(plaintext).verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(engine.resolve(plaintext, Mail.certificate("mail.fabrikam.com")).verdict())
        .isEqualTo(Verdict.INCOMING);
  }
}
