package org.exoattribution.analysis.lint.effect;

import java.util.List;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.ReversePath;

/** A Partner connector without certificate or addresses takes strangers' mail, in TLS alone. */
final class PartnerRefusesPlaintext extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    List<PartnerConnector> forAll =
        tenant.partners().stream().filter(each -> each.covers(ReversePath.NULL)).toList();
    if (forAll.stream().anyMatch(PartnerConnector::isRestricting)
        || tenant.tenant().acceptedDomains().isEmpty()
        || !tenant.tenant().mailEnabled()) {
      return;
    }
    forAll.stream()
        .min(InboundConnector.BY_NAME)
        .filter(each -> each.requireTls() && each.associatedAcceptedDomains().isEmpty())
        .filter(each -> each.tlsSenderCertificateName().isEmpty())
        .filter(each -> each.senderIpAddresses().isEmpty())
        .ifPresent(
            connector ->
                report(
                    faults,
                    connector,
                    "It takes mail of every sender that no other connector is for, and"
                        + " RequireTls is true, so servers that do not start TLS are refused.",
                    "Set RequireTls to false, or name the senders that it is for."));
  }
}
