package org.exoattribution.analysis.lint;

import java.util.List;
import java.util.Map;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings.PartnerAddresses;
import org.exoattribution.model.ReversePath;

/** Rules about what one Partner connector is for, and about its TLS. */
final class Partners {
  private Partners() {}

  /**
   * It restricts nothing and describes the tenant's own servers, and no OnPremises connector does.
   * ERROR, because what they relay is refused today. Addresses alone are no sign with
   * RejectDirectSend, where such a connector is what lets devices in.
   */
  static void insteadOfOnPremises(Linted tenant, PartnerConnector connector, Findings found) {
    if (connector.isRestricting() || tenant.ownSenderOf(connector).isEmpty()) {
      return;
    }
    CertificateNamePattern name = connector.tlsSenderCertificateName().orElse(null);
    if (name != null && isOwn(tenant, name) && !isRelayed(tenant, name)) {
      found.at(connector, "by certificate", Map.of("name", name));
    } else if (!connector.senderIpAddresses().isEmpty()
        && !tenant.tenant().rejectDirectSend()
        && !SenderScopes.containAll(tenant.onPremises(), connector)) {
      // Naming every sender is a gateway's; naming the tenant's own domain is its servers'.
      connector.senderDomains().stream()
          .flatMap(entry -> entry.domain().stream())
          .filter(tenant.accepted()::contains)
          .findFirst()
          .ifPresent(domain -> found.at(connector, "by address", Map.of("domain", domain)));
    }
  }

  private static boolean isOwn(Linted tenant, CertificateNamePattern name) {
    return tenant.owns(name) || tenant.acceptedAbove(name.domain()).isPresent();
  }

  /** Whether an OnPremises connector does for the certificate what this one cannot. */
  private static boolean isRelayed(Linted tenant, CertificateNamePattern name) {
    return tenant.onPremises().stream()
        .flatMap(connector -> connector.tlsSenderCertificateName().stream())
        .anyMatch(other -> tenant.world().coversCertificateOf(other, name));
  }

  /** WARNING, because whatever it was to enforce is not enforced. */
  static void withoutSenderDomains(Linted tenant, PartnerConnector connector, Findings found) {
    if (connector.senderDomains().isEmpty()) {
      found.at(connector);
    }
  }

  /** WARNING, because the first plaintext session is refused. */
  static void requiresTlsOfAddresses(Linted tenant, PartnerConnector connector, Findings found) {
    if (connector.requireTls()
        && !connector.senderIpAddresses().isEmpty()
        && connector.tlsSenderCertificateName().isEmpty()
        && !connector.senderDomains().isEmpty()) {
      found.at(connector, connector.isRestricting() ? "restricting" : "", Map.of());
    }
  }

  /** IN-5. With RejectDirectSend they let devices in, so that nothing is said. */
  static void addressesWithoutEffect(Linted tenant, PartnerConnector connector, Findings found) {
    if (!tenant.tenant().rejectDirectSend()
        && tenant.world().readings.partnerAddresses() != PartnerAddresses.ALWAYS
        && !connector.senderIpAddresses().isEmpty()
        && !connector.restrictDomainsToIpAddresses()) {
      found.at(connector);
    }
  }

  static void certificateWithoutTls(Linted tenant, PartnerConnector connector, Findings found) {
    if (!connector.requireTls() && !connector.restrictDomainsToCertificate()) {
      connector
          .tlsSenderCertificateName()
          .ifPresent(name -> found.at(connector, Map.of("name", name)));
    }
  }

  /** One without certificate or addresses takes strangers' mail, in TLS alone. */
  static void refusesPlaintext(Linted tenant, Findings found) {
    List<PartnerConnector> forAll =
        tenant.partners().stream().filter(each -> each.covers(ReversePath.NULL)).toList();
    if (forAll.stream().noneMatch(PartnerConnector::isRestricting)
        && !tenant.accepted().isEmpty()
        && tenant.tenant().mailEnabled()) {
      forAll.stream()
          .min(InboundConnector.BY_NAME)
          .filter(each -> each.requireTls() && each.associatedAcceptedDomains().isEmpty())
          .filter(each -> each.tlsSenderCertificateName().isEmpty())
          .filter(each -> each.senderIpAddresses().isEmpty())
          .ifPresent(found::at);
    }
  }
}
