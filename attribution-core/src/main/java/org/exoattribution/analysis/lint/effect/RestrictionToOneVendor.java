package org.exoattribution.analysis.lint.effect;

import java.util.List;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.ReversePath;

/** One restricting Partner connector alone decides about mail of every sender. */
final class RestrictionToOneVendor extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    List<PartnerConnector> gates =
        tenant.partners().stream().filter(RestrictionToOneVendor::isGate).toList();
    if (gates.size() == 1
        && gates.get(0).associatedAcceptedDomains().isEmpty()
        && !tenant.tenant().acceptedDomains().isEmpty()
        && tenant.tenant().mailEnabled()) {
      report(
          faults,
          gates.get(0),
          "It is the only one that lets strangers' mail in, so what does not come from "
              + named(gates.get(0))
              + " is refused, from a second provider or a backup route too.",
          "Add a restricting connector for every other way that mail may take.");
    }
  }

  /** Whether it restricts mail of every sender. */
  static boolean isGate(PartnerConnector connector) {
    return connector.isRestricting() && connector.covers(ReversePath.NULL);
  }

  private static String named(PartnerConnector connector) {
    return connector.restrictDomainsToCertificate()
        ? connector.tlsSenderCertificateName().map(Object::toString).orElse("its certificate")
        : Phrases.some(connector.senderIpAddresses());
  }
}
