package org.exoattribution.analysis.lint.effect;

import java.util.ArrayList;
import java.util.List;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.SenderScopes;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.PartnerConnector;

/** Which connector of a tenant always wins over, or rejects before, a Partner connector. */
final class ShadowedPartner {
  private ShadowedPartner() {}

  /** The first that does; at most one. */
  static List<InboundConnector> shadowing(LintedTenant tenant, PartnerConnector connector) {
    List<InboundConnector> others = new ArrayList<>(tenant.partners());
    others.addAll(tenant.onPremises());
    return others.stream()
        .filter(other -> !other.equals(connector) && SenderScopes.appliesWherever(other, connector))
        .filter(
            other ->
                other instanceof PartnerConnector partner
                    ? restricts(partner, connector) || precedes(partner, connector)
                    : captures(tenant, other, connector))
        .limit(1)
        .toList();
  }

  /** IN-4: a restricting connector of the same senders is met alone, or rejects. */
  private static boolean restricts(PartnerConnector other, PartnerConnector connector) {
    return other.isRestricting()
        && !connector.isRestricting()
        && !connector.senderDomains().isEmpty()
        && SenderScopes.coverAll(other, connector);
  }

  /** IN-5 and SEL-1: nothing but the sender domain speaks for it, and another has the same. */
  private static boolean precedes(PartnerConnector other, PartnerConnector connector) {
    return !other.isRestricting()
        && connector.tlsSenderCertificateName().isEmpty()
        && connector.senderIpAddresses().isEmpty()
        && !connector.senderDomains().isEmpty()
        && other.senderDomains().containsAll(connector.senderDomains())
        && SenderScopes.isFirstByName(other, connector);
  }

  /** CERT-4: mail with the certificate it insists on is Originating before it is asked. */
  private static boolean captures(
      LintedTenant tenant, InboundConnector onPremises, PartnerConnector connector) {
    CertificateNamePattern wanted = connector.tlsSenderCertificateName().orElse(null);
    CertificateNamePattern captured = onPremises.tlsSenderCertificateName().orElse(null);
    return connector.restrictDomainsToCertificate()
        && wanted != null
        && captured != null
        && tenant.owns(captured)
        && tenant.world().covers(captured, wanted);
  }
}
