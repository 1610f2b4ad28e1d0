package org.exoattribution.analysis.lint;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.ReversePath;
import org.exoattribution.model.SenderIpRange;

/** Rules about mail in the tenant's own name from whoever does not sign in (IN-7). */
final class DirectSend {
  private DirectSend() {}

  /** RejectDirectSend is not true, and no Partner connector restricts a domain of the tenant. */
  static void notRejected(Linted tenant, Findings found) {
    if (!tenant.tenant().rejectDirectSend() && tenant.tenant().mailEnabled()) {
      tenant.accepted().stream()
          .filter(domain -> isOpen(tenant, domain))
          .findFirst()
          .ifPresent(domain -> found.atTenant("", Map.of("domain", domain)));
    }
  }

  private static boolean isOpen(Linted tenant, DomainName domain) {
    return tenant.partners().stream()
        .noneMatch(each -> each.isRestricting() && each.covers(ReversePath.of(domain)));
  }

  /**
   * No enabled connector has an address or a certificate name; or there is one, but a disabled
   * connector for the tenant's own senders names others. WARNING, because only the tenant knows
   * whether they still send.
   */
  static void withoutConnector(Linted tenant, Findings found) {
    if (!tenant.tenant().rejectDirectSend() || tenant.accepted().isEmpty()) {
      return;
    }
    List<InboundConnector> enabled = identifying(tenant.enabled());
    if (enabled.isEmpty()) {
      List<InboundConnector> disabled = identifying(tenant.tenant().inboundConnectors());
      String when = disabled.isEmpty() ? "nobody" : "nobody any more";
      found.atTenant(when, Map.of("disabled", disabled));
      return;
    }
    for (InboundConnector connector : tenant.tenant().inboundConnectors()) {
      if (!connector.enabled() && !isForOthers(tenant, connector)) {
        List<String> lost = lost(tenant, enabled, connector);
        if (!lost.isEmpty()) {
          found.at(connector, Map.of("lost", lost));
        }
      }
    }
  }

  /** Those that have an address or a certificate name. */
  private static List<InboundConnector> identifying(List<InboundConnector> connectors) {
    return connectors.stream()
        .filter(c -> !c.senderIpAddresses().isEmpty() || c.tlsSenderCertificateName().isPresent())
        .toList();
  }

  /** Whether it was for a partner, whose own senders are no direct send. */
  private static boolean isForOthers(Linted tenant, InboundConnector connector) {
    return connector instanceof PartnerConnector partner && tenant.ownSenderOf(partner).isEmpty();
  }

  /** What the disabled connector names and no enabled one of either type does. */
  private static List<String> lost(
      Linted tenant, List<InboundConnector> enabled, InboundConnector disabled) {
    LintWorld world = tenant.world();
    List<SenderIpRange> named =
        enabled.stream().flatMap(other -> other.senderIpAddresses().stream()).toList();
    List<CertificateNamePattern> names =
        enabled.stream().flatMap(other -> other.tlsSenderCertificateName().stream()).toList();
    return Stream.concat(
            disabled.senderIpAddresses().stream()
                .filter(range -> !SenderScopes.containAll(named, range))
                .map(range -> range + (isNamedInPart(named, range) ? " in part" : "")),
            disabled.tlsSenderCertificateName().stream()
                .filter(
                    name ->
                        names.stream().noneMatch(other -> world.coversCertificateOf(other, name)))
                .filter(name -> !world.isTakenByAnother(name, tenant.name()))
                .map(CertificateNamePattern::toString))
        .toList();
  }

  private static boolean isNamedInPart(List<SenderIpRange> named, SenderIpRange range) {
    return named.stream().anyMatch(other -> range.contains(IpAddress.ofIpv4(other.networkBits())));
  }

  /** AssociatedAcceptedDomains tie all connectors that name a source to other domains (CON-9). */
  static void connectorTied(Linted tenant, Findings found) {
    if (!tenant.tenant().rejectDirectSend()) {
      return;
    }
    List<InboundConnector> identifying = identifying(tenant.enabled());
    List<DomainName> lost =
        tenant.accepted().stream()
            .filter(domain -> identifying.stream().noneMatch(each -> appliesTo(each, domain)))
            .toList();
    if (!lost.isEmpty()) {
      identifying.forEach(connector -> found.at(connector, Map.of("lost", lost)));
    }
  }

  private static boolean appliesTo(InboundConnector connector, DomainName domain) {
    return connector.associatedAcceptedDomains().isEmpty()
        || connector.associatedAcceptedDomains().contains(domain);
  }
}
