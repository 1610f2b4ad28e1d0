package org.exoattribution.analysis.lint.effect;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.PartnerConnector;

/**
 * A Partner connector that knows its senders by address alone has RequireTls true. WARNING, because
 * the first plaintext session is refused.
 */
final class PartnerRequiresTlsOfAddresses extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (PartnerConnector connector : tenant.partners()) {
      if (connector.requireTls()
          && !connector.senderIpAddresses().isEmpty()
          && connector.tlsSenderCertificateName().isEmpty()
          && !connector.senderDomains().isEmpty()) {
        report(
            faults,
            connector,
            "RequireTls is true, so what would come through it in plaintext is refused"
                + (connector.isRestricting() ? "." : ", from its addresses and all others."),
            "Set RequireTls to false if devices at these addresses do not use TLS.");
      }
    }
  }
}
