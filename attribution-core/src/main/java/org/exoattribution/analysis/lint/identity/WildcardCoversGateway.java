package org.exoattribution.analysis.lint.identity;

import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.KnownGateway;
import org.exoattribution.analysis.lint.world.LintWorld;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.analysis.lint.world.Phrases;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/**
 * A wildcard of an OnPremises connector covers the domain of a known gateway, or lies in it. ERROR,
 * because mail that the service relays for others is taken for this tenant's today.
 */
final class WildcardCoversGateway extends CertificateNameCheck {
  @Override
  Optional<Fault> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    LintWorld world = tenant.world();
    List<KnownGateway> covered =
        world.gateways().stream()
            .filter(
                gateway ->
                    name.wildcard()
                        && gateway.kind() == KnownGateway.Kind.GATEWAY
                        && (gateway.holds(name)
                            || gateway.domain().filter(d -> world.covers(name, d)).isPresent()))
            .toList();
    return covered.isEmpty()
        ? Optional.empty()
        : Optional.of(
            at(
                connector,
                name
                    + " covers hosts that relay for many organizations, "
                    + Phrases.some(covered)
                    + ", so mail of strangers from there is taken for mail of "
                    + tenant.name()
                    + ".",
                "Have the gateway present a certificate with a name that only "
                    + tenant.name()
                    + " has, and name that; or use a Partner connector that restricts."));
  }
}
