package org.exoattribution.analysis.lint.effect;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.OnPremisesConnector;

/**
 * An OnPremises connector has a Restrict* property true without the values to restrict to; a
 * Partner connector cannot be built so (CON-5). INFO, because the property does nothing on this
 * type anyway.
 */
final class RestrictionWithoutValues extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (OnPremisesConnector connector : tenant.onPremises()) {
      if (connector.restrictDomainsToIpAddresses() && connector.senderIpAddresses().isEmpty()) {
        faults.accept(finding(connector, "RestrictDomainsToIPAddresses", "SenderIPAddresses"));
      }
      if (connector.restrictDomainsToCertificate()
          && connector.tlsSenderCertificateName().isEmpty()) {
        faults.accept(
            finding(connector, "RestrictDomainsToCertificate", "TlsSenderCertificateName"));
      }
    }
  }

  private Fault finding(OnPremisesConnector connector, String property, String missing) {
    return at(
            connector,
            property
                + " is true although there is no "
                + missing
                + ", and does nothing on this type.",
            "Set " + property + " to false.")
        .about(property);
  }
}
