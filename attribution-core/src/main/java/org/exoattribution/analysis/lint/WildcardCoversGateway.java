package org.exoattribution.analysis.lint;

import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/**
 * A wildcard of an OnPremises connector covers the domain of a known gateway, or lies in it. ERROR,
 * because mail that the service relays for others is taken for this tenant's today.
 */
final class WildcardCoversGateway extends CertificateNameCheck {
  private static final LintRule RULE =
      new LintRule(
          "WILDCARD_COVERS_GATEWAY",
          Severity.ERROR,
          "a wildcard of an OnPremises connector covers hosts of a known gateway service",
          """
          Every customer's mail comes from these hosts with the same certificates, so they prove
          nothing: what strangers send to the tenant is taken for its own, and what it forwards is
          refused. If the tenant owned the domain, it would capture the mail of all customers.
          """,
          "Have the gateway present a certificate name of the tenant's own, or use a Partner"
              + " connector that restricts.",
          "CERT-2, CERT-5, MC1226222, the services' publications");

  @Override
  public LintRule rule() {
    return RULE;
  }

  @Override
  Optional<LintFinding> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    LintWorld world = tenant.world();
    List<KnownGateway> covered =
        world.gateways().stream()
            .filter(
                gateway ->
                    world.covers(name, gateway.domain())
                        || (name.wildcard() && name.domain().isBelow(gateway.domain())))
            .toList();
    return covered.isEmpty()
        ? Optional.empty()
        : Optional.of(
            at(
                tenant,
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
