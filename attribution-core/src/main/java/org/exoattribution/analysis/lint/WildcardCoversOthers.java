package org.exoattribution.analysis.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/**
 * A wildcard of an OnPremises connector covers names that another tenant uses: the certificate name
 * of one of its connectors, of either type, or an accepted domain. ERROR, because mail can be
 * attributed to the wrong tenant.
 */
final class WildcardCoversOthers extends CertificateNameCheck {
  private static final LintRule RULE =
      new LintRule(
          "WILDCARD_COVERS_OTHERS",
          Severity.ERROR,
          "a wildcard of an OnPremises connector covers names that another tenant uses",
          """
          The name of another tenant's connector of either type, or its accepted domain, lies
          below the wildcard: its servers are taken for this tenant's wherever it has no more
          exact connector.
          """,
          "Name the one host that sends for the tenant, and accept exactly that name.",
          "CERT-4, NAME-1, \"Office 365 Message Attribution\" (Exchange Team Blog, 2019)");

  @Override
  public LintRule rule() {
    return RULE;
  }

  @Override
  Optional<LintFinding> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    if (!name.wildcard()) {
      return Optional.empty();
    }
    LintWorld world = tenant.world();
    List<NameUse> others =
        new ArrayList<>(world.certificateNames().ofOthersWithin(name, tenant.name(), world));
    others.addAll(world.acceptedDomains().ofOthersWithin(name, tenant.name(), world));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            at(
                tenant,
                connector,
                name
                    + " covers names of other tenants ("
                    + Phrases.some(others)
                    + "), so mail of their servers can be attributed to "
                    + tenant.name()
                    + ".",
                "Name the host that sends for "
                    + tenant.name()
                    + " instead of the wildcard, and accept exactly that name."));
  }
}
