package org.exoattribution.analysis.lint.effect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.analysis.lint.world.SenderScopes;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings;

/**
 * A restricting Partner connector whose certificate or addresses OnPremises connectors of the same
 * tenant take first, so that mail with them is Originating and the restriction is met by nobody.
 */
final class RestrictionNeverMet extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (PartnerConnector connector : tenant.partners()) {
      if (connector.isRestricting() && !connector.senderDomains().isEmpty()) {
        takers(tenant, connector)
            .ifPresent(
                takers ->
                    report(
                        faults,
                        connector,
                        Phrases.some(takers)
                            + (takers.size() == 1 ? " takes" : " take")
                            + " all mail that could meet its restriction, so it lets nothing"
                            + " in and refuses every other message of its senders.",
                        "Keep one of them: the OnPremises connector if these are the tenant's"
                            + " own servers, else this one."));
      }
    }
  }

  /** The OnPremises connectors by which the restriction cannot be met; empty if it can. */
  static Optional<List<String>> takers(LintedTenant tenant, PartnerConnector connector) {
    Optional<List<String>> certificate =
        connector.restrictDomainsToCertificate()
            ? connector.tlsSenderCertificateName().flatMap(n -> takers(tenant, connector, n))
            : Optional.empty();
    Optional<List<String>> addresses =
        connector.restrictDomainsToIpAddresses()
            ? takersOfAddresses(tenant, connector)
            : Optional.empty();
    boolean either =
        connector.restrictsToBoth()
            && tenant.world().readings().partnerBoth() == Readings.PartnerBoth.OR;
    return either && (certificate.isEmpty() || addresses.isEmpty())
        ? Optional.empty()
        : certificate.or(() -> addresses);
  }

  /** CERT-4, unless another tenant's candidate may tie, so that the envelope would decide. */
  private static Optional<List<String>> takers(
      LintedTenant tenant, PartnerConnector connector, CertificateNamePattern wanted) {
    return tenant.onPremises().stream()
        .filter(each -> SenderScopes.appliesWherever(each, connector))
        .filter(
            each ->
                each.tlsSenderCertificateName()
                    .filter(
                        its ->
                            tenant.owns(its)
                                && tenant.world().covers(its, wanted)
                                && tenant.world().isOfOneTenant(its, tenant.name()))
                    .isPresent())
        .findFirst()
        .map(each -> List.of(Phrases.quoted(each)));
  }

  /** IP-2 and IP-3: the tenant owns the recipient, so somebody's mail it is in any case. */
  private static Optional<List<String>> takersOfAddresses(
      LintedTenant tenant, PartnerConnector connector) {
    if (tenant.world().readings().recipientOnlyIpMatch()
        == Readings.RecipientOnlyIpMatch.INCOMING) {
      return Optional.empty();
    }
    List<OnPremisesConnector> takers =
        tenant.onPremises().stream()
            .filter(each -> SenderScopes.appliesWherever(each, connector))
            .filter(each -> !each.senderIpAddresses().isEmpty())
            .toList();
    return SenderScopes.containAll(takers, connector)
        ? Optional.of(takers.stream().map(Phrases::quoted).toList())
        : Optional.empty();
  }
}
