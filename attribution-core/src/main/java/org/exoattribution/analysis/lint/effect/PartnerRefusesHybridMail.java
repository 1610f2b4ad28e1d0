package org.exoattribution.analysis.lint.effect;

import java.util.List;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;

/**
 * A restricting Partner connector covers the tenant's own senders, and an OnPremises connector has
 * no addresses beside its certificate. WARNING, for the day the certificate expires.
 */
final class PartnerRefusesHybridMail extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    List<String> byCertificateAlone =
        tenant.onPremises().stream()
            .filter(connector -> connector.senderIpAddresses().isEmpty())
            .map(OnPremisesConnector::name)
            .map(Phrases::quoted)
            .toList();
    if (byCertificateAlone.isEmpty()) {
      return;
    }
    for (PartnerConnector connector : tenant.partners()) {
      if (connector.isRestricting()) {
        tenant
            .ownSenderOf(connector)
            .ifPresent(
                domain ->
                    report(
                        faults,
                        connector,
                        "It would refuse mail from "
                            + domain
                            + " through "
                            + Phrases.some(byCertificateAlone)
                            + " as soon as the server's certificate is not accepted.",
                        "Watch the certificate's expiry, or let the restriction be met by the"
                            + " server's addresses too."));
      }
    }
  }
}
