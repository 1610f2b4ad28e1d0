package org.exoattribution.analysis.lint;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.AddressUses.AddressUse;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings.RecipientOnlyIpMatch;
import org.exoattribution.model.SenderIpRange;

/** Rules about the addresses that connectors list, and whose they are. */
final class Addresses {
  private Addresses() {}

  /** ERROR, because the envelope decides whose mail it is today. */
  static void shared(Linted tenant, OnPremisesConnector connector, Findings found) {
    LintWorld world = tenant.world();
    boolean bySender = world.readings.recipientOnlyIpMatch() == RecipientOnlyIpMatch.INCOMING;
    for (SenderIpRange range : connector.senderIpAddresses()) {
      List<AddressUse> others = world.addresses.ofOthersOverlapping(range, tenant.name());
      if (!others.isEmpty()) {
        String deciding = bySender ? "sender" : "sender or recipient";
        found.at(connector, Map.of("range", range, "others", others, "deciding", deciding));
        return; // one finding a connector: the others say the same
      }
    }
  }

  static void ofAnothersPartner(Linted tenant, OnPremisesConnector connector, Findings found) {
    connector.senderIpAddresses().stream()
        .map(range -> tenant.world().partnerAddresses.ofOthersOverlapping(range, tenant.name()))
        .filter(others -> !others.isEmpty())
        .findFirst()
        .ifPresent(others -> found.at(connector, Map.of("others", others)));
  }

  /** WARNING, because what was meant is missing. */
  static void notPublic(Linted tenant, InboundConnector connector, Findings found) {
    List<String> unusable =
        connector.senderIpAddresses().stream().flatMap(Addresses::reserved).toList();
    if (!unusable.isEmpty()) {
      found.at(connector, Map.of("ranges", unusable));
    }
  }

  private static Stream<String> reserved(SenderIpRange range) {
    return ReservedNetwork.of(range).map(network -> range + " (" + network + ")").stream();
  }

  /** CON-1, IP-1. */
  static void alone(Linted tenant, InboundConnector connector, Findings found) {
    boolean alone =
        connector instanceof PartnerConnector
            ? connector.restrictDomainsToIpAddresses() && !connector.restrictDomainsToCertificate()
            : connector.tlsSenderCertificateName().isEmpty();
    if (alone) {
      found.at(connector);
    }
  }

  /** By one host's name, or by an address. */
  static void gatewayNamed(Linted tenant, OnPremisesConnector connector, Findings found) {
    Stream<String> hosts =
        connector.tlsSenderCertificateName().filter(name -> !name.wildcard()).stream()
            .flatMap(
                name ->
                    tenant.world().gateways.stream()
                        .filter(each -> each.kind() == KnownGateway.Kind.GATEWAY)
                        .filter(each -> each.holds(name))
                        .map(gateway -> name + " of " + gateway.operator()));
    Stream<String> addresses =
        connector.senderIpAddresses().stream()
            .flatMap(range -> KnownGateway.networksOf(range).map(its -> range + " of " + its));
    List<String> named = Stream.concat(hosts, addresses).distinct().toList();
    if (!named.isEmpty()) {
      found.at(connector, Map.of("named", named));
    }
  }
}
