package org.exoattribution.analysis.lint.effect;

import java.util.Set;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.analysis.lint.world.SenderScopes;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings;

/** A Partner connector differs from another in nothing that decides but its name (SEL-1). */
final class PartnerLosesByName extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (PartnerConnector connector : tenant.partners()) {
      tenant.partners().stream()
          .filter(other -> SenderScopes.isFirstByName(other, connector))
          .filter(other -> SenderScopes.appliesWherever(other, connector))
          .filter(other -> isAsGood(tenant, other, connector))
          .findFirst()
          .ifPresent(
              other ->
                  report(
                      faults,
                      connector,
                      "It never wins: "
                          + Phrases.quoted(other)
                          + " matches all that it matches, as closely, and comes first by"
                          + " name.",
                      "Remove one of them, or make them differ in what they match."));
    }
  }

  private static boolean isAsGood(
      LintedTenant tenant, PartnerConnector other, PartnerConnector connector) {
    if (connector.senderDomains().isEmpty()
        || !other.tlsSenderCertificateName().equals(connector.tlsSenderCertificateName())
        || other.restrictDomainsToCertificate() != connector.restrictDomainsToCertificate()
        || other.restrictDomainsToIpAddresses() != connector.restrictDomainsToIpAddresses()) {
      return false;
    }
    boolean sameAddresses =
        Set.copyOf(other.senderIpAddresses()).equals(Set.copyOf(connector.senderIpAddresses()));
    if (connector.isRestricting()) {
      return sameAddresses && SenderScopes.coverAll(other, connector);
    }
    boolean addressesCount =
        tenant.world().readings().partnerAddresses() == Readings.PartnerAddresses.ALWAYS;
    return (sameAddresses || !addressesCount)
        && other.senderDomains().containsAll(connector.senderDomains());
  }
}
