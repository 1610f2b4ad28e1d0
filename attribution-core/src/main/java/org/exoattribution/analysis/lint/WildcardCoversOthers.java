package org.exoattribution.analysis.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.exoattribution.analysis.LintFinding;
import org.exoattribution.analysis.LintRule;
import org.exoattribution.analysis.LintRule.Severity;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/**
 * A wildcard of an OnPremises connector covers names that another tenant uses: the certificate name
 * of one of its connectors, of either type, or an accepted domain. Servers of that tenant are taken
 * for this one's wherever it has no more exact connector. ERROR, because mail can be attributed to
 * the wrong tenant.
 */
final class WildcardCoversOthers implements LintCheck {
  private static final LintRule RULE =
      new LintRule(
          "WILDCARD_COVERS_OTHERS",
          Severity.ERROR,
          "a wildcard of an OnPremises connector covers names that another tenant uses",
          "CERT-4, NAME-1, \"Office 365 Message Attribution\" (Exchange Team Blog, 2019)");

  @Override
  public LintRule rule() {
    return RULE;
  }

  @Override
  public void check(LintedTenant tenant, Consumer<LintFinding> findings) {
    for (OnPremisesConnector connector : tenant.onPremises()) {
      connector
          .tlsSenderCertificateName()
          .filter(CertificateNamePattern::wildcard)
          .ifPresent(name -> check(tenant, connector, name, findings));
    }
  }

  private void check(
      LintedTenant tenant,
      OnPremisesConnector connector,
      CertificateNamePattern name,
      Consumer<LintFinding> findings) {
    LintWorld world = tenant.world();
    List<NameUse> others =
        new ArrayList<>(world.certificateNames().ofOthersWithin(name.domain(), tenant.name()));
    others.addAll(world.acceptedDomains().ofOthersWithin(name.domain(), tenant.name()));
    if (!others.isEmpty()) {
      findings.accept(
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
}
