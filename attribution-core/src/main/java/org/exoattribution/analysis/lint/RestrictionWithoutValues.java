package org.exoattribution.analysis.lint;

import java.util.function.Consumer;
import org.exoattribution.model.OnPremisesConnector;

/**
 * An OnPremises connector has a Restrict* property true without the values to restrict to; a
 * Partner connector cannot be built so (CON-5). INFO, because the property does nothing on this
 * type anyway.
 */
final class RestrictionWithoutValues extends LintCheck {
  RestrictionWithoutValues() {
    super("RESTRICTION_WITHOUT_VALUES");
  }

  @Override
  void check(LintedTenant tenant, Consumer<LintFinding> findings) {
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
