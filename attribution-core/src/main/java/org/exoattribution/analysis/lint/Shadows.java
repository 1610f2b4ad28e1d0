package org.exoattribution.analysis.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.InboundConnector;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.PartnerConnector;
import org.exoattribution.model.Readings.PartnerAddresses;
import org.exoattribution.model.SenderIpRange;

/**
 * Rules about connectors that never win because others of their tenant do: OnPremises connectors by
 * certificate through ownership or name (CERT-4, SEL-1) and by address through longer prefixes or
 * name (SEL-1), Partner connectors through restrictions (IN-4) or name.
 */
final class Shadows {
  private final Linted tenant;
  private final Map<Long, List<OnPremisesConnector>> byRange = new HashMap<>();
  private int longestPrefix;

  private Shadows(Linted tenant) {
    this.tenant = tenant;
    for (OnPremisesConnector connector : tenant.onPremises()) {
      for (SenderIpRange range : connector.senderIpAddresses()) {
        long key = key(range.networkBits(), range.prefixLength());
        byRange.computeIfAbsent(key, any -> new ArrayList<>()).add(connector);
        longestPrefix = Math.max(longestPrefix, range.prefixLength());
      }
    }
  }

  private static long key(int network, int prefixLength) {
    return ((long) network << 8) | prefixLength;
  }

  /** WARNING, because what was set on it has no effect, until the others go. */
  static void connectorShadowed(Linted tenant, Findings found) {
    if (tenant.enabled().size() < 2) {
      return;
    }
    Shadows shadows = new Shadows(tenant);
    for (OnPremisesConnector connector : tenant.onPremises()) {
      report(connector, shadows.over(connector), found);
    }
    for (PartnerConnector connector : tenant.partners()) {
      report(connector, shadows.over(connector), found);
    }
  }

  private static void report(
      InboundConnector connector, List<? extends InboundConnector> others, Findings found) {
    if (!others.isEmpty()) {
      Set<String> names = new TreeSet<>();
      others.forEach(each -> names.add(Findings.quoted(each.name())));
      String take = names.size() == 1 ? "takes" : "take";
      found.at(connector, Map.of("others", List.copyOf(names), "take", take));
    }
  }

  /** The connectors that together take all that this one matches; empty if something is left. */
  private List<OnPremisesConnector> over(OnPremisesConnector connector) {
    List<OnPremisesConnector> shadowing = new ArrayList<>();
    CertificateNamePattern name = connector.tlsSenderCertificateName().orElse(null);
    if (name != null) {
      Optional<OnPremisesConnector> winner =
          tenant.onPremises().stream()
              .filter(other -> !other.equals(connector))
              .filter(other -> SenderScopes.appliesWherever(other, connector))
              .filter(other -> winsByCertificate(other, connector, name))
              .findFirst();
      if (winner.isEmpty()) {
        return List.of();
      }
      shadowing.add(winner.get());
    }
    for (SenderIpRange range : connector.senderIpAddresses()) {
      if (!isBeaten(connector, range.networkBits(), range.prefixLength(), shadowing)) {
        return List.of();
      }
    }
    return shadowing;
  }

  private boolean winsByCertificate(
      OnPremisesConnector other, OnPremisesConnector connector, CertificateNamePattern name) {
    CertificateNamePattern its = other.tlsSenderCertificateName().orElse(null);
    return its != null
        && (its.equals(name)
            ? SenderScopes.isFirstByName(other, connector)
            : !tenant.owns(name) && tenant.owns(its) && tenant.world().covers(its, name));
  }

  /** Whether others win at every address of the range, as a whole or in both of its halves. */
  private boolean isBeaten(
      OnPremisesConnector connector,
      int network,
      int prefixLength,
      List<OnPremisesConnector> shadowing) {
    List<OnPremisesConnector> holders = byRange.getOrDefault(key(network, prefixLength), List.of());
    boolean own = holders.contains(connector);
    for (OnPremisesConnector other : holders) {
      if (!other.equals(connector)
          && SenderScopes.appliesWherever(other, connector)
          && (!own || SenderScopes.isFirstByName(other, connector))) {
        shadowing.add(other);
        return true;
      }
    }
    return prefixLength < longestPrefix
        && isBeaten(connector, network, prefixLength + 1, shadowing)
        && isBeaten(connector, network | (1 << (31 - prefixLength)), prefixLength + 1, shadowing);
  }

  /** IN-4: the first restricting connector of the same senders is met alone, or rejects. */
  private List<PartnerConnector> over(PartnerConnector connector) {
    return connector.isRestricting() || connector.senderDomains().isEmpty()
        ? List.of()
        : tenant.partners().stream()
            .filter(PartnerConnector::isRestricting)
            .filter(other -> SenderScopes.appliesWherever(other, connector))
            .filter(other -> SenderScopes.coverAll(other, connector))
            .limit(1)
            .toList();
  }

  /** Where it differs from another one in nothing that decides but its name (SEL-1). */
  static void partnerLosesByName(Linted tenant, PartnerConnector connector, Findings found) {
    tenant.partners().stream()
        .filter(other -> SenderScopes.isFirstByName(other, connector))
        .filter(other -> SenderScopes.appliesWherever(other, connector))
        .filter(other -> isAsGood(tenant, other, connector))
        .findFirst()
        .ifPresent(other -> found.at(connector, Map.of("other", other)));
  }

  private static boolean isAsGood(
      Linted tenant, PartnerConnector other, PartnerConnector connector) {
    if (connector.senderDomains().isEmpty()
        || !other.tlsSenderCertificateName().equals(connector.tlsSenderCertificateName())
        || other.restrictDomainsToCertificate() != connector.restrictDomainsToCertificate()
        || other.restrictDomainsToIpAddresses() != connector.restrictDomainsToIpAddresses()) {
      return false;
    }
    boolean sameAddresses =
        Set.copyOf(other.senderIpAddresses()).equals(Set.copyOf(connector.senderIpAddresses()));
    if (connector.isRestricting()) {
      return sameAddresses && SenderScopes.coverAll(other, connector);
    }
    boolean addressesCount = tenant.world().readings.partnerAddresses() == PartnerAddresses.ALWAYS;
    return (sameAddresses || !addressesCount)
        && other.senderDomains().containsAll(connector.senderDomains());
  }
}
