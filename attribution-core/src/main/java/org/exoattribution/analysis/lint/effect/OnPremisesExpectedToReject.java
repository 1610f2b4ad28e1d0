package org.exoattribution.analysis.lint.effect;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.SenderDomainPattern;

/**
 * An OnPremises connector carries settings by which a Partner connector refuses mail: Restrict*, or
 * SenderDomains other than {@code *}. WARNING, because somebody counts on them.
 */
final class OnPremisesExpectedToReject extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (OnPremisesConnector connector : tenant.onPremises()) {
      String settings = settings(connector);
      if (!settings.isEmpty()) {
        report(
            faults,
            connector,
            settings
                + " of an OnPremises connector does nothing: mail that does not match it is"
                + " received anonymously, not refused.",
            "To refuse mail, add a Partner connector with these settings.");
      }
    }
  }

  private static String settings(OnPremisesConnector connector) {
    if (restrictsToAddresses(connector)) {
      return "RestrictDomainsToIPAddresses";
    }
    if (restrictsToCertificate(connector)) {
      return "RestrictDomainsToCertificate";
    }
    boolean limited =
        !connector.senderDomains().isEmpty()
            && !connector.senderDomains().contains(SenderDomainPattern.ANY);
    return limited ? "SenderDomains" : "";
  }

  static boolean restrictsToAddresses(InboundConnector connector) {
    return connector.restrictDomainsToIpAddresses() && !connector.senderIpAddresses().isEmpty();
  }

  static boolean restrictsToCertificate(InboundConnector connector) {
    return connector.restrictDomainsToCertificate()
        && connector.tlsSenderCertificateName().isPresent();
  }
}
