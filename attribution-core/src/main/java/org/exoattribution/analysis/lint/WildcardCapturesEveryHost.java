package org.exoattribution.analysis.lint;

import java.util.Optional;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/**
 * An OnPremises connector names a whole domain that its tenant owns. WARNING, because it takes a
 * gateway in that domain that relays mail of others.
 */
final class WildcardCapturesEveryHost extends CertificateNameCheck {
  private static final LintRule RULE =
      new LintRule(
          "WILDCARD_CAPTURES_EVERY_HOST",
          Severity.WARNING,
          "an owned wildcard makes every host of the domain send for the tenant",
          """
          Whatever a host with a certificate of the domain relays is attributed to the tenant,
          whoever's mail it is: also what a gateway relays for others. The Hybrid Configuration
          Wizard writes such connectors.
          """,
          "Name the one host that sends for the tenant, and accept exactly that name.",
          "CERT-4, \"EXO InboundConnector TLS issue\" (granikos)");

  @Override
  public LintRule rule() {
    return RULE;
  }

  @Override
  Optional<LintFinding> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    return name.wildcard() && tenant.owns(name)
        ? Optional.of(
            at(
                tenant,
                connector,
                "Whatever a host with a certificate of "
                    + name
                    + " relays, whoever's mail it is, is attributed to "
                    + tenant.name()
                    + ".",
                "Name the one host that sends for "
                    + tenant.name()
                    + ", and accept exactly that name."))
        : Optional.empty();
  }
}
