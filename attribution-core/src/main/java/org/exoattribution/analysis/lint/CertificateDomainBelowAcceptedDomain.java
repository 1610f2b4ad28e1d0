package org.exoattribution.analysis.lint;

import java.util.function.Consumer;
import org.exoattribution.analysis.LintFinding;
import org.exoattribution.analysis.LintRule;
import org.exoattribution.analysis.LintRule.Severity;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.DomainName;
import org.exoattribution.model.OnPremisesConnector;

/**
 * An OnPremises connector names a host of which only the parent domain is accepted. Ownership needs
 * exactly the connector's domain, MatchSubDomains does not help, and the administrator believes to
 * have met the requirement. ERROR, because forwarded mail and bounces are refused today.
 */
final class CertificateDomainBelowAcceptedDomain implements LintCheck {
  private static final LintRule RULE =
      new LintRule(
          "CERTIFICATE_DOMAIN_BELOW_ACCEPTED_DOMAIN",
          Severity.ERROR,
          "only a parent of an OnPremises connector's certificate domain is accepted",
          "CERT-3, DOM-2, KB4019940");

  @Override
  public LintRule rule() {
    return RULE;
  }

  @Override
  public void check(LintedTenant tenant, Consumer<LintFinding> findings) {
    for (OnPremisesConnector connector : tenant.onPremises()) {
      connector
          .tlsSenderCertificateName()
          .filter(name -> !tenant.owns(name))
          .ifPresent(
              name ->
                  tenant
                      .acceptedAbove(name.domain())
                      .ifPresent(
                          above -> findings.accept(finding(tenant, connector, name, above))));
    }
  }

  private LintFinding finding(
      LintedTenant tenant,
      OnPremisesConnector connector,
      CertificateNamePattern name,
      DomainName above) {
    return at(
        tenant,
        connector,
        tenant.name()
            + " accepts "
            + above
            + " but not "
            + name.domain()
            + ", so the certificate does not own the mail, and forwarded mail and bounces to the"
            + " outside are refused.",
        "Add "
            + name.domain()
            + " to the accepted domains, or name *."
            + above
            + " if every host of it may send for "
            + tenant.name()
            + ".");
  }
}
