package org.exoattribution.analysis.lint.effect;

import java.util.function.Consumer;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.SenderScopes;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.PartnerConnector;

/**
 * A Partner connector that restricts nothing describes the tenant's own servers, and no OnPremises
 * connector does. ERROR, because what they relay is refused today. Addresses alone are no sign with
 * RejectDirectSend, where such a connector is what lets devices in.
 */
final class PartnerInsteadOfOnPremises extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (PartnerConnector connector : tenant.partners()) {
      if (!connector.isRestricting() && tenant.ownSenderOf(connector).isPresent()) {
        String sign = sign(tenant, connector);
        if (!sign.isEmpty()) {
          report(
              faults,
              connector,
              "It is of type Partner but "
                  + sign
                  + ": its servers cannot relay to the outside, and what they send to "
                  + tenant.name()
                  + " is not trusted as its own.",
              "Make it a connector of type OnPremises.");
        }
      }
    }
  }

  private static String sign(LintedTenant tenant, PartnerConnector connector) {
    CertificateNamePattern name = connector.tlsSenderCertificateName().orElse(null);
    if (name != null && isOwn(tenant, name) && !isRelayed(tenant, name)) {
      return "names a certificate of the tenant's own domain, " + name;
    }
    if (!connector.senderIpAddresses().isEmpty()
        && !tenant.tenant().rejectDirectSend()
        && !SenderScopes.containAll(tenant.onPremises(), connector)) {
      return namedOwnDomain(tenant, connector);
    }
    return "";
  }

  private static boolean isOwn(LintedTenant tenant, CertificateNamePattern name) {
    return tenant.owns(name) || tenant.acceptedAbove(name.domain()).isPresent();
  }

  /** Whether an OnPremises connector does for the certificate what this one cannot. */
  private static boolean isRelayed(LintedTenant tenant, CertificateNamePattern name) {
    return tenant.onPremises().stream()
        .flatMap(connector -> connector.tlsSenderCertificateName().stream())
        .anyMatch(other -> tenant.world().coversCertificateOf(other, name));
  }

  /** Naming every sender is a gateway's; naming the tenant's own domain is its servers'. */
  private static String namedOwnDomain(LintedTenant tenant, PartnerConnector connector) {
    return connector.senderDomains().stream()
        .flatMap(entry -> entry.domain().stream())
        .filter(tenant::accepts)
        .findFirst()
        .map(DomainName::value)
        .map(domain -> "lists addresses that send for the tenant's own domain, " + domain)
        .orElse("");
  }
}
