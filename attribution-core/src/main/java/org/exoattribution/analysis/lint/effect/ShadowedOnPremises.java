package org.exoattribution.analysis.lint.effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.SenderScopes;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;
import org.exoattribution.model.SenderIpRange;

/**
 * Which OnPremises connectors of a tenant always win over another one: by certificate through
 * ownership or name (CERT-4, SEL-1), and by address through longer prefixes or name (SEL-1).
 */
final class ShadowedOnPremises {
  private final LintedTenant tenant;
  private final Map<Long, List<OnPremisesConnector>> byRange = new HashMap<>();
  private int longestPrefix;

  ShadowedOnPremises(LintedTenant tenant) {
    this.tenant = tenant;
    for (OnPremisesConnector connector : tenant.onPremises()) {
      for (SenderIpRange range : connector.senderIpAddresses()) {
        byRange
            .computeIfAbsent(
                key(range.networkBits(), range.prefixLength()), key -> new ArrayList<>())
            .add(connector);
        longestPrefix = Math.max(longestPrefix, range.prefixLength());
      }
    }
  }

  private static long key(int network, int prefixLength) {
    return ((long) network << 8) | prefixLength;
  }

  /** The connectors that together take all that this one matches; empty if something is left. */
  List<OnPremisesConnector> shadowing(OnPremisesConnector connector) {
    List<OnPremisesConnector> shadowing = new ArrayList<>();
    if (connector.tlsSenderCertificateName().isPresent()) {
      Optional<OnPremisesConnector> winner =
          winnerByCertificate(connector, connector.tlsSenderCertificateName().get());
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

  private Optional<OnPremisesConnector> winnerByCertificate(
      OnPremisesConnector connector, CertificateNamePattern name) {
    boolean owned = tenant.owns(name);
    return tenant.onPremises().stream()
        .filter(other -> !other.equals(connector) && SenderScopes.appliesWherever(other, connector))
        .filter(
            other -> {
              CertificateNamePattern its = other.tlsSenderCertificateName().orElse(null);
              return its != null
                  && (its.equals(name)
                      ? SenderScopes.isFirstByName(other, connector)
                      : !owned && tenant.owns(its) && tenant.world().covers(its, name));
            })
        .findFirst();
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
}
