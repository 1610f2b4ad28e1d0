package org.exoattribution.analysis.lint.identity;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.OnPremisesConnector;

/** An OnPremises connector's address is also in a Partner connector of another tenant. */
final class AddressOfAnothersPartner extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (OnPremisesConnector connector : tenant.onPremises()) {
      connector.senderIpAddresses().stream()
          .map(range -> tenant.world().partnerAddresses().ofOthersOverlapping(range, tenant.name()))
          .filter(others -> !others.isEmpty())
          .findFirst()
          .ifPresent(
              others ->
                  report(
                      faults,
                      connector,
                      "Its address is also that of a partner of others ("
                          + Phrases.some(others)
                          + "), so what this partner sends with a domain of "
                          + tenant.name()
                          + " is taken for mail of "
                          + tenant.name()
                          + " before they see it.",
                      "Identify the tenant's own server by a certificate instead."));
    }
  }
}
