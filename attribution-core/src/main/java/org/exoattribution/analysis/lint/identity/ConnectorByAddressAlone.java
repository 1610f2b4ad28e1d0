package org.exoattribution.analysis.lint.identity;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.PartnerConnector;

/** A connector knows its servers by IPv4 address alone (CON-1, IP-1). */
final class ConnectorByAddressAlone extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    Stream.concat(
            tenant.onPremises().stream().filter(each -> each.tlsSenderCertificateName().isEmpty()),
            tenant.partners().stream()
                .filter(PartnerConnector::restrictDomainsToIpAddresses)
                .filter(each -> !each.restrictDomainsToCertificate()))
        .forEach(
            connector ->
                report(
                    faults,
                    connector,
                    "It knows its servers by IPv4 address alone, so what they send over IPv6"
                        + " does not match it.",
                    "Name the servers' certificate, or make sure that they never use IPv6."));
  }
}
