package org.exoattribution.analysis.lint.effect;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.analysis.lint.world.SenderScopes;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.IpAddress;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.SenderIpRange;

/**
 * RejectDirectSend is true, and no enabled connector has an address or a certificate name; or there
 * is one, but a disabled connector for the tenant's own senders names others. WARNING, because only
 * the tenant knows whether they still send.
 */
final class DirectSendWithoutConnector extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    if (!tenant.tenant().rejectDirectSend() || tenant.tenant().acceptedDomains().isEmpty()) {
      return;
    }
    if (identifying(tenant).noneMatch(InboundConnector::enabled)) {
      faults.accept(nobodyIsLetIn(tenant));
      return;
    }
    for (InboundConnector connector : tenant.tenant().inboundConnectors()) {
      List<String> lost =
          connector.enabled() || isForOthers(tenant, connector)
              ? List.of()
              : lost(tenant, connector);
      if (!lost.isEmpty()) {
        report(
            faults,
            connector,
            "RejectDirectSend is true and the connector is disabled, so what comes in the"
                + " tenant's name from "
                + Phrases.some(lost)
                + " is refused.",
            "Enable it, or remove it if nothing sends from there any more.");
      }
    }
  }

  private Fault nobodyIsLetIn(LintedTenant tenant) {
    List<String> disabled = identifying(tenant).map(Phrases::quoted).toList();
    return atTenant(
        "RejectDirectSend is true and no enabled connector has an address or a certificate, so"
            + " every device or service that sends in the tenant's name without signing in is"
            + " refused"
            + (disabled.isEmpty()
                ? "."
                : ", also what comes from the servers of the disabled "
                    + Phrases.some(disabled)
                    + "."),
        "Add a connector for each such sender, if there are any.");
  }

  /** Whether it was for a partner, whose own senders are no direct send. */
  private static boolean isForOthers(LintedTenant tenant, InboundConnector connector) {
    return connector instanceof PartnerConnector partner && tenant.ownSenderOf(partner).isEmpty();
  }

  /** What the disabled connector names and no enabled one of either type does. */
  private static List<String> lost(LintedTenant tenant, InboundConnector disabled) {
    List<InboundConnector> enabled = identifying(tenant).filter(InboundConnector::enabled).toList();
    List<SenderIpRange> named =
        enabled.stream().flatMap(other -> other.senderIpAddresses().stream()).toList();
    return Stream.concat(
            disabled.senderIpAddresses().stream()
                .filter(range -> !SenderScopes.containAll(named, range))
                .map(range -> range + (isNamedInPart(named, range) ? " in part" : "")),
            disabled.tlsSenderCertificateName().stream()
                .filter(name -> enabled.stream().noneMatch(other -> names(tenant, other, name)))
                .filter(name -> !tenant.world().isTakenByAnother(name, tenant.name()))
                .map(CertificateNamePattern::toString))
        .toList();
  }

  private static boolean isNamedInPart(List<SenderIpRange> named, SenderIpRange range) {
    return named.stream().anyMatch(other -> range.contains(IpAddress.ofIpv4(other.networkBits())));
  }

  private static boolean names(
      LintedTenant tenant, InboundConnector connector, CertificateNamePattern name) {
    return connector
        .tlsSenderCertificateName()
        .filter(other -> tenant.world().covers(other, name))
        .isPresent();
  }

  private static Stream<InboundConnector> identifying(LintedTenant tenant) {
    return tenant.tenant().inboundConnectors().stream()
        .filter(
            connector ->
                !connector.senderIpAddresses().isEmpty()
                    || connector.tlsSenderCertificateName().isPresent());
  }
}
