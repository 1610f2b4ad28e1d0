package org.exoattribution.testkit.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThat;
import static org.exoattribution.testkit.assertj.AttributionAssertions.assertThatChange;
import static org.exoattribution.testkit.assertj.Failures.messageOf;

import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.Tenant;
import org.exoattribution.testkit.design.Design;
import org.junit.jupiter.api.Test;

class DesignAssertTest {
  private final Design byAddress =
      Design.of(
          "a gateway that two tenants share, by its address",
          "BOLL",
          tenant("alpha")
              .inboundConnector(gateway().senderIpAddresses("203.0.113.10").build())
              .build(),
          tenant("beta")
              .inboundConnector(gateway().senderIpAddresses("203.0.113.10").build())
              .build());

  private final Design byCertificate =
      Design.of(
          "the same gateway with a certificate for each",
          "BOLL",
          byName("alpha", "gw.alpha.example"),
          byName("beta", "gw.beta.example"));

  private static Tenant.Builder tenant(String name) {
    return Tenant.builder(name).acceptedDomains(name + ".example", "gw." + name + ".example");
  }

  private static InboundConnector.Builder<OnPremisesConnector> gateway() {
    return OnPremisesConnector.builder("Gateway");
  }

  private static Tenant byName(String tenant, String name) {
    return tenant(tenant)
        .inboundConnector(gateway().tlsSenderCertificateName(name).build())
        .build();
  }

  @Test
  void has_no_misroutes() {
    assertThat(byCertificate).hasNoMisroutes();
    assertThat(messageOf(() -> assertThat(byAddress).hasNoMisroutes()))
        .startsWith("\nexpected:\n  no misroute\nbut was:\n  FOREIGN_RECIPIENT of ")
        .contains("such as from 203.0.113.10, plaintext");
  }

  @Test
  void except_flow_and_assuming_shared() {
    assertThat(byAddress).exceptFlow("203.0.113.10=alpha,beta").hasNoMisroutes();
    assertThat(
            messageOf(
                () -> assertThat(byAddress).exceptFlow("203.0.113.10=alpha").hasNoMisroutes()))
        .contains("Originating from beta");
    assertThat(
            messageOf(
                () ->
                    assertThat(byCertificate).assumingShared("gw.alpha.example").hasNoMisroutes()))
        .contains("STRANGER_CAPTURED");
  }

  @Test
  void has_no_lint_errors() {
    assertThat(byCertificate).hasNoLintErrors();
    Design broken = byCertificate.with(byName("beta", "*.onmicrosoft.com"));
    assertThat(messageOf(() -> assertThat(broken).hasNoLintErrors()))
        .startsWith("\nexpected:\n  no lint error\nbut was:\n");
  }

  @Test
  void refuses_nothing_new() {
    assertThatChange(byCertificate, byCertificate).refusesNothingNew().misdirectsNothingNew();
    assertThat(messageOf(() -> assertThatChange(byAddress, byCertificate).refusesNothingNew()))
        .startsWith("\nexpected:\n  nothing that is newly refused\nbut was:\n  NEWLY_REFUSED")
        .contains("MAIL FROM ");
    assertThat(messageOf(() -> assertThatChange(byAddress, byCertificate).misdirectsNothingNew()))
        .contains("NEWLY_CAPTURED");
  }

  @Test
  void moves_only() {
    Design named = byAddress.with(byName("alpha", "gw.alpha.example"));
    assertThatChange(byAddress, named).movesOnly("alpha", "beta");
    assertThat(messageOf(() -> assertThatChange(byAddress, named).movesOnly("beta")))
        .startsWith("\nexpected:\n  only mail of beta that moves\nbut was:\n");
  }
}
