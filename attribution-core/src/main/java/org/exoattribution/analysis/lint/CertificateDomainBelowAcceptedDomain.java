package org.exoattribution.analysis.lint;

import java.util.Optional;
import org.exoattribution.analysis.lint.LintRule.Severity;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/**
 * The certificate domain of an OnPremises connector is not owned, but a parent of it is accepted,
 * and the administrator believes to have met the requirement. ERROR, because mail is refused today.
 */
final class CertificateDomainBelowAcceptedDomain extends CertificateNameCheck {
  private static final LintRule RULE =
      new LintRule(
          "CERTIFICATE_DOMAIN_BELOW_ACCEPTED_DOMAIN",
          Severity.ERROR,
          "only a parent of an OnPremises connector's certificate domain is accepted",
          """
          Owning mail by certificate takes an accepted domain that equals the connector's domain
          to the letter; a parent does not do, nor does MatchSubDomains. Forwarded mail and
          bounces are refused although the requirement seems to be met.
          """,
          "Accept exactly the connector's domain, or name the wildcard of the accepted one.",
          "CERT-3, DOM-2, KB4019940");

  @Override
  public LintRule rule() {
    return RULE;
  }

  @Override
  Optional<LintFinding> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    return tenant.owns(name)
        ? Optional.empty()
        : tenant
            .acceptedAbove(name.domain())
            .map(
                above ->
                    at(
                        tenant,
                        connector,
                        tenant.name()
                            + " accepts "
                            + above
                            + " but not "
                            + name.domain()
                            + ", so the certificate does not own the mail, and forwarded mail and"
                            + " bounces to the outside are refused.",
                        "Add "
                            + name.domain()
                            + " to the accepted domains, or name *."
                            + above
                            + " if every host of it may send for "
                            + tenant.name()
                            + "."));
  }
}
