package org.exoattribution.analysis.lint;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.exoattribution.analysis.lint.AddressUses.AddressUse;
import org.exoattribution.analysis.lint.KnownGateway.Network;
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

  /** What holds the range. None is longer than /24, so none holds a part of it. */
  private static Stream<String> reserved(SenderIpRange range) {
    return Reserved.ALL.stream()
        .filter(each -> each.network().holds(range))
        .map(each -> range + " (" + each.what() + ")");
  }

  /** Networks that no public address lies in (the IPv4 special-purpose registry of RFC 6890). */
  private record Reserved(Network network, String what) {
    static final List<Reserved> ALL =
        List.of(
            network("0.0.0.0/8", "this network"),
            network("10.0.0.0/8", "private, RFC 1918"),
            network("100.64.0.0/10", "carrier-grade translation, RFC 6598"),
            network("127.0.0.0/8", "loopback"),
            network("169.254.0.0/16", "link-local"),
            network("172.16.0.0/12", "private, RFC 1918"),
            network("192.0.0.0/24", "protocol assignments"),
            network("192.0.2.0/24", "documentation, RFC 5737"),
            network("192.168.0.0/16", "private, RFC 1918"),
            network("198.18.0.0/15", "benchmarks"),
            network("198.51.100.0/24", "documentation, RFC 5737"),
            network("203.0.113.0/24", "documentation, RFC 5737"),
            network("224.0.0.0/4", "multicast"),
            network("240.0.0.0/4", "reserved"));

    static Reserved network(String network, String what) {
      return new Reserved(Network.parse(network), what);
    }
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
