package org.exoattribution.testkit.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exoattribution.model.Explanation;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.CertificateMoveCase;
import org.exoattribution.testkit.Design;
import org.exoattribution.testkit.SharedGatewayCase;
import org.exoattribution.testkit.VarunaCase;
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
              + certificate stage (CERT-4): expected an accepted certificate that matches an
                    OnPremises connector of the domain's owner; found decided for
                    varunagroup / Inbound from HCW
                  + varunagroup / Inbound from HCW (CERT-4): expected the most exactly
                        matching owned candidate wins; found the message came through this
                        connector
                      + Enabled (CON-8): expected true; found true
                      + TlsSenderCertificateName (CERT-2): expected *.varunagroup.de; found
                            mx01.varunagroup.de, mx02.varunagroup.de
                      + certificate domain (CERT-3): expected varunagroup accepts
                            varunagroup.de or a domain below it; found accepted
                      + exactness (CERT-4): expected the most exact among owned candidates;
                            found the most exact
                      + choice inside the tenant (SEL-1): expected the most specific
                            matching connector of the tenant; found Inbound from HCW was
                            chosen
            nearest misses:
              none: the explanation looks at no other connector
            other stages:
              . ip stage (IP-4): expected an OnPremises connector with the source address,
                    of an envelope domain's owner; found the certificate stage decided
              . incoming stage (IN-1): expected a tenant that owns the RCPT TO domain, and
                    whose rules let the message in; found the certificate stage decided
            """);
  }

  @Test
  void misses_show_only_the_conditions_that_they_lack() {
    Explanation refused =
        CertificateMoveCase.done().engine().explain(CertificateMoveCase.withoutCertificate());

    assertThat(nearestMisses(MismatchText.of(refused, List.of("Originating"))))
        .isEqualTo(
            """
              x contoso / Inbound from on-premises (certificate) (CERT-2): expected
                    TlsSenderCertificateName *.contoso.com; found no certificate was
                    presented
                  x TlsSenderCertificateName (CERT-2): expected *.contoso.com; found no
                        certificate was presented
              x contoso / Inbound from on-premises (address), disabled (CON-8): expected
                    Enabled true; found false
                  x Enabled (CON-8): expected true; found false
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
