package org.exoattribution.analysis.lint.effect;

import java.util.List;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.AcceptedDomain;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;

/**
 * RejectDirectSend is true, and the one connector that names a source is tied to other domains of
 * the tenant by AssociatedAcceptedDomains (IN-7, CON-9).
 */
final class DirectSendConnectorTied extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    if (!tenant.tenant().rejectDirectSend()) {
      return;
    }
    List<InboundConnector> identifying =
        tenant.tenant().inboundConnectors().stream()
            .filter(InboundConnector::enabled)
            .filter(c -> c.tlsSenderCertificateName().isPresent() || hasAddresses(c))
            .toList();
    List<String> lost =
        tenant.tenant().acceptedDomains().stream()
            .map(AcceptedDomain::domainName)
            .filter(domain -> identifying.stream().noneMatch(each -> appliesTo(each, domain)))
            .map(DomainName::value)
            .toList();
    if (!lost.isEmpty()) {
      identifying.forEach(
          connector ->
              report(
                  faults,
                  connector,
                  "RejectDirectSend is true and the connector is tied to other domains by"
                      + " AssociatedAcceptedDomains, so what its servers send to the tenant as "
                      + Phrases.some(lost)
                      + " is refused.",
                  "Add these domains to AssociatedAcceptedDomains, or clear the list."));
    }
  }

  private static boolean hasAddresses(InboundConnector connector) {
    return !connector.senderIpAddresses().isEmpty();
  }

  private static boolean appliesTo(InboundConnector connector, DomainName domain) {
    return connector.associatedAcceptedDomains().isEmpty()
        || connector.associatedAcceptedDomains().contains(domain);
  }
}
