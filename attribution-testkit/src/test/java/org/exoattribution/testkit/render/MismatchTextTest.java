package org.exoattribution.testkit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.cases.CertificateMoveCase;
import org.exoattribution.testkit.cases.SharedGatewayCase;
import org.exoattribution.testkit.cases.VarunaCase;
import org.exoattribution.testkit.design.Design;
import org.junit.jupiter.api.Test;

class MismatchTextTest {

  @Test
  void the_varuna_case_explains_its_misroute() {
    Explanation captured = VarunaCase.design().engine().explain(VarunaCase.clientMail());

    assertThat(MismatchText.of(captured, List.of("Incoming to fabrikam")))
        .isEqualTo(
            """
            connection from 81.173.212.44, TLS, certificate CN=mx01.varunagroup.de (chain of 2), \
            MAIL FROM someone@setebos-ag.com, RCPT TO someone@fabrikam.com, at 2026-11-01T00:00:00Z
            expected:
              Incoming to fabrikam
            but was:
              Originating from varunagroup: its connector "Inbound from HCW" matches the
              certificate, and it accepts varunagroup.de.
              Tenant     varunagroup
              Connector  Inbound from HCW
              Stage      certificate
              Basis      certificate-domain
              Finding    FOREIGN_RECIPIENT: fabrikam owns the RCPT TO domain: it sees the
                         message only after this tenant relays it
              Finding    WILDCARD_CAPTURE: *.varunagroup.de captured mail of which the
                         tenant owns neither the sender nor the recipient domain
              Rests on   CERT-2, CERT-3, CERT-4; weakest evidence: DOCUMENTED
            decided by: + matched, x not matched, o not applicable, . not reached
              + certificate stage (CERT-4): a match of varunagroup / Inbound from HCW, which
                    wins
                  + varunagroup / Inbound from HCW (CERT-4): this connector, which wins
                      + Enabled (CON-8): enabled
                      + TlsSenderCertificateName (CERT-2): mx01.varunagroup.de,
                            mx02.varunagroup.de, matching *.varunagroup.de
                      + certificate domain (CERT-3): varunagroup.de
                      + exactness (CERT-4): the most exact
            nearest misses:
              none: the explanation looks at no other connector
            other stages:
              . ip stage (IP-1): the decision of the certificate stage
              . incoming stage (IN-1): the decision of the certificate stage
            """);
  }

  @Test
  void misses_show_only_the_conditions_that_they_lack() {
    Explanation refused =
        CertificateMoveCase.done().engine().explain(CertificateMoveCase.withoutCertificate());

    assertThat(nearestMisses(MismatchText.of(refused, List.of("Originating"))))
        .isEqualTo(
            """
              x contoso / Inbound from on-premises (certificate) (CERT-2): expected a
                    certificate whose name matches *.contoso.com; found no certificate
                    presented
                  x TlsSenderCertificateName (CERT-2): expected a certificate whose name
                        matches *.contoso.com; found no certificate presented
              x contoso / Inbound from on-premises (address), disabled (CON-8): expected an
                    enabled connector; found disabled
                  x Enabled (CON-8): expected an enabled connector; found disabled
            """);
  }

  @Test
  void more_than_three_misses_are_counted() {
    Design design = SharedGatewayCase.byAddress();
    Tenant.Builder crowd = Tenant.builder("crowd");
    for (int i = 1; i <= 3; i++) {
      crowd.inboundConnector(
          OnPremisesConnector.builder("relay " + i)
              .senderIpAddresses(SharedGatewayCase.GATEWAY)
              .build());
    }
    Explanation refused =
        design.with(crowd.build()).engine().explain(SharedGatewayCase.newsletter());

    assertThat(nearestMisses(MismatchText.of(refused, List.of("Originating"))))
        .endsWith("  and 2 more\n");
  }

  @Test
  void each_thing_expected_has_its_line() {
    Explanation captured = VarunaCase.design().engine().explain(VarunaCase.clientMail());

    assertThat(MismatchText.of(captured, List.of("verdict: incoming", "tenant: fabrikam")))
        .contains("\nexpected:\n  verdict: incoming\n  tenant: fabrikam\nbut was:\n");
  }

  @Test
  void without_an_explanation_the_reason_stands_in_place_of_the_misses() {
    assertThat(
            MismatchText.of(
                VarunaCase.design().engine().resolve(VarunaCase.clientMail()),
                List.of("Incoming"),
                "not known"))
        .endsWith("weakest evidence: DOCUMENTED\nnearest misses:\n  not known\n");
  }

  private static String nearestMisses(String text) {
    String from = "nearest misses:\n";
    return text.substring(text.indexOf(from) + from.length(), text.indexOf("other stages:"));
  }
}
