package org.exoattribution.analysis.lint;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.model.OnPremisesConnector;

/**
 * An OnPremises connector has a Restrict* property true without the values to restrict to; a
 * Partner connector cannot be built so (CON-5). INFO, because the property does nothing on this
 * type anyway.
 */
final class RestrictionWithoutValues implements LintCheck {
  private static final LintRule RULE =
      new LintRule(
          "RESTRICTION_WITHOUT_VALUES",
          Severity.INFO,
          "a Restrict* property is true without the values to restrict to",
          """
          There is nothing to restrict to. On an OnPremises connector the property does nothing
          anyway; a Partner connector like this is not valid.
          """,
          "Set the property to false.",
          "CON-5, CON-7");

  @Override
  public LintRule rule() {
    return RULE;
  }

  @Override
  public void check(LintedTenant tenant, Consumer<LintFinding> findings) {
    for (OnPremisesConnector connector : tenant.onPremises()) {
      if (connector.restrictDomainsToIpAddresses() && connector.senderIpAddresses().isEmpty()) {
        findings.accept(
            finding(tenant, connector, "RestrictDomainsToIPAddresses", "SenderIPAddresses"));
      }
      if (connector.restrictDomainsToCertificate()
          && connector.tlsSenderCertificateName().isEmpty()) {
        findings.accept(
            finding(tenant, connector, "RestrictDomainsToCertificate", "TlsSenderCertificateName"));
      }
    }
  }

  private LintFinding finding(
      LintedTenant tenant, OnPremisesConnector connector, String property, String missing) {
    return at(
            tenant,
            connector,
            property
                + " is true although there is no "
                + missing
                + ", and does nothing on this type.",
            "Set " + property + " to false.")
        .about(property);
  }
}
