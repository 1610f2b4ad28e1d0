package org.exoattribution.analysis.lint.identity;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.KnownGateway;
import org.exoattribution.analysis.lint.world.LintCheck;
import org.exoattribution.analysis.lint.world.LintWorld;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.SenderIpRange;

/** An OnPremises connector names one host, or an address, of a gateway that many share. */
final class GatewayNamed extends LintCheck {
  @Override
  public void check(LintedTenant tenant, Consumer<Fault> faults) {
    for (OnPremisesConnector connector : tenant.onPremises()) {
      List<String> named =
          Stream.concat(
                  connector.tlsSenderCertificateName().stream()
                      .filter(name -> !name.wildcard())
                      .flatMap(name -> names(tenant.world(), name)),
                  connector.senderIpAddresses().stream().flatMap(GatewayNamed::addresses))
              .distinct()
              .toList();
      if (!named.isEmpty()) {
        report(
            faults,
            connector,
            "It names "
                + Phrases.some(named)
                + ", which relays for many organizations, so mail of strangers from there can"
                + " be taken for mail of "
                + tenant.name()
                + ".",
            "Make sure that the host is "
                + tenant.name()
                + "'s alone; else have the gateway present a certificate of its own for it, or"
                + " use a Partner connector that restricts.");
      }
    }
  }

  private static Stream<String> names(LintWorld world, CertificateNamePattern name) {
    return world.gateways().stream()
        .filter(each -> each.kind() == KnownGateway.Kind.GATEWAY && each.holds(name))
        .map(gateway -> name + " of " + gateway.operator());
  }

  private static Stream<String> addresses(SenderIpRange range) {
    return KnownGateway.networksOf(range).map(operator -> range + " of " + operator);
  }
}
