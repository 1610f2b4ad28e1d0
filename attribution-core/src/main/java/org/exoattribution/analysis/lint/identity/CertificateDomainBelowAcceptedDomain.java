package org.exoattribution.analysis.lint.identity;

import java.util.Optional;
import org.exoattribution.analysis.lint.world.Fault;
import org.exoattribution.analysis.lint.world.LintedTenant;
import org.exoattribution.model.CertificateNamePattern;
import org.exoattribution.model.OnPremisesConnector;

/**
 * The certificate domain of an OnPremises connector is not owned, but a parent of it is accepted,
 * and the administrator believes to have met the requirement. ERROR, because mail is refused today.
 */
final class CertificateDomainBelowAcceptedDomain extends CertificateNameCheck {
  @Override
  Optional<Fault> finding(
      LintedTenant tenant, OnPremisesConnector connector, CertificateNamePattern name) {
    return !isUnowned(tenant, connector, name)
            || !tenant.world().nearestAccepterOf(name.domain()).equals(Optional.of(tenant.name()))
        ? Optional.empty()
        : tenant
            .acceptedAbove(name.domain())
            .map(
                above ->
                    at(
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
